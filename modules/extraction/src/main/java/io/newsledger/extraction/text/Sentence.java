package io.newsledger.extraction.text;

import io.newsledger.extraction.Quote;
import java.util.List;

/**
 * A sentence, heading or list item.
 *
 * @param index position among the document's sentences, from 0
 * @param paragraph number of the block of text it stands in, from 0
 * @param kind what it is on the page
 * @param field part of the article
 * @param start first character in the field
 * @param end behind the last character
 * @param text the characters with typographic quotes and dashes made plain; same length as in the
 *     article
 * @param tokens its tokens, with offsets in the field
 */
public record Sentence(
    int index,
    int paragraph,
    Kind kind,
    Quote.Field field,
    int start,
    int end,
    String text,
    List<Token> tokens) {
  /** What a stretch of text is on the page. */
  public enum Kind {
    TITLE,
    HEADING,
    PROSE,
    LIST_ITEM,
    TABLE_ROW
  }

  public Sentence {
    tokens = List.copyOf(tokens);
  }
}
