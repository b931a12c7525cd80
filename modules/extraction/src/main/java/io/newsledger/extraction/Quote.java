package io.newsledger.extraction;

import java.util.Objects;

/**
 * The exact words a claim stands on: the substring [start, end) of a field of the article.
 *
 * @param field where the words stand
 * @param start first character, in UTF-16 code units
 * @param end behind the last character, in UTF-16 code units
 * @param text the words, unchanged
 */
public record Quote(Field field, int start, int end, String text) {
  /** Part of an article. */
  public enum Field {
    TITLE,
    BODY
  }

  public Quote {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(text, "text");
    if (start < 0 || end - start != text.length()) {
      throw new IllegalArgumentException(
          "a quote of " + text.length() + " characters cannot stand at " + start + " to " + end);
    }
  }
}
