package io.newsledger.benchmarks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ratios that hold on any machine, by what the processors have to do: none may fall by more than a
 * third. What each was when it was noted, at this size, stands with it.
 */
class RatiosTest {
  private static final double ALLOWED = 2.0 / 3;
  private static final int ARTICLES = 24;
  private static final int CLAIMS = 4_000;
  private static final int ROUNDS = 3;

  @TempDir private Path folder;

  @Test
  void readingKeepsItsLeadOverReadingEverything() throws Exception {
    holds(3.0, ReadingBenchmark.open(Articles.written(ARTICLES)));
  }

  @Test
  void figuresOfACompanyWithManyCostWhatOthersCost() throws Exception {
    holds(0.8, HotSubjectBenchmark.open(HotSubjectBenchmark.FIGURES, CLAIMS, folder));
  }

  @Test
  void stepsAtACompanyWithManyCostWhatOthersCost() throws Exception {
    holds(0.8, HotSubjectBenchmark.open(HotSubjectBenchmark.STEPS, CLAIMS, folder));
  }

  private static void holds(double noted, Comparison comparison) throws Exception {
    try {
      double ratio =
          new Rounds(1, ROUNDS, System::nanoTime, Bench::cpuTime)
              .run("guard", comparison)
              .cpu()
              .median();
      assertTrue(ratio >= noted * ALLOWED, comparison.what() + ": " + ratio + " of " + noted);
    } finally {
      comparison.end().run();
    }
  }
}
