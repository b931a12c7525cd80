package io.newsledger.extraction.figure;

import io.newsledger.extraction.evaluation.GoldFigures;
import io.newsledger.extraction.figure.JudgeTraining.Lesson;
import io.newsledger.extraction.figure.JudgeTraining.Source;
import io.newsledger.extraction.judge.CrossValidation;
import io.newsledger.extraction.judge.Example;
import io.newsledger.extraction.judge.LogisticRegression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Learns which of its possible dates a figure holds for. The same lessons in the same order give
 * the same weights.
 */
public final class DateTraining {
  private static final double PENALTY = 5.0;
  private static final int FEWEST = 4;
  private static final int FOLDS = 10;
  private static final double MADE_UP = 0.5;

  private final List<Example> examples = new ArrayList<>();

  /** The figure that an example could be the date of; -1 for one that is not measured. */
  private final List<Integer> figures = new ArrayList<>();

  private int measured;
  private int byRule;
  private int reachable;

  /** Takes the lessons in; those that do not know the dates of all figures teach nothing. */
  public DateTraining(List<Lesson> lessons) {
    lessons.stream().filter(l -> l.source() != Source.JUDGED).forEach(this::take);
  }

  private void take(Lesson lesson) {
    Map<String, Integer> tellings = new HashMap<>();
    for (Candidate candidate : lesson.candidates()) {
      GoldFigures.Verdict verdict = lesson.gold().verdict(candidate.figure());
      if (verdict.kind() == GoldFigures.Verdict.Kind.RIGHT) {
        tellings.merge(verdict.label(), 1, Integer::sum);
      }
    }
    for (Candidate candidate : lesson.candidates()) {
      GoldFigures.Verdict verdict = lesson.gold().verdict(candidate.figure());
      if (verdict.kind() == GoldFigures.Verdict.Kind.RIGHT) {
        boolean made = lesson.source() == Source.MADE_UP;
        double weight = (made ? MADE_UP : 1.0) / tellings.get(verdict.label());
        take(lesson, candidate, weight, made ? -1 : measured++);
      }
    }
  }

  private void take(Lesson lesson, Candidate candidate, double weight, int number) {
    boolean any = false;
    for (Dating dating : candidate.datings()) {
      boolean right = lesson.gold().isDated(candidate.figure(), dating.iso());
      examples.add(new Example(lesson.article(), dating.features(), right, weight));
      figures.add(number);
      any |= right;
    }
    if (number >= 0) {
      boolean rule = lesson.gold().isDated(candidate.figure(), candidate.figure().asOf());
      byRule += rule ? 1 : 0;
      reachable += any ? 1 : 0;
    }
  }

  /**
   * Learns.
   *
   * @throws IllegalArgumentException if no date proposed is right, or none is wrong
   */
  public JudgeTraining.Learnt learn() {
    LogisticRegression learner = new LogisticRegression(PENALTY, FEWEST);
    List<CrossValidation.Judged> judged = new CrossValidation(learner, FOLDS).judge(examples);
    Map<Integer, CrossValidation.Judged> best = new HashMap<>();
    for (int i = 0; i < judged.size(); i++) {
      best.merge(
          figures.get(i), judged.get(i), (a, b) -> b.probability() > a.probability() ? b : a);
    }
    best.remove(-1);
    long right = best.values().stream().filter(j -> j.example().right()).count();
    String report =
        String.format(
            Locale.ROOT,
            "dates of %d figures: %.3f right by rule, %.3f by what others teach, %.3f reachable",
            measured,
            (double) byRule / Math.max(1, measured),
            (double) right / Math.max(1, measured),
            (double) reachable / Math.max(1, measured));
    return new JudgeTraining.Learnt(learner.learn(examples).rows(), List.of(report));
  }
}
