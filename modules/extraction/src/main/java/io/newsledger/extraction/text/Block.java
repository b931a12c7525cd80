package io.newsledger.extraction.text;

import io.newsledger.extraction.text.Sentence.Kind;

/**
 * A paragraph, heading, item or row, with white space and markup taken out.
 *
 * @param kind what it is on the page
 * @param text its characters, white space as single spaces
 * @param origins offset in the field of each character
 */
record Block(Kind kind, String text, int[] origins) {
  /** Stands for a long dash, which separates words even where no space does. */
  static final char DASH = '\u2014';

  /** Where the characters [from, to) of the text begin in the field. */
  int start(int from) {
    return origins[from];
  }

  /** Where the characters up to (not including) {@code to} end in the field. */
  int endOf(int to) {
    return origins[to - 1] + 1;
  }
}
