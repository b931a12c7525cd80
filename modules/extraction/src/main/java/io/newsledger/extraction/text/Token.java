package io.newsledger.extraction.text;

/**
 * A word or sign.
 *
 * @param start first character in its field of the article
 * @param end behind the last character
 * @param text the characters, with typographic quotes and dashes made plain (same length as in the
 *     article)
 * @param tag universal part-of-speech tag: NOUN, PROPN, VERB, AUX, ADP, NUM, PUNCT, ...
 */
public record Token(int start, int end, String text, String tag) {
  /** Whether the token is this word, whatever its case. */
  public boolean is(String word) {
    return text.equalsIgnoreCase(word);
  }
}
