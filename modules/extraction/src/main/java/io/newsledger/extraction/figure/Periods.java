package io.newsledger.extraction.figure;

import io.newsledger.extraction.Metric;
import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.time.TimeExpression;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Dates what a sentence says by what was said before it, and by the period that it reports on. */
final class Periods {
  private static final Set<String> PAST = Set.of("past", "last");

  private final Cues cues;

  Periods(Cues cues) {
    this.cues = cues;
  }

  /**
   * What a sentence says, with the dates that it leaves to others.
   *
   * @param before what the last sentence with figures said
   */
  List<Said> date(View view, List<Said> said, List<Said> before, Setting setting) {
    List<Said> same = samePeriod(view, said, before);
    return overYear(view, inMonth(view, inQuarter(view, same, setting)), setting.published());
  }

  /** Revenue: $6.4 billion vs. $6.3 billion expected. That is of the quarter reported on. */
  private List<Said> inQuarter(View view, List<Said> said, Setting setting) {
    boolean rate =
        !view.times().isEmpty() && view.times().stream().allMatch(w -> Moments.isBase(view, w));
    boolean results =
        rate
            || view.sentence().kind() == Sentence.Kind.LIST_ITEM
            || cues.within(Cue.ANALYSTS, view.lexemes(), 0, view.size())
            || cues.within(Cue.FORECAST_BEHIND, view.lexemes(), 0, view.size());
    if (!results || setting.quarter() == null || !(rate || view.times().isEmpty())) {
      return said;
    }
    return said.stream().map(s -> isOfQuarter(view, s) ? s.at(setting.quarter()) : s).toList();
  }

  private boolean isOfQuarter(View view, Said said) {
    Trigger words = said.measure().trigger();
    return said.asOf() == null
        && said.measure().metric() == Metric.REVENUE
        && !cues.within(Cue.YEARLY, view.lexemes(), words.first(), words.end());
  }

  /** Over the same period: the dates are those of what was said last. */
  private List<Said> samePeriod(View view, List<Said> said, List<Said> before) {
    boolean analysts = cues.within(Cue.ANALYSTS, view.lexemes(), 0, 6);
    boolean same =
        analysts
            || view.times().stream()
                .anyMatch(w -> w.time().kind() == TimeExpression.Kind.ANAPHORIC);
    boolean back = view.times().stream().anyMatch(w -> isPlainQuarter(view, w));
    String earliest = null;
    String latest = null;
    for (Said one : before) {
      if (one.asOf() != null) {
        earliest = earliest == null || one.asOf().compareTo(earliest) < 0 ? one.asOf() : earliest;
        latest = latest == null || one.asOf().compareTo(latest) > 0 ? one.asOf() : latest;
      }
    }
    if (!same || latest == null) {
      return said;
    }
    List<Said> out = new ArrayList<>();
    for (Said one : said) {
      boolean open = one.asOf() == null || (analysts && back && latest.compareTo(one.asOf()) > 0);
      boolean earlier = one.measure().role() == Measure.Role.EARLIER;
      out.add(open ? one.at(earlier ? earliest : latest) : one);
    }
    return out;
  }

  /** From 31 to 203 million in a single month: the first is of the month before the second. */
  private static List<Said> inMonth(View view, List<Said> said) {
    boolean month =
        said.size() == 2
            && view.times().stream()
                .anyMatch(
                    w ->
                        w.time().kind() == TimeExpression.Kind.DURATION
                            && w.first() >= said.get(1).measure().quantity().end()
                            && view.key(w.end() - 1).equals("month"));
    boolean pair = month && said.get(0).measure().role() == Measure.Role.EARLIER;
    return pair && said.get(0).asOf() == null
        ? List.of(said.get(0).at(Moments.monthBefore(said.get(1).asOf())), said.get(1))
        : said;
  }

  /** The quarter: the one that was spoken of. */
  private static boolean isPlainQuarter(View view, View.When when) {
    return when.end() - when.first() == 2
        && view.key(when.first()).equals("the")
        && when.time().kind() == TimeExpression.Kind.QUARTER;
  }

  /** Over the past year it rose from 60 million to 80 million: from a year ago to now. */
  private static List<Said> overYear(View view, List<Said> said, LocalDate published) {
    boolean year = view.times().stream().anyMatch(w -> isPastYear(view, w));
    if (!year || said.size() < 2) {
      return said;
    }
    YearMonth now = YearMonth.from(published);
    List<Said> out = new ArrayList<>();
    for (Said one : said) {
      String date =
          switch (one.measure().role()) {
            case EARLIER -> now.minusYears(1).toString();
            case LATER -> now.toString();
            default -> one.asOf();
          };
      out.add(one.asOf() == null ? one.at(date) : one);
    }
    return out;
  }

  private static boolean isPastYear(View view, View.When when) {
    boolean past = view.hasWord(PAST, when.first(), when.end());
    return past
        && when.time().kind() == TimeExpression.Kind.DURATION
        && view.key(when.end() - 1).equals("year");
  }
}
