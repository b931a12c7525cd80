package io.newsledger.extraction.text;

import java.util.Objects;

/** A word or sign. Its tag is worked out when it is first asked for, with that of its sentence. */
public final class Token {
  private final int start;
  private final int end;
  private final String text;
  private final Tagging tagging;
  private final int index;

  /** A token that is tagged already. */
  public Token(int start, int end, String text, String tag) {
    this(start, end, text, i -> tag, 0);
  }

  /**
   * A token of a sentence whose tags are worked out together.
   *
   * @param tagging gives the tags
   * @param index number of the token in it
   */
  Token(int start, int end, String text, Tagging tagging, int index) {
    this.start = start;
    this.end = end;
    this.text = Objects.requireNonNull(text, "text");
    this.tagging = tagging;
    this.index = index;
  }

  /** First character in its field of the article. */
  public int start() {
    return start;
  }

  /** Behind the last character. */
  public int end() {
    return end;
  }

  /**
   * The characters, with typographic quotes and dashes made plain (same length as in the article).
   */
  public String text() {
    return text;
  }

  /** Universal part-of-speech tag: NOUN, PROPN, VERB, AUX, ADP, NUM, PUNCT, ... */
  public String tag() {
    return tagging.tag(index);
  }

  /** Whether the token is this word, whatever its case. */
  public boolean is(String word) {
    return text.equalsIgnoreCase(word);
  }

  @Override
  public String toString() {
    return text + " [" + start + ", " + end + ")";
  }

  /** The tags of a sentence. */
  @FunctionalInterface
  interface Tagging {
    /** The tag of a token, by its number. */
    String tag(int index);
  }
}
