package io.newsledger.benchmarks;

import java.util.function.LongSupplier;

/**
 * Runs both sides of a comparison in turn. Who begins changes from round to round, so that what
 * drifts meets both alike.
 */
final class Rounds {
  private static final double NANOS = 1e9;

  private final int warmups;
  private final int count;
  private final LongSupplier nanoTime;

  /**
   * @param warmups rounds that are not counted
   * @param count rounds that are
   * @param nanoTime clock
   */
  Rounds(int warmups, int count, LongSupplier nanoTime) {
    if (warmups < 0 || count < 1) {
      throw new IllegalArgumentException(
          "at least one round is needed, and no fewer warm-ups than none");
    }
    this.warmups = warmups;
    this.count = count;
    this.nanoTime = nanoTime;
  }

  Result run(String name, Comparison comparison) throws Exception {
    for (int i = 0; i < warmups; i++) {
      rate(comparison.yardstick());
      rate(comparison.ours());
    }
    double[] ours = new double[count];
    double[] yardstick = new double[count];
    double[] ratio = new double[count];
    for (int i = 0; i < count; i++) {
      if (i % 2 == 0) {
        ours[i] = rate(comparison.ours());
        yardstick[i] = rate(comparison.yardstick());
      } else {
        yardstick[i] = rate(comparison.yardstick());
        ours[i] = rate(comparison.ours());
      }
      ratio[i] = ours[i] / yardstick[i];
    }
    return new Result(
        name,
        comparison.what(),
        comparison.against(),
        comparison.unit(),
        comparison.target(),
        Spread.of(ours),
        Spread.of(yardstick),
        Spread.of(ratio));
  }

  private double rate(Contender contender) throws Exception {
    contender.prepare();
    long start = nanoTime.getAsLong();
    long done = contender.run();
    long took = nanoTime.getAsLong() - start;
    if (done <= 0) {
      throw new IllegalStateException("nothing was done, so nothing was measured");
    }
    return done * NANOS / Math.max(1, took);
  }
}
