package io.newsledger.extraction.figure;

import io.newsledger.extraction.phrase.Lines;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Knows when the quarters of firms end whose fiscal year is not the calendar's. Immutable. */
final class FiscalYears {
  private static final int QUARTERS = 4;
  private static final int MONTHS = 3;
  private static final int YEAR = 12;

  private final Map<String, Integer> lastMonths = new HashMap<>();

  private FiscalYears() {}

  static FiscalYears load() {
    FiscalYears years = new FiscalYears();
    for (List<String> row : Lines.columns(FiscalYears.class, "fiscal-years.tsv")) {
      years.lastMonths.put(row.get(1), Integer.valueOf(row.get(0)));
    }
    return years;
  }

  /**
   * The month that a firm's fiscal year ends in, 1 to 12; empty if it is December, or not known.
   */
  OptionalInt lastMonth(String organisation) {
    Integer month = lastMonths.get(organisation);
    return month == null ? OptionalInt.empty() : OptionalInt.of(month);
  }

  /** Last month of a quarter, 1 to 4, of a fiscal year that ends in a month of its own number. */
  static YearMonth quarter(int lastMonth, int quarter, int year) {
    return YearMonth.of(year, lastMonth).minusMonths((long) MONTHS * (QUARTERS - quarter));
  }

  /** Last month of the latest such quarter that has ended by a month, or of the next one. */
  static YearMonth quarter(int lastMonth, int quarter, YearMonth now, boolean ahead) {
    YearMonth end = quarter(lastMonth, quarter, now.getYear() + 1);
    while (ahead ? !end.minusMonths(YEAR).isBefore(now) : !end.isBefore(now)) {
      end = end.minusMonths(YEAR);
    }
    return end;
  }

  /** Last month of the latest quarter of any number that has ended before a month. */
  static YearMonth latest(int lastMonth, YearMonth now) {
    YearMonth end = YearMonth.of(now.getYear() + 1, lastMonth);
    while (!end.isBefore(now)) {
      end = end.minusMonths(MONTHS);
    }
    return end;
  }

  /** Last month of the latest fiscal year that has ended before a month. */
  static YearMonth latestYear(int lastMonth, YearMonth now) {
    YearMonth end = YearMonth.of(now.getYear() + 1, lastMonth);
    while (!end.isBefore(now)) {
      end = end.minusMonths(YEAR);
    }
    return end;
  }
}
