package io.newsledger.extraction.figure;

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
  private static final Set<String> STOPS =
      Set.of(";", ".", "!", "?", ",", "after", "since", "before");
  private static final int REACH = 12;
  private static final int MONTH = 7;

  /**
   * The date of a number, ISO 8601, or null if nothing is said.
   *
   * @param from where the numbers before it end, or 0
   * @param to where the next number begins, or the end of the sentence
   */
  String of(View view, Measure measure, int from, int to) {
    int end = measure.quantity().end();
    if (measure.base() == null && measure.trigger().first() >= end) {
      end = measure.trigger().end();
    }
    Optional<String> own = behind(view, end, to);
    if (own.isPresent()) {
      return own.get();
    }
    if (measure.role() == Measure.Role.EARLIER) {
      return null;
    }
    return ahead(view, measure.quantity().from(), from).or(() -> opening(view)).orElse(null);
  }

  /** The first point named in [from, to) before the sentence part ends. */
  private static Optional<String> behind(View view, int from, int to) {
    for (View.When when : view.times()) {
      if (when.first() >= from && when.first() < to && isPoint(when.time())) {
        boolean apart = view.hasWord(STOPS, from, when.first() - 2) || when.first() - from > REACH;
        return apart ? Optional.empty() : Optional.of(iso(when));
      }
    }
    return Optional.empty();
  }

  /** The last point named in [from, before). */
  private static Optional<String> ahead(View view, int before, int from) {
    List<View.When> times = view.times();
    for (int i = times.size() - 1; i >= 0; i--) {
      View.When when = times.get(i);
      if (when.end() <= before && when.first() >= from && isPoint(when.time())) {
        return Optional.of(iso(when));
      }
    }
    return Optional.empty();
  }

  /** What a sentence opens with holds for all of it: In June, ... */
  private static Optional<String> opening(View view) {
    return view.times().stream()
        .filter(w -> w.first() <= 3 && isPoint(w.time()))
        .map(Moments::iso)
        .findFirst();
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
