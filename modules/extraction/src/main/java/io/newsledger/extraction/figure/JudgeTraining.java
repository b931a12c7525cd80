package io.newsledger.extraction.figure;

import io.newsledger.extraction.evaluation.GoldFigures;
import io.newsledger.extraction.judge.CrossValidation;
import io.newsledger.extraction.judge.Example;
import io.newsledger.extraction.judge.LogisticRegression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Learns which of the figures that the patterns propose count. The same lessons in the same order
 * give the same weights.
 */
public final class JudgeTraining {
  private static final double PENALTY = 2.0;
  private static final int FEWEST = 3;
  private static final int FOLDS = 10;

  private final List<Example> examples = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Reading> readings = new ArrayList<>();
  private long wanted;

  /**
   * What an example says; several of them may say the same.
   *
   * @param article its article
   * @param label the gold's number where it is right, so that what is told twice counts once
   * @param measured whether it counts in what is printed
   */
  private record Claim(String article, String label, boolean right, boolean measured) {}

  /** The printed number that an example is a reading of. */
  private record Reading(String article, int place) {}

  /** What is to be learnt from. */
  public enum Source {
    /** An article of which all figures are known. */
    GOLD,
    /** An article of which some figures have been judged. */
    JUDGED,
    /** A sentence made up to learn from. */
    MADE_UP
  }

  /**
   * What the patterns propose in one article.
   *
   * @param article its name
   * @param gold what is in it
   */
  public record Lesson(
      String article, Source source, GoldFigures gold, List<Candidate> candidates) {
    public Lesson {
      Objects.requireNonNull(article, "article");
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(gold, "gold");
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * What was learnt.
   *
   * @param rows rows of the resource, by which the judge decides
   * @param report precision and recall, each article judged by what was learnt from others
   */
  public record Learnt(List<String> rows, List<String> report) {
    public Learnt {
      rows = List.copyOf(rows);
      report = List.copyOf(report);
    }
  }

  /** Takes the lessons in. */
  public JudgeTraining(List<Lesson> lessons) {
    lessons.forEach(this::take);
  }

  private void take(Lesson lesson) {
    Map<Claim, Integer> tellings = new HashMap<>();
    List<Claim> found = new ArrayList<>();
    List<Candidate> heard = new ArrayList<>();
    boolean gold = lesson.source() == Source.GOLD;
    for (Candidate candidate : lesson.candidates()) {
      GoldFigures.Verdict verdict = lesson.gold().verdict(candidate.figure());
      boolean right = verdict.kind() == GoldFigures.Verdict.Kind.RIGHT;
      if (right || verdict.kind() == GoldFigures.Verdict.Kind.WRONG) {
        Claim claim = new Claim(lesson.article(), verdict.label(), right, gold);
        tellings.merge(claim, 1, Integer::sum);
        found.add(claim);
        heard.add(candidate);
      }
    }
    wanted += gold ? lesson.gold().size() : 0;
    for (int i = 0; i < found.size(); i++) {
      claims.add(found.get(i));
      readings.add(new Reading(lesson.article(), heard.get(i).place()));
      double weight = 1.0 / tellings.get(found.get(i));
      examples.add(
          new Example(lesson.article(), heard.get(i).features(), found.get(i).right(), weight));
    }
  }

  /**
   * Learns.
   *
   * @param precision wanted share of what is believed that is right, 0 to 1; as much is believed as
   *     reaches it in cross-validation over articles whose figures are all known
   * @throws IllegalArgumentException if nothing proposed is right, or nothing is wrong
   */
  public Learnt learn(double precision) {
    LogisticRegression learner = new LogisticRegression(PENALTY, FEWEST);
    List<Point> curve = curve(new CrossValidation(learner, FOLDS).judge(examples));
    Point chosen = curve.get(0);
    for (Point point : curve) {
      chosen = point.precision() >= precision ? point : chosen;
    }
    List<String> rows = new ArrayList<>(learner.learn(examples).rows());
    rows.add(1, String.format(Locale.ROOT, "%s\t%.4f", Judge.LEAST, chosen.least()));
    return new Learnt(rows, report(curve, chosen));
  }

  /** Counts for one least probability. */
  private record Point(double least, int found, int right) {
    double precision() {
      return found == 0 ? 1 : (double) right / found;
    }
  }

  /** From the most probable claim on, one point for each. */
  private List<Point> curve(List<CrossValidation.Judged> judged) {
    Map<Reading, Double> chosen = new HashMap<>();
    for (int i = 0; i < judged.size(); i++) {
      chosen.merge(readings.get(i), judged.get(i).probability(), Math::max);
    }
    Map<Claim, Double> best = new LinkedHashMap<>();
    for (int i = 0; i < judged.size(); i++) {
      double probability = judged.get(i).probability();
      if (claims.get(i).measured() && chosen.get(readings.get(i)) <= probability) {
        best.merge(claims.get(i), probability, Math::max);
      }
    }
    List<Map.Entry<Claim, Double>> order = new ArrayList<>(best.entrySet());
    order.sort(Comparator.comparingDouble((Map.Entry<Claim, Double> e) -> -e.getValue()));
    List<Point> curve = new ArrayList<>();
    int right = 0;
    for (int i = 0; i < order.size(); i++) {
      right += order.get(i).getKey().right() ? 1 : 0;
      curve.add(new Point(order.get(i).getValue(), i + 1, right));
    }
    return curve;
  }

  private List<String> report(List<Point> curve, Point chosen) {
    List<String> lines = new ArrayList<>();
    long right = examples.stream().filter(Example::right).count();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d figures proposed, %d of them right; gold has %d",
            examples.size(),
            right,
            wanted));
    lines.add("least  found  right  precision  recall, each article judged by others");
    double next = 0.95;
    for (Point point : curve) {
      boolean last = point.equals(curve.get(curve.size() - 1));
      boolean taken = point.equals(chosen);
      if (point.least() <= next || last || taken) {
        next = Math.min(next, point.least()) - 0.05;
        lines.add(
            String.format(
                Locale.ROOT,
                "%.3f  %5d  %5d  %9.3f  %6.3f%s",
                point.least(),
                point.found(),
                point.right(),
                point.precision(),
                wanted == 0 ? 0.0 : (double) point.right() / wanted,
                taken ? "  taken" : ""));
      }
    }
    return lines;
  }
}
