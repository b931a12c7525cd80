package io.newsledger.extraction.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits a sentence into tokens. Hyphenated words, numbers with separators and abbreviations stay
 * whole; signs, possessives ('s) and contractions (n't) are tokens of their own.
 *
 * <p>Rules rather than the tokenizer model: the model is less even (it cuts some hyphens, leaves
 * possessives) and takes as long as splitting sentences.
 */
final class Tokenizer {
  /** Longer runs without a space are no words. */
  private static final int LONGEST_WORD = 120;

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "vs",
          "inc", "corp", "ltd", "jr", "sr", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept",
          "sep", "oct", "nov", "dec");
  private static final List<String> CLITICS = List.of("n't", "'s", "'re", "'ve", "'ll", "'d", "'m");

  private final String text;
  private final List<Span> spans;

  private Tokenizer(String text) {
    this.text = text;
    this.spans = new ArrayList<>(text.length() / 5 + 1);
  }

  static List<Span> split(String text) {
    Tokenizer tokenizer = new Tokenizer(text);
    tokenizer.run();
    return tokenizer.spans;
  }

  private void run() {
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && !isBreak(end)) {
        end++;
      }
      word(at, end);
      if (end < text.length() && text.charAt(end) != ' ') {
        sign(end);
      }
      at = end + 1;
    }
  }

  /** Whether a character stands between words whatever is around it. */
  private boolean isBreak(int at) {
    char c = text.charAt(at);
    return switch (c) {
      case ' ', Block.DASH, '/', '"', '(', ')', '[', ']', '{', '}', ';', '!', '?', '|', '*' -> true;
      case '%', '$', '+', '=', '<', '>', '~' -> true;
      case '€', '£', '¥', '₹', '₩' -> true;
      case ',', ':' -> !(isDigit(at - 1) && isDigit(at + 1));
      default -> false;
    };
  }

  private void word(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isEdge(text.charAt(start)) && !isDecimal(start, end)) {
      sign(start);
      start++;
    }
    int tail = end;
    while (end > start && isEdge(text.charAt(end - 1)) && !isAbbreviation(start, end)) {
      end--;
    }
    if (end > start && end - start <= LONGEST_WORD) {
      clitics(start, end);
    }
    for (int i = end; i < tail; i++) {
      sign(i);
    }
  }

  private void clitics(int start, int end) {
    String word = text.substring(start, end).toLowerCase(Locale.ROOT);
    for (String clitic : CLITICS) {
      if (word.length() > clitic.length() && word.endsWith(clitic)) {
        int cut = end - clitic.length();
        spans.add(new Span(start, cut, false));
        spans.add(new Span(cut, end, true));
        return;
      }
    }
    spans.add(new Span(start, end, false));
  }

  /** Whether the stop at the end belongs to the word: "Mr.", "H.", "U.S.". */
  private boolean isAbbreviation(int start, int end) {
    if (text.charAt(end - 1) != '.' || end - start < 2) {
      return false;
    }
    String word = text.substring(start, end - 1);
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    boolean dotted = word.length() > 1 && word.charAt(word.length() - 2) == '.';
    boolean known = end < text.length() && ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    return initial || known || (dotted && Character.isLetter(word.charAt(word.length() - 1)));
  }

  private boolean isDecimal(int start, int end) {
    return text.charAt(start) == '.' && start + 1 < end && isDigit(start + 1);
  }

  private static boolean isEdge(char c) {
    return switch (c) {
      case '.', ',', ':', '\'', '-', '_', '#', '@', '&', '^', '`', '\\' -> true;
      default -> Typography.isBullet(c);
    };
  }

  private boolean isDigit(int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private void sign(int at) {
    spans.add(new Span(at, at + 1, false));
  }

  /**
   * A token.
   *
   * @param start first character
   * @param end behind the last character
   * @param clitic whether it is the end of a word, which begins in the token before
   */
  record Span(int start, int end, boolean clitic) {}
}
