package io.newsledger.weighing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

  /** Reads a date; empty for null and for what is no date. */
  public static Optional<PartialDate> parse(String text) {
    Matcher form = text == null ? null : FORM.matcher(text);
    if (form == null || !form.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(form.group(1));
    try {
      if (form.group(2) == null) {
        return Optional.of(
            new PartialDate(
                text, Precision.YEAR, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
      }
      YearMonth month = YearMonth.of(year, Integer.parseInt(form.group(2)));
      if (form.group(3) == null) {
        return Optional.of(
            new PartialDate(text, Precision.MONTH, month.atDay(1), month.atEndOfMonth()));
      }
      LocalDate day = month.atDay(Integer.parseInt(form.group(3)));
      return Optional.of(new PartialDate(text, Precision.DAY, day, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
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
