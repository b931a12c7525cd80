package io.newsledger.extraction.figure;

import io.newsledger.extraction.judge.Weights;
import java.util.List;

/** Decides by what was learnt from gold which of its possible dates a figure holds for. */
final class DateJudge {
  private static final String RESOURCE = "date-weights.tsv";

  private final Weights weights;

  private DateJudge(Weights weights) {
    this.weights = weights;
  }

  /**
   * Reads the weights.
   *
   * @throws IllegalStateException if they are missing or malformed
   */
  static DateJudge load() {
    return new DateJudge(Weights.load(DateJudge.class, RESOURCE));
  }

  /** The most probable date, or null if that is none; of equals the first. */
  String choose(List<Dating> datings) {
    String best = null;
    double most = -1;
    for (Dating dating : datings) {
      double probability = weights.probability(dating.features());
      if (probability > most) {
        most = probability;
        best = dating.iso();
      }
    }
    return best;
  }
}
