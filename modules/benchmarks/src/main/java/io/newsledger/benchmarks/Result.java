package io.newsledger.benchmarks;

/**
 * What a comparison gave.
 *
 * @param name of the benchmark
 * @param what is measured, in words
 * @param against the yardstick, in words
 * @param unit of work
 * @param target least ratio that is wanted
 * @param ours units a second, the ledger's way
 * @param yardstick units a second, the other way
 * @param ratio of each round
 */
record Result(
    String name,
    String what,
    String against,
    String unit,
    double target,
    Spread ours,
    Spread yardstick,
    Spread ratio) {
  /** Whether the median reaches the target. */
  boolean isReached() {
    return ratio.median() >= target;
  }
}
