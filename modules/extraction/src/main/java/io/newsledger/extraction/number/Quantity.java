package io.newsledger.extraction.number;

import io.newsledger.extraction.Bound;
import java.util.Objects;

/**
 * A number with its unit, as it stands in a sentence.
 *
 * @param from index of its first lexeme, words of its bound included (more than, nearly)
 * @param first index of its first lexeme, currency sign included
 * @param end behind its last lexeme
 * @param value in full: 3 million is 3000000; percent as 0 to 100
 * @param unit PERCENT, COUNT, an ISO 4217 code, or one that no figure has: POINTS, MULTIPLE
 * @param bound what the words around it make of it
 * @param range which end of a range it is
 */
public record Quantity(
    int from, int first, int end, double value, String unit, Bound bound, End range) {
  /** Share of a whole, 0 to 100. */
  public static final String PERCENT = "PERCENT";

  /** How many. */
  public static final String COUNT = "COUNT";

  /** Difference of two percentages. */
  public static final String POINTS = "POINTS";

  /** How many times something else. */
  public static final String MULTIPLE = "MULTIPLE";

  /** End of a range. */
  public enum End {
    /** Not of a range. */
    NONE,
    LOW,
    HIGH
  }

  public Quantity {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(bound, "bound");
  }

  /** The same number without its bound. */
  public Quantity exact() {
    return new Quantity(from, first, end, value, unit, Bound.EXACT, range);
  }

  /** Whether the unit is a currency. */
  public boolean isMoney() {
    return unit.length() == 3;
  }
}
