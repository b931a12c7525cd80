package io.newsledger.extraction.movement;

import io.newsledger.extraction.judge.Weights;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Decides which ends of candidates are believed, and which are news, by weights that were learnt
 * from articles read by people. Immutable.
 */
final class Judge {
  /** Name under which the least probability of what is believed stands among the weights. */
  static final String LEAST = "(least)";

  private static final String BELIEF = "weights.tsv";
  private static final String NEWS = "news-weights.tsv";

  /**
   * A step in no month is missed by all that counts by month, so background must be the clearly
   * likelier.
   */
  private static final double NEWS_LEAST = 0.35;

  private static final int REASONS = 4;

  private final Weights weights;
  private final double least;
  private final Weights news;

  private Judge(Weights weights, Weights news) {
    this.weights = weights;
    this.least = weights.number(LEAST);
    this.news = news;
  }

  /**
   * Reads the weights.
   *
   * @throws IllegalStateException if they are missing or malformed
   */
  static Judge load() {
    return new Judge(Weights.load(Judge.class, BELIEF), Weights.load(Judge.class, NEWS));
  }

  /**
   * The candidates with the ends that are believed, told as news or not; those without any are left
   * out.
   */
  List<Candidate> keep(List<Candidate> candidates, Document document, Trace trace) {
    String[] from = new String[candidates.size()];
    String[] to = new String[candidates.size()];
    String[] why = new String[candidates.size()];
    boolean[] fresh = new boolean[candidates.size()];
    for (Cases.Case one : Cases.of(candidates)) {
      HeardEnd end = one.heard();
      double probability = weights.probability(end.features());
      Candidate candidate = candidates.get(one.index());
      String reasons = trace == Trace.NONE ? "" : reasons(end, probability);
      if (probability >= least) {
        fresh[one.index()] |= news.probability(end.features()) >= NEWS_LEAST;
        from[one.index()] = end.from() == null ? from[one.index()] : end.from();
        to[one.index()] = end.to() == null ? to[one.index()] : end.to();
        why[one.index()] = why[one.index()] == null ? reasons : why[one.index()] + "; " + reasons;
      } else if (trace != Trace.NONE) {
        trace.doubted(
            sentence(document, candidate),
            candidate.trigger().frame().word(),
            end.person().name(),
            end.from(),
            end.to(),
            reasons);
      }
    }
    List<Candidate> kept = new ArrayList<>();
    for (int i = 0; i < from.length; i++) {
      if (from[i] != null || to[i] != null) {
        Candidate candidate = candidates.get(i).with(from[i], to[i], fresh[i]);
        kept.add(candidate);
        trace.kept(
            sentence(document, candidate),
            candidate.trigger().frame().word(),
            candidate.person().name(),
            from[i],
            to[i],
            why[i]);
      }
    }
    return kept;
  }

  private String reasons(HeardEnd end, double probability) {
    return String.format(Locale.ROOT, "%.2f: ", probability)
        + weights.reasons(end.features(), REASONS);
  }

  private static Sentence sentence(Document document, Candidate candidate) {
    return document.sentences().get(candidate.sentence());
  }
}
