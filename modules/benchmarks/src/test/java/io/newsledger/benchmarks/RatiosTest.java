package io.newsledger.benchmarks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.benchmarks.HotSubjectBenchmark.Size;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ratios that hold on any machine, by what the processors have to do: none may fall by more than a
 * third below what it was. A subject with many claims has as many of a year as one with a hundred
 * thousand in eight years.
 */
class RatiosTest {
  private static final double ALLOWED = 2.0 / 3;
  private static final Size SIZE = new Size(6_000, 1_000, 365);
  private static final int ROUNDS = 3;

  @TempDir private Path folder;

  @Test
  void figuresOfACompanyWithManyCostWhatOthersCost() throws Exception {
    holds(1.0, HotSubjectBenchmark.FIGURES);
  }

  @Test
  void arrivalsAtACompanyWithManyCostWhatOthersCost() throws Exception {
    holds(1.0, HotSubjectBenchmark.STEPS);
  }

  private void holds(double noted, String name) throws Exception {
    Comparison comparison = HotSubjectBenchmark.open(name, SIZE, folder);
    try {
      double ratio =
          new Rounds(1, ROUNDS, System::nanoTime, Bench::cpuTime)
              .run("guard", comparison)
              .cpu()
              .median();
      assertTrue(ratio >= noted * ALLOWED, name + ": " + ratio + ", once " + noted);
    } finally {
      comparison.end().run();
    }
  }
}
