package io.newsledger.extraction.time;

import io.newsledger.extraction.phrase.Phrase;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/** Computes the points in time that phrases name. Results are ISO 8601, or null for no point. */
final class TimeResolver {
  /**
   * A day without a year that lies further ahead than this is taken for a day of the year before.
   */
  private static final int DAYS_AHEAD = 60;

  /** Results of a fiscal quarter come out about a month after its end. */
  private static final int DAYS_TO_REPORT = 30;

  private static final int DAY = 1;
  private static final int WEEK = 2;
  private static final int MONTH = 3;
  private static final int QUARTER = 4;
  private static final int YEAR = 5;
  private static final int DECADE = 6;

  private final Holidays holidays;
  private final LocalDate published;

  TimeResolver(Holidays holidays, LocalDate published) {
    this.holidays = holidays;
    this.published = published;
  }

  /**
   * The point a rule names.
   *
   * @param ahead whether the sentence speaks of what is to come
   */
  String resolve(TimeGrammar.Rule rule, Phrase.Match match, boolean ahead) {
    try {
      return point(rule, match, ahead);
    } catch (DateTimeException e) {
      return null; // 30 February
    }
  }

  private String point(TimeGrammar.Rule rule, Phrase.Match match, boolean ahead) {
    int year = match.value("year", match.value("fy", 0));
    int month = match.value("month", match.value("mm", 0));
    int day = match.value("day", 0);
    int amount = rule.amount();
    return switch (rule.resolution()) {
      case "date", "isodate" ->
          (year == 0 ? nearest(month, day, ahead) : LocalDate.of(year, month, day)).toString();
      case "month" -> (year == 0 ? nearest(month, ahead) : YearMonth.of(year, month)).toString();
      case "lastmonth" -> nearest(month, false).toString();
      case "nextmonth" -> nearest(month, true).toString();
      case "nextmonthin" -> nearest(month, ahead).toString();
      case "monthlastyear" -> YearMonth.of(published.getYear() - 1, month).toString();
      case "monththisyear" -> YearMonth.of(published.getYear(), month).toString();
      case "monthnextyear" -> YearMonth.of(published.getYear() + 1, month).toString();
      case "year" -> Integer.toString(year);
      case "season" -> Integer.toString(yearOfSeason(match.value("season", 0)));
      case "seasonlastyear" -> Integer.toString(published.getYear() - 1);
      case "nextseason" -> Integer.toString(published.plusMonths(6).getYear());
      case "holiday" ->
          holidays
              .month(match.value("holiday", 0), year, published)
              .map(YearMonth::toString)
              .orElse(null);
      case "quarter" -> quarter(match.value("q", 0), year, ahead);
      case "quarterlastyear" -> quarter(match.value("q", 0), published.getYear() - 1, ahead);
      case "quarterthisyear" -> quarter(match.value("q", 0), published.getYear(), ahead);
      case "fiscalquarter" ->
          YearMonth.from(published.minusDays(DAYS_TO_REPORT)).plusMonths(ahead ? 3 : 0).toString();
      case "quarters" -> endOfQuarter(published).plusMonths(3L * amount).toString();
      case "half" -> half(match.value("half", 0), year == 0 ? published.getYear() : year);
      case "halflastyear" -> half(match.value("half", 0), published.getYear() - 1);
      case "firstmonths" ->
          YearMonth.of(year == 0 ? published.getYear() : year, match.value("n", 1)).toString();
      case "today" -> published.toString();
      case "now" -> YearMonth.from(published).toString();
      case "days" -> published.plusDays(amount).toString();
      case "weeks" -> YearMonth.from(published.plusWeeks(amount)).toString();
      case "months" -> YearMonth.from(published).plusMonths(amount).toString();
      case "years" -> Year.from(published).plusYears(amount).toString();
      case "yearend" -> (ahead ? now().withMonth(12) : lastDecember()).toString();
      case "ago" -> shift(published.toString(), -match.value("n", 1), match.value("unit", DAY));
      case "aboutago" -> about(-match.value("n", 1), match.value("unit", DAY));
      case "fewago" -> about(-3, match.value("unit", DAY));
      case "hence" -> shift(published.toString(), match.value("n", 1), match.value("unit", DAY));
      case "weekday" -> weekday(match.value("weekday", 1), ahead);
      case "lastweekday" ->
          published
              .with(TemporalAdjusters.previous(DayOfWeek.of(match.value("weekday", 1))))
              .toString();
      case "nextweekday" ->
          published
              .with(TemporalAdjusters.next(DayOfWeek.of(match.value("weekday", 1))))
              .toString();
      default -> null;
    };
  }

