package io.newsledger.extraction.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The tags of one sentence, worked out when one is first asked for: most sentences hold nothing
 * that anybody would ask about. Safe for use by several threads.
 */
final class SentenceTags implements Token.Tagging {
  private final Tagger tagger;
  private final String text;
  private final List<Tokenizer.Span> spans;
  private volatile String[] tags;

  /**
   * Tags to be.
   *
   * @param text the sentence
   * @param spans its tokens
   */
  SentenceTags(Tagger tagger, String text, List<Tokenizer.Span> spans) {
    this.tagger = tagger;
    this.text = text;
    this.spans = spans;
  }

  @Override
  public String tag(int index) {
    String[] known = tags;
    if (known == null) {
      known = work();
      tags = known;
    }
    return known[index];
  }

  /** Tags words as the model knows them, together with their clitics ("didn't": AUX+PART). */
  private String[] work() {
    String[] found = new String[spans.size()];
    List<String> words = new ArrayList<>(found.length);
    for (int i = 0; i < found.length; i++) {
      boolean whole = i + 1 < found.length && spans.get(i + 1).clitic();
      if (!spans.get(i).clitic()) {
        words.add(word(i, whole ? i + 1 : i));
      }
    }
    Tagger.Tag[] outcomes = tagger.tag(words);
    int at = -1;
    for (int i = 0; i < found.length; i++) {
      boolean clitic = spans.get(i).clitic();
      at += clitic ? 0 : 1;
      found[i] = clitic ? outcomes[at].clitic() : outcomes[at].word();
    }
    return found;
  }

  /** The characters of some tokens as the model knows them. */
  String word(int first, int last) {
    return text.substring(spans.get(first).start(), spans.get(last).end()).replace(Block.DASH, '-');
  }
}
