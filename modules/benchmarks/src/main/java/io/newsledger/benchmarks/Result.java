package io.newsledger.benchmarks;

/**
 * What a comparison gave.
 *
 * @param name of the benchmark
 * @param what is measured, in words
 * @param against the yardstick, in words
 * @param unit of work
 * @param target least ratio that is wanted; 0 if none is
 * @param ours units a second, the ledger's way
 * @param yardstick units a second, the other way
 * @param ratio of each round
 * @param cpu ratio of the processor time that a unit takes, theirs to ours, of each round: what the
 *     ratio would be on a machine that does nothing else
 * @param rounds how many there were
 * @param megabytes of a unit; 0 where that tells nothing
 */
record Result(
    String name,
    String what,
    String against,
    String unit,
    double target,
    Spread ours,
    Spread yardstick,
    Spread ratio,
    Spread cpu,
    int rounds,
    double megabytes) {
  /** Whether the median reaches the target, by the clock or by the work of the processors. */
  boolean isReached() {
    return Math.max(ratio.median(), cpu.median()) >= target;
  }
}
