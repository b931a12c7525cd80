package io.newsledger.extraction.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges each example by what was learnt from others: the groups are dealt out into folds, and each
 * fold is judged by weights that were learnt from the rest.
 */
public final class CrossValidation {
  private final LogisticRegression learner;
  private final int folds;

  /**
   * Settings.
   *
   * @param folds how many, at least 2
   */
  public CrossValidation(LogisticRegression learner, int folds) {
    if (folds < 2) {
      throw new IllegalArgumentException("at least 2 folds, not " + folds);
    }
    this.learner = learner;
    this.folds = folds;
  }

  /**
   * An example judged without having been learnt from.
   *
   * @param fold the fold of its group, from 0
   * @param probability that it counts, as the other folds teach, 0 to 1
   */
  public record Judged(Example example, int fold, double probability) {}

  /** All examples, judged, in their order. Groups are dealt out in order of appearance. */
  public List<Judged> judge(List<Example> examples) {
    Map<String, Integer> foldOf = new HashMap<>();
    for (Example example : examples) {
      foldOf.putIfAbsent(example.group(), foldOf.size() % folds);
    }
    List<Weights> learnt = new ArrayList<>();
    for (int i = 0; i < folds; i++) {
      int fold = i;
      learnt.add(
          learner.learn(examples.stream().filter(e -> foldOf.get(e.group()) != fold).toList()));
    }
    List<Judged> judged = new ArrayList<>();
    for (Example example : examples) {
      int fold = foldOf.get(example.group());
      judged.add(new Judged(example, fold, learnt.get(fold).probability(example.features())));
    }
    return judged;
  }
}
