package io.newsledger.producer.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Some thousand mutated documents for each parser, the same in every run; or, with the properties
 * {@code fuzz.seconds} and {@code fuzz.seed}, as many as there is time for.
 */
class FuzzingTest {
  private static final int DOCUMENTS = 3000;
  private static final Duration MOST = Duration.ofSeconds(20);
  private static final long SEED = 20260305;

  static Set<String> targets() {
    return Fuzzing.TARGETS.keySet();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void noDocumentBreaksAParser(String target) {
    Long seconds = Long.getLong("fuzz.seconds");
    long seed = Long.getLong("fuzz.seed", SEED);
    long tries =
        seconds == null
            ? Fuzzing.drive(target, seed, DOCUMENTS, MOST)
            : Fuzzing.drive(target, seed, Long.MAX_VALUE, Duration.ofSeconds(seconds));
    assertTrue(tries > 0);
    System.out.println(target + ": " + tries + " documents, seed " + seed);
  }
}
