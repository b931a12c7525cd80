package io.newsledger.extraction.phrase;

import io.newsledger.extraction.Quote;
import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences for tests that need no models: tokens are words, numbers and signs. */
public final class Sentences {
  private static final Pattern TOKEN =
      Pattern.compile(
          "'s\\b|\\p{L}[\\p{L}\\p{N}]*|\\p{N}[\\p{N}.,]*\\p{N}\\p{L}*|\\p{N}\\p{L}*|\\S");

  private Sentences() {}

  /** A body sentence of these words, untagged. */
  public static Sentence of(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(new Token(matcher.start(), matcher.end(), matcher.group(), "X"));
    }
    return new Sentence(
        0, 0, Sentence.Kind.PROSE, Quote.Field.BODY, 0, text.length(), text, tokens);
  }
}
