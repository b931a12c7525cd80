package io.newsledger.extraction.text;

import io.newsledger.extraction.text.Sentence.Kind;

/** A paragraph, heading, item or row, with white space and markup taken out. */
final class Block {
  /** Stands for a long dash, which separates words even where no space does. */
  static final char DASH = '\u2014';

  private final Kind kind;
  private final String text;
  private final int[] origins;

  /**
   * @param kind what it is on the page
   * @param text its characters, white space as single spaces
   * @param origins offset in the field of each character; not copied
   */
  Block(Kind kind, String text, int[] origins) {
    this.kind = kind;
    this.text = text;
    this.origins = origins;
  }

  Kind kind() {
    return kind;
  }

  String text() {
    return text;
  }

  /** Where the characters [from, to) of the text begin in the field. */
  int start(int from) {
    return origins[from];
  }

  /** Where the characters up to (not including) {@code to} end in the field. */
  int endOf(int to) {
    return origins[to - 1] + 1;
  }
}
