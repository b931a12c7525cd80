package io.newsledger.weighing;

import io.newsledger.events.Bound;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Metric;
import java.util.Set;

/**
 * The true values that a figure allows.
 *
 * @param low smallest, or negative infinity
 * @param high largest, or positive infinity
 */
record ValueRange(double low, double high) {
  /** What "about" allows, as a share of the number. */
  private static final double ABOUT = 0.05;

  /**
   * Counters that only grow: an undated number of theirs was reached at some time, so the counter
   * is at least that.
   */
  private static final Set<Metric> CUMULATIVE = Set.of(Metric.DOWNLOADS, Metric.DERIVATIVE_MODELS);

  /** What the claim allows. */
  static ValueRange of(MarketClaim claim) {
    return of(claim.getValue(), claim.getUnit(), bound(claim));
  }

  /** What a number of this unit and bound allows. */
  static ValueRange of(double value, String unit, Bound bound) {
    double rounding = rounding(value, unit);
    return switch (bound) {
      case EXACT -> new ValueRange(value - rounding, value + rounding);
      case ABOUT -> {
        double slack = Math.max(rounding, Math.abs(value) * ABOUT);
        yield new ValueRange(value - slack, value + slack);
      }
      case AT_LEAST -> new ValueRange(value - rounding, Double.POSITIVE_INFINITY);
      case AT_MOST -> new ValueRange(Double.NEGATIVE_INFINITY, value + rounding);
    };
  }

  /** The bound a claim puts, which for an undated number of a growing counter is a lower one. */
  static Bound bound(MarketClaim claim) {
    boolean open = claim.getBound() == Bound.EXACT || claim.getBound() == Bound.ABOUT;
    return open && CUMULATIVE.contains(claim.getMetric()) && !PointKey.dated(claim)
        ? Bound.AT_LEAST
        : claim.getBound();
  }

  boolean holds(double value) {
    return low <= value && value <= high;
  }

  /** Whether one value can be in both. */
  boolean meets(ValueRange other) {
    return low <= other.high && other.low <= high;
  }

  double width() {
    return high - low;
  }

  /**
   * Half a unit of the last printed digit. Percentages are taken as printed; of other numbers at
   * least two digits are taken as meant ("600 million" is 595 to 605 million).
   */
  private static double rounding(double value, String unit) {
    double step = 1;
    if (value != Math.rint(value)) {
      step = 0.1;
      for (int digits = 1; digits < 6 && !whole(value / step); digits++) {
        step /= 10;
      }
    } else if (!unit.equals("PERCENT") && value != 0) {
      double largest = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 1);
      while (step < largest && whole(value / (step * 10))) {
        step *= 10;
      }
    }
    return step / 2;
  }

  private static boolean whole(double number) {
    return Math.abs(number - Math.rint(number)) < 1e-6;
  }
}
