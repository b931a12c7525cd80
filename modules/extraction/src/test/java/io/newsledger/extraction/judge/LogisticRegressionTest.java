package io.newsledger.extraction.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
  private static final LogisticRegression LEARNER = new LogisticRegression(1e-3, 1);

  @Test
  void probabilitiesAreTheSharesSeen() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      examples.add(new Example("g" + i, Set.of("often"), i < 80, 1));
      examples.add(new Example("h" + i, Set.of("seldom"), i < 10, 1));
    }
    Weights weights = LEARNER.learn(examples);
    assertEquals(0.8, weights.probability(Set.of("often")), 0.01);
    assertEquals(0.1, weights.probability(Set.of("seldom")), 0.01);
  }

  @Test
  void whatTellsNothingWeighsNothing() {
    Weights weights = new LogisticRegression(1, 1).learn(noisy(2_000, 7));
    double cause = weights.number("cause");
    assertTrue(cause > 1.5, weights.rows()::toString);
    assertTrue(Math.abs(weights.number("noise")) < 0.25, weights.rows()::toString);
  }

  @Test
  void weightsStandForSeveralExamples() {
    List<Example> twice =
        List.of(
            new Example("a", Set.of("x"), true, 1),
            new Example("b", Set.of("x"), true, 1),
            new Example("c", Set.of("x"), false, 1),
            new Example("d", Set.of("y"), false, 1));
    List<Example> weighted =
        List.of(
            new Example("a", Set.of("x"), true, 2),
            new Example("c", Set.of("x"), false, 1),
            new Example("d", Set.of("y"), false, 1));
    assertEquals(LEARNER.learn(twice).rows(), LEARNER.learn(weighted).rows());
  }

  @Test
  void sameExamplesGiveSameWeights() {
    assertEquals(LEARNER.learn(noisy(300, 3)).rows(), LEARNER.learn(noisy(300, 3)).rows());
  }

  @Test
  void rareFeaturesAreLeftOut() {
    List<Example> examples =
        List.of(
            new Example("a", Set.of("x", "once"), true, 1),
            new Example("b", Set.of("x"), true, 1),
            new Example("c", Set.of("y"), false, 1),
            new Example("d", Set.of("y"), false, 1));
    Weights weights = new LogisticRegression(0.1, 2).learn(examples);
    assertThrows(IllegalStateException.class, () -> weights.number("once"));
    assertEquals(
        weights.probability(Set.of("x")), weights.probability(Set.of("x", "once", "never seen")));
  }

  @Test
  void oneKindOfExamplesTeachesNothing() {
    List<Example> examples = List.of(new Example("a", Set.of("x"), true, 1));
    assertThrows(IllegalArgumentException.class, () -> LEARNER.learn(examples));
  }

  @Test
  void noExampleIsJudgedByWhatItsGroupTaught() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      // Each article has a word of its own that would give its label away.
      Set<String> features = Set.of("word of " + i / 2);
      examples.add(new Example("article " + i / 2, features, i / 2 % 2 == 0, 1));
    }
    List<CrossValidation.Judged> judged = new CrossValidation(LEARNER, 5).judge(examples);
    assertEquals(20, judged.size());
    for (int i = 0; i < judged.size(); i += 2) {
      assertEquals(judged.get(i).fold(), judged.get(i + 1).fold());
      assertEquals(0.5, judged.get(i).probability(), 0.2);
    }
  }

  @Test
  void reasonsNameTheHeaviestFeatures() {
    Weights weights = new Weights(0.5, Map.of("a", 0.25, "b", -2.0, "c", 1.0));
    assertEquals("b -2.0, c +1.0", weights.reasons(List.of("a", "b", "c", "d"), 2));
  }

  private static List<Example> noisy(int count, long seed) {
    Random random = new Random(seed);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Set<String> features = new HashSet<>();
      boolean cause = random.nextBoolean();
      if (cause) {
        features.add("cause");
      }
      if (random.nextBoolean()) {
        features.add("noise");
      }
      boolean right = random.nextDouble() < (cause ? 0.8 : 0.2);
      examples.add(new Example("g" + i, features, right, 1));
    }
    return examples;
  }
}