  /** The point that a comparison counts to from another. */
  String compare(TimeGrammar.Rule rule, Phrase.Match match, String anchor) {
    String from = anchor == null ? YearMonth.from(published).toString() : anchor;
    int n = match.value("n", 1);
    int unit = match.value("unit", YEAR);
    boolean lastQuarter = anchor == null && unit == QUARTER && n == 1;
    return switch (rule.resolution()) {
      case "before" -> shift(from, -n, unit);
      case "yearbefore" -> shift(from, -1, YEAR);
      case "quarteryearbefore" ->
          anchor == null
              ? endOfQuarter(published).minusMonths(3).minusYears(1).toString()
              : shift(from, -1, YEAR);
      case "unitbefore" ->
          lastQuarter ? endOfQuarter(published).minusMonths(3).toString() : shift(from, -1, unit);
      case "unitafter" -> anchor == null ? null : shift(from, 1, unit);
      case "after" -> anchor == null ? null : shift(from, n, unit);
      default -> null;
    };
  }

  /** Moves a point; what is said in weeks is known to the month, in many years to the year. */
  private String shift(String from, int n, int unit) {
    int years = unit == DECADE ? 10 * n : n;
    boolean onlyYear = from.length() == 4;
    if (onlyYear) {
      return unit >= YEAR && unit <= DECADE ? Year.parse(from).plusYears(years).toString() : null;
    }
    LocalDate day = from.length() == 7 ? YearMonth.parse(from).atDay(15) : LocalDate.parse(from);
    return switch (unit) {
      case DAY -> from.length() == 7 ? from : day.plusDays(n).toString();
      case WEEK -> YearMonth.from(day.plusWeeks(n)).toString();
      case MONTH -> YearMonth.from(day).plusMonths(n).toString();
      case QUARTER -> YearMonth.from(day).plusMonths(3L * n).toString();
      case YEAR, DECADE ->
          Math.abs(years) == 1
              ? YearMonth.from(day).plusYears(years).toString()
              : Year.from(day).plusYears(years).toString();
      default -> published.toString();
    };
  }

  private YearMonth now() {
    return YearMonth.from(published);
  }

  /** The last December that has begun. */
  private YearMonth lastDecember() {
    boolean december = published.getMonthValue() == 12;
    return YearMonth.of(december ? published.getYear() : published.getYear() - 1, 12);
  }

  private String about(int n, int unit) {
    return switch (unit) {
      case DAY -> YearMonth.from(published.plusDays(n)).toString();
      case WEEK -> YearMonth.from(published.plusWeeks(n)).toString();
      case YEAR -> Year.from(published).plusYears(n).toString();
      case MONTH -> Year.from(published.plusMonths(n)).toString();
      default -> null;
    };
  }

  private LocalDate nearest(int month, int day, boolean ahead) {
    LocalDate thisYear = LocalDate.of(published.getYear(), month, day);
    if (ahead) {
      return thisYear.isBefore(published) ? thisYear.plusYears(1) : thisYear;
    }
    if (thisYear.isAfter(published.plusDays(DAYS_AHEAD))) {
      return thisYear.minusYears(1);
    }
    return thisYear;
  }

  private YearMonth nearest(int month, boolean ahead) {
    YearMonth thisYear = YearMonth.of(published.getYear(), month);
    YearMonth now = YearMonth.from(published);
    if (ahead) {
      return thisYear.isBefore(now) ? thisYear.plusYears(1) : thisYear;
    }
    return thisYear.isAfter(now) ? thisYear.minusYears(1) : thisYear;
  }

  private String weekday(int weekday, boolean ahead) {
    DayOfWeek day = DayOfWeek.of(weekday);
    return published
        .with(ahead ? TemporalAdjusters.nextOrSame(day) : TemporalAdjusters.previousOrSame(day))
        .toString();
  }

  private int yearOfSeason(int month) {
    if (month == 0) {
      return published.getYear();
    }
    boolean ahead = month > published.getMonthValue();
    return ahead ? published.getYear() - 1 : published.getYear();
  }

  private String quarter(int quarter, int year, boolean ahead) {
    if (year != 0) {
      return YearMonth.of(year, 3 * quarter).toString();
    }
    YearMonth end = YearMonth.of(published.getYear(), 3 * quarter);
    YearMonth start = end.minusMonths(2);
    YearMonth now = YearMonth.from(published);
    boolean begun = ahead ? !end.isBefore(now) : !start.isAfter(now);
    if (ahead) {
      return (begun ? end : end.plusYears(1)).toString();
    }
    return (begun ? end : end.minusYears(1)).toString();
  }

  private static String half(int half, int year) {
    return YearMonth.of(year, 6 * half).toString();
  }

  private static YearMonth endOfQuarter(LocalDate day) {
    return YearMonth.of(day.getYear(), (day.getMonthValue() + 2) / 3 * 3);
  }
}
