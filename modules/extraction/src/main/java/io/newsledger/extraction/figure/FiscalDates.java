package io.newsledger.extraction.figure;

import io.newsledger.extraction.Metric;
import io.newsledger.extraction.Modality;
import io.newsledger.extraction.time.TimeExpression;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Dates numbers by the fiscal quarters of their own firm, and those that a report of results tells
 * without a date by the quarter it reports on.
 */
final class FiscalDates {
  private static final Map<String, Integer> NUMBERS =
      Map.of("first", 1, "second", 2, "third", 3, "fourth", 4, "q1", 1, "q2", 2, "q3", 3, "q4", 4);
  private static final Set<String> LATEST = Set.of("last", "latest", "recent", "reported", "the");
  private static final Set<String> NEXT = Set.of("current", "this", "ongoing", "present");
  private static final int DECEMBER = 12;
  private static final int CENTURY = 2000;

  private final FiscalYears years;

  FiscalDates(FiscalYears years) {
    this.years = years;
  }

  /**
   * The number with the date that its firm's calendar gives it.
   *
   * @param firm the organisation whose it is, or whose product's
   * @param main whether the article is about that firm
   */
  Said date(View view, Said said, String firm, boolean main, Setting setting) {
    YearMonth now = YearMonth.from(setting.published());
    OptionalInt known = years.lastMonth(firm);
    int lastMonth = known.orElse(DECEMBER);
    boolean reported = said.modality() == Modality.REPORTED;
    if (said.asOf() == null) {
      boolean told = main && setting.results() && reported && isOfResults(said);
      if (!told || !isUndated(view)) {
        return said;
      }
      boolean year = isOfYear(view);
      return said.at(
          (year ? FiscalYears.latestYear(lastMonth, now) : ofResults(setting, known, now))
              .toString());
    }
    if (known.isEmpty()) {
      return said;
    }
    for (View.When when : view.times()) {
      boolean own = said.asOf().equals(when.time().iso());
      if (own && when.time().kind() == TimeExpression.Kind.QUARTER) {
        YearMonth end = quarter(view, when, lastMonth, now, !reported);
        return end == null ? said : said.at(end.toString());
      }
    }
    return said;
  }

  /** Last month of the latest quarter of a firm that has ended before a month. */
  YearMonth latest(String firm, YearMonth now) {
    return FiscalYears.latest(years.lastMonth(firm).orElse(DECEMBER), now);
  }

  /** Last month of the latest year of a firm that has ended before a month. */
  YearMonth latestYear(String firm, YearMonth now) {
    return FiscalYears.latestYear(years.lastMonth(firm).orElse(DECEMBER), now);
  }

  private static YearMonth ofResults(Setting setting, OptionalInt lastMonth, YearMonth now) {
    return lastMonth.isPresent()
        ? FiscalYears.latest(lastMonth.getAsInt(), now)
        : YearMonth.parse(setting.quarter());
  }

  private static boolean isOfResults(Said said) {
    return said.measure().metric() != Metric.VALUATION
        && said.measure().role() != Measure.Role.EARLIER
        && said.measure().metric() != Metric.MARKET_SHARE;
  }

  /** Whether a sentence names no point in time, but those that growth counts from. */
  private static boolean isUndated(View view) {
    return view.times().stream().allMatch(w -> w.time().iso() == null || Moments.isBase(view, w));
  }

  private static boolean isOfYear(View view) {
    for (int at = 1; at < view.size(); at++) {
      if (view.key(at).equals("year")
          && Set.of("full", "fiscal", "whole", "entire", "-").contains(view.key(at - 1))
          && !view.key(at - 2).equals("year")) {
        return view.key(at - 1).equals("-") ? view.key(at - 2).equals("full") : true;
      }
    }
    return false;
  }

  /** The quarter that an expression means for a firm; null if it means none. */
  private static YearMonth quarter(
      View view, View.When when, int lastMonth, YearMonth now, boolean ahead) {
    int number = 0;
    int year = 0;
    boolean latest = false;
    boolean next = false;
    for (int at = when.first(); at < when.end(); at++) {
      String key = view.key(at);
      number = NUMBERS.getOrDefault(key, number);
      year = year(key) == 0 ? year : year(key);
      latest |= LATEST.contains(key);
      next |= NEXT.contains(key);
      if (key.equals("half") || key.equals("months")) {
        return null;
      }
    }
    if (number > 0) {
      boolean fiscal = view.hasWord(Set.of("fiscal"), when.first() - 2, when.end() + 2);
      boolean calendar = year > 0 && !fiscal && !view.key(when.end() - 1).startsWith("fy");
      if (calendar) {
        return null;
      }
      return year > 0
          ? FiscalYears.quarter(lastMonth, number, year)
          : FiscalYears.quarter(lastMonth, number, now, ahead);
    }
    if (next) {
      return FiscalYears.latest(lastMonth, now).plusMonths(3);
    }
    return latest ? FiscalYears.latest(lastMonth, now) : null;
  }

  private static int year(String key) {
    String digits = key.startsWith("fy") ? key.substring(2) : key;
    if (!List.of(2, 4).contains(digits.length())
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
        || (digits.length() == 2 && !key.startsWith("fy"))) {
      return 0;
    }
    int value = Integer.parseInt(digits);
    return digits.length() == 2 ? CENTURY + value : value;
  }
}
