package io.newsledger.extraction.movement;

import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.text.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Mends the tags of the model where word lists know better: names are names, the past of "hire" is
 * a verb, "giant" is none. Immutable.
 */
final class Tags {
  private static final Set<String> BEFORE_VERB =
      Set.of("to", "will", "would", "may", "might", "could", "and", "he", "she", "they", "who");

  private final Frames frames;
  private final Words words;

  Tags(Frames frames, Words words) {
    this.frames = frames;
    this.words = words;
  }

  /**
   * One tag for each token.
   *
   * @param named whether a token belongs to a name
   */
  String[] of(Sentence sentence, IntPredicate named) {
    List<Token> tokens = sentence.tokens();
    String[] tags = new String[tokens.size()];
    String before = "";
    for (int i = 0; i < tags.length; i++) {
      String key = tokens.get(i).text().toLowerCase(Locale.ROOT);
      String tag = tokens.get(i).tag();
      String previous = i == 0 ? "" : tags[i - 1];
      if (named.test(i)) {
        tag = tag.equals("PRON") ? tag : "PROPN";
      } else if (words.is("modal", key) || isHelper(key)) {
        tag = "AUX";
      } else if (i + 1 < tags.length && isAttribute(key, tokens.get(i + 1))) {
        tag = "ADJ";
      } else if (isNounAfter(key, previous)) {
        tag = "NOUN";
      } else if (!tag.equals("VERB") && isVerb(key, before, previous, tag)) {
        tag = "VERB";
      }
      tags[i] = tag;
      before = key;
    }
    return tags;
  }

  /** "managing director", "founding partner": no verb. */
  private boolean isAttribute(String key, Token next) {
    return words.is("attributive", key) && words.is("post", next.text().toLowerCase(Locale.ROOT));
  }

  /** Be and have, except clitics, which the model knows better. */
  private boolean isHelper(String key) {
    return key.charAt(0) != '\''
        && (words.is("be", key) || words.is("have", key))
        && !key.startsWith("get")
        && !key.startsWith("got");
  }

  private boolean isNounAfter(String key, String previous) {
    boolean noun = words.is("firm", key) || words.is("team", key) || words.is("post", key);
    boolean phrase =
        previous.equals("DET")
            || previous.equals("ADJ")
            || previous.equals("NOUN")
            || previous.equals("PROPN");
    return noun && phrase && frames.of(key).isEmpty();
  }

  private boolean isVerb(String key, String before, String previous, String tag) {
    List<Frames.Entry> entries = frames.of(key);
    boolean determined = previous.equals("DET") || before.equals("'s") || previous.equals("ADJ");
    if (entries.isEmpty() || determined || entries.stream().allMatch(e -> e.is(Frames.Form.NOUN))) {
      return false;
    }
    boolean past = entries.stream().anyMatch(Tags::isPast);
    boolean ing = entries.stream().anyMatch(e -> e.is(Frames.Form.ING)) && previous.equals("AUX");
    return ing || (past && !tag.equals("ADJ")) || BEFORE_VERB.contains(before);
  }

  private static boolean isPast(Frames.Entry entry) {
    return entry.is(Frames.Form.PAST) || entry.is(Frames.Form.PARTICIPLE);
  }
}
