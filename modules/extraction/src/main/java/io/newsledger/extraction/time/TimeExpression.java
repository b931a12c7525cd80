package io.newsledger.extraction.time;

import java.util.Objects;

/**
 * Words of a sentence that say when.
 *
 * @param firstToken index of the first token
 * @param lastToken index of the last token, included
 * @param iso ISO 8601 point in time as precise as said (YYYY-MM-DD, YYYY-MM, YYYY); null if the
 *     words name no point
 * @param kind how the point is named
 */
public record TimeExpression(int firstToken, int lastToken, String iso, Kind kind) {
  /** How a point in time is named. */
  public enum Kind {
    /** By the calendar: March 4, January, 2025, mid-2025, fiscal 2025. */
    ABSOLUTE,
    /** Counted from publication: yesterday, on Monday, last month, a year ago, this year. */
    RELATIVE,
    /** The day of publication: today, now, currently. */
    NOW,
    /** A quarter or half of a year, standing for its last month. */
    QUARTER,
    /** A season, standing for its year. */
    SEASON,
    /** Counted from another expression, or else from publication: a year earlier. */
    COMPARISON,
    /** The time another expression has named: over the same period. No point of its own. */
    ANAPHORIC,
    /** From a point on: since 2019. The point is the beginning. */
    SINCE,
    /** A length: in six months, a year-long. No point. */
    DURATION,
    /** Recently, soon. No point. */
    VAGUE
  }

  public TimeExpression {
    Objects.requireNonNull(kind, "kind");
  }
}
