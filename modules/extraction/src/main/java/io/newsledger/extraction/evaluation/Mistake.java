package io.newsledger.extraction.evaluation;

/**
 * One error.
 *
 * @param article id of the article
 * @param kind what went wrong
 * @param subject ends or figures
 * @param fact the fact in words
 */
public record Mistake(String article, Kind kind, Evaluation.Subject subject, String fact) {
  /** What went wrong. */
  public enum Kind {
    /** In the gold, not found. */
    MISSED,
    /** Found, not in the gold. */
    MADE_UP,
    /** Found, with another date. */
    DATE
  }
}
