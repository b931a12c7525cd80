package io.newsledger.extraction.figure;

import java.util.Set;

/** Small closed classes of words around numbers. */
final class Words {
  /** Stand between a word and its number without a meaning for either. */
  static final Set<String> FILLERS =
      Set.of(
          "a",
          "an",
          "the",
          "of",
          "its",
          "just",
          "only",
          "some",
          "record",
          "peak",
          "high",
          "low",
          "about",
          "around",
          "already",
          "estimated",
          "[",
          "(",
          "new",
          "current",
          "to",
          "*",
          "even",
          "now",
          "what",
          "was",
          "be",
          "been",
          "then");

  /** Nouns behind a number that do not say what it counts. */
  static final Set<String> NOT_A_NOUN =
      Set.of("mark", "milestone", "people", "pre", "threshold", "level", "accounts", "monthly");

  private Words() {}
}
