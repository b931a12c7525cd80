package io.newsledger.benchmarks;

import java.util.Arrays;

/**
 * Several measurements of one thing.
 *
 * @param median the middle one; of an even number, the mean of the two in the middle
 * @param least smallest
 * @param most largest
 */
record Spread(double median, double least, double most) {
  /**
   * @throws IllegalArgumentException if there are none
   */
  static Spread of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no measurement");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }
}
