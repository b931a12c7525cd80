package io.newsledger.aggregation;

import io.newsledger.events.SeriesPoint;

/**
 * A point of a series before and after a claim; null where there is none, never both.
 *
 * @param before what was agreed on
 * @param after what is
 */
record PointChange(SeriesPoint before, SeriesPoint after) {
  /** Either of them: what the point is of and for is the same in both. */
  SeriesPoint any() {
    return after == null ? before : after;
  }
}
