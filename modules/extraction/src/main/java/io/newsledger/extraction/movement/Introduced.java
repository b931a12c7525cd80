package io.newsledger.extraction.movement;

import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.text.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Organisations that no reference data knows but the article itself introduces: "a startup called
 * A", "A, a maker of lamps", "A's chief executive", "co-founder of A", "A Labs". Immutable.
 */
final class Introduced {
  private static final int LONGEST_NAME = 4;
  private static final int LONGEST_APPOSITION = 9;
  private static final int MOST_NAMES = 60;

  private final Words words;
  private final BiPredicate<Integer, Integer> known;
  private final Map<String, Name> names = new LinkedHashMap<>();

  /**
   * A name found.
   *
   * @param text as printed where it was introduced
   * @param tokens its tokens
   */
  private record Name(String text, List<String> tokens) {}

  /**
   * Reads what an article introduces.
   *
   * @param known whether a token (sentence, index) belongs to a name of the reference data
   * @param persons whether a token (sentence, index) belongs to the full name of a person
   */
  Introduced(
      Words words,
      Document document,
      BiPredicate<Integer, Integer> known,
      BiPredicate<Integer, Integer> persons) {
    this.words = words;
    this.known = known;
    for (Sentence sentence : document.sentences()) {
      if (!isTitleCased(sentence)) {
        find(sentence, persons);
      }
    }
  }

