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
  private final LongSupplier cpuTime;

  /**
   * @param warmups rounds that are not counted
   * @param count rounds that are
   * @param nanoTime clock
   * @param cpuTime what the process has used of the processors, in nanoseconds
   */
  Rounds(int warmups, int count, LongSupplier nanoTime, LongSupplier cpuTime) {
    if (warmups < 0 || count < 1) {
      throw new IllegalArgumentException(
          "at least one round is needed, and no fewer warm-ups than none");
    }
    this.warmups = warmups;
    this.count = count;
    this.nanoTime = nanoTime;
    this.cpuTime = cpuTime;
  }

  Result run(String name, Comparison comparison) throws Exception {
    for (int i = 0; i < warmups; i++) {
      measure(comparison.yardstick());
      measure(comparison.ours());
    }
    double[] ours = new double[count];
    double[] yardstick = new double[count];
    double[] ratio = new double[count];
    double[] cpu = new double[count];
    for (int i = 0; i < count; i++) {
      Rate our;
      Rate their;
      if (i % 2 == 0) {
        our = measure(comparison.ours());
        their = measure(comparison.yardstick());
      } else {
        their = measure(comparison.yardstick());
        our = measure(comparison.ours());
      }
      ours[i] = our.perSecond();
      yardstick[i] = their.perSecond();
      ratio[i] = our.perSecond() / their.perSecond();
      cpu[i] = our.perCpuSecond() / their.perCpuSecond();
    }
    return new Result(
        name,
        comparison.what(),
        comparison.against(),
        comparison.unit(),
        comparison.target(),
        Spread.of(ours),
        Spread.of(yardstick),
        Spread.of(ratio),
        Spread.of(cpu),
        count,
        comparison.megabytes());
  }

  private Rate measure(Contender contender) throws Exception {
    contender.prepare();
    long start = nanoTime.getAsLong();
    long startCpu = cpuTime.getAsLong();
    long done = contender.run();
    long cpu = cpuTime.getAsLong() - startCpu;
    long took = nanoTime.getAsLong() - start;
    if (done <= 0) {
      throw new IllegalStateException("nothing was done, so nothing was measured");
    }
    return new Rate(done * NANOS / Math.max(1, took), done * NANOS / Math.max(1, cpu));
  }

  private record Rate(double perSecond, double perCpuSecond) {}
}
