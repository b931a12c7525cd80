package io.newsledger.extraction.figure;

import io.newsledger.extraction.Figure;
import io.newsledger.extraction.judge.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Decides by what was learnt from gold whether a figure that the patterns propose counts. */
final class Judge {
  /** Name of the least probability among the weights. */
  static final String LEAST = "(least)";

  private static final String RESOURCE = "weights.tsv";

  private static final int REASONS = 5;

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

  /**
   * The figures that count: of the readings of each number the most probable, if it is enough.
   *
   * @param dates says what date they hold for
   */
  List<Figure> choose(List<Candidate> candidates, DateJudge dates, FigureTrace trace) {
    Map<Integer, Candidate> best = new TreeMap<>();
    for (Candidate candidate : candidates) {
      best.merge(
          candidate.place(),
          candidate,
          (a, b) -> probability(b.features()) > probability(a.features()) ? b : a);
    }
    List<Figure> kept = new ArrayList<>();
    for (Candidate candidate : candidates) {
      double probability = probability(candidate.features());
      // One reading can be several figures: 2% each.
      boolean chosen = best.get(candidate.place()).features().equals(candidate.features());
      boolean counts = chosen && probability >= least;
      if (counts) {
        kept.add(candidate.figure().at(dates.choose(candidate.datings())));
      }
      if (trace != FigureTrace.NONE) {
        String reasons = weights.reasons(candidate.features(), REASONS);
        String other = chosen ? "" : "; another reading is more probable";
        String why = String.format(Locale.ROOT, "%.2f: %s%s", probability, reasons, other);
        trace.judged(candidate, counts, why);
      }
    }
    return kept;
  }

  /** Probability that a figure with these features counts, 0 to 1. */
  double probability(Set<String> features) {
    return weights.probability(features);
  }
}