  /** The mentions in a sentence, in order; none overlaps a name of the reference data. */
  List<OrgMention> in(Sentence sentence) {
    List<OrgMention> found = new ArrayList<>();
    List<Token> tokens = sentence.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      Name name = longestAt(sentence, i);
      if (name != null) {
        int last = i + name.tokens().size() - 1;
        found.add(new OrgMention(i, last, name.text(), null, OrgMention.Form.KNOWN));
        i = last;
      }
    }
    return found;
  }

  private Name longestAt(Sentence sentence, int at) {
    Name best = null;
    for (Name name : names.values()) {
      boolean longer = best == null || name.tokens().size() > best.tokens().size();
      if (longer && stands(sentence, name, at)) {
        best = name;
      }
    }
    return best;
  }

  private boolean stands(Sentence sentence, Name name, int at) {
    List<Token> tokens = sentence.tokens();
    int size = name.tokens().size();
    if (at + size > tokens.size()) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      boolean same = tokens.get(at + i).text().equals(name.tokens().get(i));
      if (!same || known.test(sentence.index(), at + i)) {
        return false;
      }
    }
    return true;
  }

  private void find(Sentence sentence, BiPredicate<Integer, Integer> persons) {
    List<Token> tokens = sentence.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      if (!isPart(sentence, i) || (i > 0 && isPart(sentence, i - 1))) {
        continue;
      }
      int last = i;
      while (last + 1 < tokens.size()
          && (isPart(sentence, last + 1) || isSuffix(sentence, last + 1))) {
        last++;
      }
      int first = i;
      boolean person = persons.test(sentence.index(), first);
      boolean told =
          isCalled(tokens, first)
              || (isTitled(sentence, last)
                  && (!person || (last > first && !key(tokens, last + 1).equals("'s"))));
      boolean shown =
          told
              || (!person
                  && (isFirmBefore(tokens, first)
                      || isDescribed(tokens, last)
                      || isLed(tokens, first)
                      || isNamedAsFirm(tokens, first, last)));
      if (shown && last - first < LONGEST_NAME && names.size() < MOST_NAMES) {
        add(tokens, first, last);
      }
      i = last;
    }
  }

  private void add(List<Token> tokens, int first, int last) {
    List<String> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = first; i <= last; i++) {
      boolean gap = i > first && tokens.get(i).start() > tokens.get(i - 1).end();
      text.append(gap ? " " : "").append(tokens.get(i).text());
      parts.add(tokens.get(i).text());
    }
    names.putIfAbsent(text.toString(), new Name(text.toString(), List.copyOf(parts)));
  }

  /** A capitalised word that is no ordinary one, no title and no part of a known name. */
  private boolean isPart(Sentence sentence, int at) {
    Token token = sentence.tokens().get(at);
    String text = token.text();
    String key = text.toLowerCase(Locale.ROOT);
    return Character.isUpperCase(text.charAt(0))
        && text.length() > (text.indexOf('.') < 0 ? 1 : 4)
        && Character.isLetter(text.charAt(text.length() - 1))
        && !known.test(sentence.index(), at)
        && !(isOpening(sentence, at) ? words.isOrdinary(key) : words.isPlaceOrTitle(key))
        && !words.is("post", key)
        && !words.is("subject", key)
        && !words.is("firm", key);
  }

  /** "AI", "Robotics": behind a name a part of it. */
  private boolean isSuffix(Sentence sentence, int at) {
    String text = sentence.tokens().get(at).text();
    return Character.isUpperCase(text.charAt(0))
        && words.is("suffix", text.toLowerCase(Locale.ROOT))
        && !known.test(sentence.index(), at);
  }

  /** Whether a capital means nothing here: at the start, behind a sign. */
  private static boolean isOpening(Sentence sentence, int at) {
    String before = at == 0 ? "" : sentence.tokens().get(at - 1).text();
    return at == 0
        || (!before.equals(",")
            && !before.equals("(")
            && !before.isEmpty()
            && !Character.isLetterOrDigit(before.charAt(before.length() - 1)));
  }

  /** "a startup called A", "the startup, A,". */
  private boolean isCalled(List<Token> tokens, int first) {
    boolean called = words.is("called", key(tokens, first - 1));
    for (int i = first - 2; called && i >= 0 && i > first - 9; i--) {
      if (words.is("firm", key(tokens, i))) {
        return true;
      }
    }
    return false;
  }

  /** "A CEO X", "A's co-founder X". */
  private boolean isTitled(Sentence sentence, int last) {
    List<Token> tokens = sentence.tokens();
    int at = last + 1;
    boolean possessive = key(tokens, at).equals("'s");
    at = possessive ? at + 1 : at;
    boolean title = words.is("head", key(tokens, at));
    int behind = at + (key(tokens, at + 1).equals("and") ? 3 : 1);
    behind = key(tokens, at).equals("chief") ? at + 2 : behind;
    boolean person =
        behind < tokens.size() && Character.isUpperCase(tokens.get(behind).text().charAt(0));
    return title && (person || possessive);
  }

  /** "startup A", "the AI lab A". */
  private boolean isFirmBefore(List<Token> tokens, int first) {
    String before = key(tokens, first - 1);
    return words.is("maker", before);
  }

  /** "A, a startup that", "A is a Berlin-based company". */
  private boolean isDescribed(List<Token> tokens, int last) {
    int at = last + 1;
    boolean is = key(tokens, at).equals("is") || key(tokens, at).equals(",");
    String article = key(tokens, at + 1);
    if (!is || !(article.equals("a") || article.equals("an") || article.equals("the"))) {
      return false;
    }
    for (int i = at + 2; i < tokens.size() && i < at + LONGEST_APPOSITION; i++) {
      String key = key(tokens, i);
      if (words.is("maker", key)) {
        return true;
      }
      boolean ends = key.equals(",") || key.equals("of") || key.equals("who") || key.equals("that");
      if (ends || words.is("post", key) || words.is("group", key)) {
        return false;
      }
    }
    return false;
  }

  /** "co-founder of A", "chief executive of A", "founded A". */
  private boolean isLed(List<Token> tokens, int first) {
    String before = key(tokens, first - 1);
    boolean of = before.equals("of") || before.equals("at");
    return (of && words.is("head", key(tokens, first - 2))) || words.is("founding", before);
  }

  /** "A Labs", "A AI": the last word makes it a firm. */
  private boolean isNamedAsFirm(List<Token> tokens, int first, int last) {
    return last > first && words.is("suffix", key(tokens, last));
  }

  private static boolean isTitleCased(Sentence sentence) {
    int all = 0;
    int capitals = 0;
    for (Token token : sentence.tokens()) {
      if (token.text().length() >= LONGEST_NAME && Character.isLetter(token.text().charAt(0))) {
        all++;
        capitals += Character.isUpperCase(token.text().charAt(0)) ? 1 : 0;
      }
    }
    return all > 2 && capitals * 10 > all * 6;
  }

  private static String key(List<Token> tokens, int at) {
    return at < 0 || at >= tokens.size() ? "" : tokens.get(at).text().toLowerCase(Locale.ROOT);
  }
}
