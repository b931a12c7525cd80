package io.newsledger.extraction.text;

import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.Quote;
import java.util.List;

/**
 * An article, split.
 *
 * @param article what it was made of
 * @param sentences in reading order, the title's first
 */
public record Document(ArticleText article, List<Sentence> sentences) {
  public Document {
    sentences = List.copyOf(sentences);
  }

  /** The original words of a stretch of a field, as a quote. */
  public Quote quote(Quote.Field field, int start, int end) {
    String whole = field == Quote.Field.TITLE ? article.title() : article.body();
    return new Quote(field, start, end, whole.substring(start, end));
  }
}
