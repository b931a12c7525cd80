package io.newsledger.extraction.figure;

import io.newsledger.extraction.number.Quantity;
import io.newsledger.extraction.time.TimeExpression;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides which date a number holds for. */
final class Moments {
  private static final Set<TimeExpression.Kind> POINTS =
      EnumSet.of(
          TimeExpression.Kind.ABSOLUTE,
          TimeExpression.Kind.RELATIVE,
          TimeExpression.Kind.NOW,
          TimeExpression.Kind.QUARTER,
          TimeExpression.Kind.SEASON,
          TimeExpression.Kind.COMPARISON);
  private static final Set<String> STOPS = Set.of(";", ".", "!", "?", "after", "since", "before");

  /** Words before a point that a growth rate counts from: up 13% from a year earlier. */
  private static final Set<String> BEFORE_BASE =
      Set.of("from", "than", "over", "on", "versus", "vs");

  private static final Set<String> SOURCES =
      Set.of(
          "report",
          "survey",
          "study",
          "poll",
          "note",
          "filing",
          "interview",
          "statement",
          "post",
          "memo",
          "analysis",
          "announcement",
          "call",
          "article",
          "presentation",
          "blog");
  private static final int REACH = 18;
  private static final int MONTH = 7;

  /**
   * The date of a number, ISO 8601, or null if nothing is said.
   *
   * @param from where the numbers before it end, or 0
   * @param to where the next number begins, or the end of the sentence
   */
  String of(View view, Measure measure, int from, int to) {
    int end = measure.quantity().end();
    Optional<String> own = Optional.empty();
    if (measure.base() == null && measure.trigger().first() >= end) {
      own = behind(view, end, measure.trigger().end()); // $317 million in first-quarter revenue
      end = measure.trigger().end();
    }
    own = own.isPresent() ? own : behind(view, end, to);
    if (own.isPresent()) {
      return own.get();
    }
    if (measure.role() == Measure.Role.EARLIER) {
      return null;
    }
    return ahead(view, measure.quantity().from(), from, false).or(() -> opening(view)).orElse(null);
  }

  /** The first point named in [from, to) before the sentence part ends. */
  private static Optional<String> behind(View view, int from, int to) {
    for (View.When when : view.times()) {
      if (when.first() >= from && when.first() < to && isPoint(view, when)) {
        if (isBase(view, when) && hasPercent(view, from, when.first())) {
          continue;
        }
        boolean apart = when.first() - from > REACH || isApart(view, from, when.first() - 2);
        return apart ? Optional.empty() : Optional.of(iso(when));
      }
    }
    return Optional.empty();
  }

  /** Whether a point is what a growth rate counts from: up 3% from a year ago. */
  static boolean isBase(View view, View.When when) {
    TimeExpression.Kind kind = when.time().kind();
    boolean counted =
        kind == TimeExpression.Kind.COMPARISON || kind == TimeExpression.Kind.RELATIVE;
    return counted && BEFORE_BASE.contains(view.key(when.first() - 1));
  }

  private static boolean hasPercent(View view, int from, int to) {
    return view.quantities().stream()
        .anyMatch(q -> q.unit().equals(Quantity.PERCENT) && q.first() >= from && q.end() <= to);
  }

  /** Whether the sentence part ends within [from, to); commas of a list or aside do not end it. */
  private static boolean isApart(View view, int from, int to) {
    for (int at = from; at < to; at++) {
      boolean listed =
          view.isNoun(at - 1)
              && (view.tag(at + 1).equals("PROPN") || areNames(view, at - 1, at + 1));
      boolean participle = view.isVerb(at + 1) && view.key(at + 1).endsWith("ed");
      boolean comma = view.key(at).equals(",") && !listed && !participle;
      if (comma || STOPS.contains(view.key(at))) {
        return true;
      }
    }
    return false;
  }

  private static boolean areNames(View view, int left, int right) {
    return right < view.size()
        && view.lexemes().get(left).isCapitalised()
        && view.lexemes().get(right).isCapitalised();
  }

  /** The last point named in [from, before); one that is named outright rather than "now". */
  private static Optional<String> ahead(View view, int before, int from, boolean earlier) {
    List<View.When> times = view.times();
    String now = null;
    for (int i = times.size() - 1; i >= 0; i--) {
      View.When when = times.get(i);
      if (when.end() > before || when.first() < from || !isPoint(view, when)) {
        continue;
      }
      boolean rate = !earlier && isBase(view, when);
      if (when.time().kind() == TimeExpression.Kind.NOW) {
        now = now == null ? iso(when) : now;
      } else if (!rate) {
        return Optional.of(iso(when));
      }
    }
    return Optional.ofNullable(now);
  }

  /** What a sentence opens with holds for all of it: In June, ... */
  private static Optional<String> opening(View view) {
    return view.times().stream()
        .filter(w -> w.first() <= 3 && isPoint(view, w))
        .map(Moments::iso)
        .findFirst();
  }

  /** Whether it is a point, and not when the source was written: a December report. */
  private static boolean isPoint(View view, View.When when) {
    return isPoint(when.time()) && !SOURCES.contains(view.key(when.end()));
  }

  private static boolean isPoint(TimeExpression time) {
    return time.iso() != null && POINTS.contains(time.kind());
  }

  private static String iso(View.When when) {
    boolean now = when.time().kind() == TimeExpression.Kind.NOW;
    return now ? when.time().iso().substring(0, MONTH) : when.time().iso();
  }

  /** The month before the one a point lies in; null if the point is no more precise than a year. */
  static String monthBefore(String iso) {
    return iso == null || iso.length() < MONTH
        ? null
        : YearMonth.parse(iso.substring(0, MONTH)).minusMonths(1).toString();
  }
}
