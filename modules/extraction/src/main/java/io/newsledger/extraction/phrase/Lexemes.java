package io.newsledger.extraction.phrase;

import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts the tokens of a sentence into lexemes. */
public final class Lexemes {
  /** Letters that may stand glued before an amount without making a name of it. */
  private static final Set<String> CURRENCY_LETTERS =
      Set.of("rmb", "usd", "us", "cny", "eur", "gbp", "inr", "rs", "hk", "krw", "jpy", "sgd");

  private Lexemes() {}

  /** The lexemes of a sentence, in order. */
  public static List<Lexeme> of(Sentence sentence) {
    List<Lexeme> out = new ArrayList<>(sentence.tokens().size() + 8);
    int end = -1;
    for (int i = 0; i < sentence.tokens().size(); i++) {
      Token token = sentence.tokens().get(i);
      String text = token.text();
      int at = 0;
      while (at < text.length()) {
        int next = cut(text, at);
        if (!Character.isWhitespace(text.charAt(at))) {
          String part = text.substring(at, next);
          int start = token.start() + at;
          out.add(
              new Lexeme(
                  i,
                  start,
                  token.start() + next,
                  part,
                  part.toLowerCase(Locale.ROOT),
                  start == end));
          end = token.start() + next;
        }
        at = next;
      }
    }
    return List.copyOf(out);
  }

  private static int cut(String text, int from) {
    char first = text.charAt(from);
    if (Lexeme.isDigit(first)) {
      return endOfNumeral(text, from);
    }
    if (!Character.isLetter(first)) {
      return from + 1;
    }
    int end = from + 1;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    boolean digitsFollow = end < text.length() && Lexeme.isDigit(text.charAt(end));
    if (digitsFollow
        && !CURRENCY_LETTERS.contains(text.substring(from, end).toLowerCase(Locale.ROOT))) {
      while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  private static int endOfNumeral(String text, int from) {
    int end = from + 1;
    while (end < text.length()) {
      char c = text.charAt(end);
      boolean inside =
          (c == ',' || c == '.') && end + 1 < text.length() && Lexeme.isDigit(text.charAt(end + 1));
      if (!Lexeme.isDigit(c) && !inside) {
        break;
      }
      end++;
    }
    return end;
  }
}
