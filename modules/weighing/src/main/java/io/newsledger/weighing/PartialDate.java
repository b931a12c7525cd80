package io.newsledger.weighing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A date as precise as a source gives it.
 *
 * @param text ISO 8601: YYYY-MM-DD, YYYY-MM or YYYY
 * @param precision how precise
 * @param first first day it may mean
 * @param last last day it may mean
 */
public record PartialDate(String text, Precision precision, LocalDate first, LocalDate last) {
  /** How precise a date is; the more precise, the later in this order. */
  public enum Precision {
    YEAR,
    MONTH,
    DAY
  }

  /**
   * Days that two reports of one event may lie apart: announcement, last day and news of it differ.
   */
  private static final long TOLERANCE = 31;

  private static final int YEAR_END = 4;
  private static final int MONTH_END = 7;
  private static final int DAY_END = 10;

  /** Reads a date; empty for null and for what is no date. */
  public static Optional<PartialDate> parse(String text) {
    if (text == null || !isForm(text)) {
      return Optional.empty();
    }
    int year = number(text, 0, YEAR_END);
    try {
      if (text.length() == YEAR_END) {
        return Optional.of(
            new PartialDate(
                text, Precision.YEAR, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
      }
      YearMonth month = YearMonth.of(year, number(text, YEAR_END + 1, MONTH_END));
      if (text.length() == MONTH_END) {
        return Optional.of(
            new PartialDate(text, Precision.MONTH, month.atDay(1), month.atEndOfMonth()));
      }
      LocalDate day = month.atDay(number(text, MONTH_END + 1, DAY_END));
      return Optional.of(new PartialDate(text, Precision.DAY, day, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether a text is one of the forms, with any digits. Read for each claim many times over. */
  private static boolean isForm(String text) {
    int length = text.length();
    if (length != YEAR_END && length != MONTH_END && length != DAY_END) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char one = text.charAt(i);
      boolean between = i == YEAR_END || i == MONTH_END;
      boolean fits = between ? one == '-' : (one >= '0' && one <= '9');
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  /** The less precise dates, as text, that hold this one, the least precise first. */
  List<String> wholes() {
    return switch (precision) {
      case YEAR -> List.of();
      case MONTH -> List.of(text.substring(0, YEAR_END));
      case DAY -> List.of(text.substring(0, YEAR_END), text.substring(0, MONTH_END));
    };
  }

  /** Whether all days the other may mean are days this one may mean. */
  public boolean contains(PartialDate other) {
    return !other.first.isBefore(first) && !other.last.isAfter(last);
  }

  /** Whether two reports with these dates can be of one event. */
  public boolean near(PartialDate other) {
    boolean coarse = precision == Precision.YEAR || other.precision == Precision.YEAR;
    return distance(other) <= (coarse ? 0 : TOLERANCE);
  }

  /** Days between the nearest days that both may mean; 0 if they overlap. */
  public long distance(PartialDate other) {
    if (other.first.isAfter(last)) {
      return ChronoUnit.DAYS.between(last, other.first);
    }
    return first.isAfter(other.last) ? ChronoUnit.DAYS.between(other.last, first) : 0;
  }
}
