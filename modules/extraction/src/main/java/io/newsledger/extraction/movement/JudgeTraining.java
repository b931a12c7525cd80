package io.newsledger.extraction.movement;

import io.newsledger.extraction.evaluation.Annotation;
import io.newsledger.extraction.evaluation.GoldEnds;
import io.newsledger.extraction.judge.CrossValidation;
import io.newsledger.extraction.judge.Example;
import io.newsledger.extraction.judge.LogisticRegression;
import io.newsledger.extraction.judge.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Learns which ends of candidates are believed. The same lessons in the same order give the same
 * weights.
 */
public final class JudgeTraining {
  private static final double PENALTY = 3.0;
  private static final int FEWEST = 4;

  /** Weight of a sentence made up: it is as clear as can be. */
  private static final double CLEAR = 2;

  private static final int FOLDS = 10;
  private static final double MORE_LIKELY = 0.5;
  private static final int ISO_MONTH = 7;

  private final List<Lesson> lessons;
  private final List<Example> examples = new ArrayList<>();
  private final List<Example> news = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private final Map<String, Long> wanted = new LinkedHashMap<>();

  /**
   * What an example would add to an article's movements if it were believed.
   *
   * @param article its lesson
   * @param key what it says; the gold's number where it is right, so that two ways of saying it
   *     count once
   * @param right whether the gold has it
   * @param real whether it counts in the score
   */
  private record Fact(String article, String key, boolean right, boolean real) {}

  /**
   * What was learnt.
   *
   * @param rows rows of the resource, by which the judge believes
   * @param news rows of the resource, by which it holds a step that has no date for news
   * @param report precision and recall, each article judged by what was learnt from others
   */
  public record Learnt(List<String> rows, List<String> news, List<String> report) {
    public Learnt {
      news = List.copyOf(news);
      rows = List.copyOf(rows);
      report = List.copyOf(report);
    }
  }

  /** Takes the lessons in. */
  public JudgeTraining(List<Lesson> lessons) {
    this.lessons = List.copyOf(lessons);
    this.lessons.forEach(this::take);
  }

  private void take(Lesson lesson) {
    GoldEnds gold = new GoldEnds(lesson.gold());
    String article = lesson.gold().id();
    if (lesson.real()) {
      wanted.put(article, gold.size());
    }
    Map<String, Integer> tellings = new HashMap<>();
    List<HeardEnd> heard = new ArrayList<>();
    List<Fact> found = new ArrayList<>();
    for (HeardEnd end : lesson.heard()) {
      int index = gold.indexOf(step(end));
      if (index == GoldEnds.NEUTRAL) {
        continue;
      }
      boolean right = index >= 0;
      if (right && lesson.real() && end.date() == null) {
        takeDate(lesson, end, gold.date(index));
      }
      String key = right ? "gold " + index : step(end).toString();
      tellings.merge(key, 1, Integer::sum);
      heard.add(end);
      found.add(new Fact(article, key, right, lesson.real()));
    }
    for (int i = 0; i < heard.size(); i++) {
      Fact fact = found.get(i);
      facts.add(fact);
      examples.add(
          new Example(
              article,
              heard.get(i).features(),
              fact.right(),
              (fact.real() ? 1 : CLEAR) / Math.sqrt(tellings.get(fact.key()))));
    }
  }

  /** A step without a date of its own is news if the gold gives it the day of the article. */
  private void takeDate(Lesson lesson, HeardEnd end, String date) {
    boolean now =
        date != null
            && lesson
                .published()
                .toString()
                .startsWith(date.substring(0, Math.min(ISO_MONTH, date.length())));
    if (date == null || now) {
      news.add(new Example(lesson.gold().id(), end.features(), now, 1));
    }
  }

  private static Annotation.Step step(HeardEnd end) {
    return new Annotation.Step(
        end.person().name(),
        end.person().aliases(),
        end.from(),
        end.to(),
        null,
        end.modality().name(),
        false);
  }

  /**
   * Learns.
   *
   * @param precision wanted share of what is believed that is right, 0 to 1; the judge believes as
   *     much as reaches it in cross-validation
   * @throws IllegalArgumentException if the lessons hold no right end, or no wrong one
   */
  public Learnt learn(double precision) {
    LogisticRegression learner = new LogisticRegression(PENALTY, FEWEST);
    List<Point> curve = curve(new CrossValidation(learner, FOLDS).judge(examples));
    long gold = wanted.values().stream().mapToLong(n -> n).sum();
    Point chosen = curve.get(0);
    for (Point point : curve) {
      chosen = point.precision() >= precision ? point : chosen;
    }
    Weights weights = learner.learn(examples);
    List<String> rows = new ArrayList<>(weights.rows());
    rows.add(1, String.format(Locale.ROOT, "%s\t%.4f", Judge.LEAST, chosen.least()));
    List<String> report = report(curve, chosen, gold);
    long agreed =
        new CrossValidation(learner, FOLDS)
            .judge(news).stream()
                .filter(j -> j.probability() >= MORE_LIKELY == j.example().right())
                .count();
    report.add(
        String.format(
            Locale.ROOT,
            "news or not, of %d right ends without a date: %.3f",
            news.size(),
            (double) agreed / news.size()));
    return new Learnt(rows, learner.learn(news).rows(), report);
  }

  /**
   * Counts for one least probability.
   *
   * @param least of what is believed
   */
  private record Point(double least, int found, int right) {
    double precision() {
      return found == 0 ? 1 : (double) right / found;
    }
  }

  /** Of the articles that count: from the most probable fact on, one point for each. */
  private List<Point> curve(List<CrossValidation.Judged> judged) {
    Map<Fact, Double> best = new LinkedHashMap<>();
    for (int i = 0; i < judged.size(); i++) {
      if (facts.get(i).real()) {
        best.merge(facts.get(i), judged.get(i).probability(), Math::max);
      }
    }
    List<Point> curve = new ArrayList<>();
    int found = 0;
    int right = 0;
    for (Map.Entry<Fact, Double> entry :
        best.entrySet().stream()
            .sorted(Comparator.comparingDouble((Map.Entry<Fact, Double> e) -> -e.getValue()))
            .toList()) {
      found++;
      right += entry.getKey().right() ? 1 : 0;
      curve.add(new Point(entry.getValue(), found, right));
    }
    return curve;
  }

  private List<String> report(List<Point> curve, Point chosen, long gold) {
    List<String> report = new ArrayList<>();
    report.add(
        String.format(
            Locale.ROOT,
            "%d articles with %d ends; %d examples, %d of them right",
            wanted.size(),
            gold,
            examples.size(),
            examples.stream().filter(Example::right).count()));
    report.add("each article judged by what was learnt from the others:");
    report.add("  least  precision  recall");
    for (int i = 1; i < FOLDS; i++) {
      double least = (double) i / FOLDS;
      curve.stream()
          .filter(p -> p.least() >= least)
          .reduce((one, other) -> other)
          .ifPresent(p -> report.add(line(p, least, gold)));
    }
    report.add("chosen:");
    report.add(line(chosen, chosen.least(), gold));
    return report;
  }

  private static String line(Point point, double least, long gold) {
    return String.format(
        Locale.ROOT,
        "  %5.3f  %9.3f  %6.3f",
        least,
        point.precision(),
        (double) point.right() / gold);
  }
}
