package io.newsledger.extraction.phrase;

/**
 * A word, a number or a sign: tokens cut where letters, digits and signs meet, so that {@code
 * $52bn} reads as dollar sign, 52, bn.
 *
 * @param token index of its token in the sentence
 * @param start first character in the field
 * @param end behind the last character
 * @param text the characters
 * @param key the characters in lower case
 * @param glued whether it follows the lexeme before it without a gap
 */
public record Lexeme(int token, int start, int end, String text, String key, boolean glued) {

  /** Whether it is digits, with their separators. */
  public boolean isNumeral() {
    return isDigit(key.charAt(0));
  }

  /** Whether it is letters, or letters and the digits glued to them (Q3, V4). */
  public boolean isWord() {
    return Character.isLetter(key.charAt(0));
  }

  /** Whether it begins with a capital. */
  public boolean isCapitalised() {
    return Character.isUpperCase(text.charAt(0));
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
