package io.newsledger.extraction.figure;

import io.newsledger.extraction.Figure;
import io.newsledger.extraction.judge.Weights;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Decides by what was learnt from gold whether a figure that the patterns propose counts. */
final class Judge {
  /** Name of the least probability among the weights. */
  static final String LEAST = "(least)";

  private static final String RESOURCE = "weights.tsv";

  private final Weights weights;
  private final double least;

  private Judge(Weights weights, double least) {
    this.weights = weights;
    this.least = least;
  }

  /**
   * Reads the weights.
   *
   * @throws IllegalStateException if they are missing or malformed
   */
  static Judge load() {
    Weights weights = Weights.load(Judge.class, RESOURCE);
    return new Judge(weights, weights.number(LEAST));
  }

  /** The figures that count: of the readings of each number the most probable, if it is enough. */
  List<Figure> choose(List<Candidate> candidates) {
    Map<Integer, Candidate> best = new TreeMap<>();
    for (Candidate candidate : candidates) {
      best.merge(
          candidate.place(),
          candidate,
          (a, b) -> probability(b.features()) > probability(a.features()) ? b : a);
    }
    // One reading can be several figures: 2% each.
    return candidates.stream()
        .filter(c -> best.get(c.place()).features().equals(c.features()))
        .filter(c -> probability(c.features()) >= least)
        .map(Candidate::figure)
        .toList();
  }

  /** Probability that a figure with these features counts, 0 to 1. */
  double probability(Set<String> features) {
    return weights.probability(features);
  }

  /** What says most for or against it. */
  String reasons(Set<String> features, int most) {
    return weights.reasons(features, most);
  }
}
