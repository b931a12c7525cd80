package io.newsledger.producer.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as documents print them: a day as 2026-03-05, 2026/03/05, 20260305, 5 March 2026 or Mar 5,
 * 2026, with a weekday before it or not (which is not looked at), and perhaps a time with an offset
 * or a zone that mail and feeds name. Days that may be read in two ways, as 03/05/2026, are none. A
 * day is its start in UTC; a time without offset counts as UTC. A month, as 2026-03, is its last
 * day, by which what it dates was there.
 */
final class Times {
  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

  private static final String WEEKDAY =
      "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?";

  private static final String TIME =
      "(?:(?:\\s*T\\s*|,?\\s+(?:at\\s+)?)(?<hour>\\d{1,2}):(?<minute>\\d{2})"
          + "(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9})\\d*)?)?(?:\\s*(?<half>[ap])\\.?m\\.?)?"
          + "(?:\\s*(?<zone>Z|[a-z]{2,3})?(?<offset>[+-]\\d{2}(?::?\\d{2})?)?)?)?";

  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?i)(\\d{4})(?:(?<mark>[-/.])(\\d{1,2})\\k<mark>(\\d{1,2})|(\\d{2})(\\d{2}))" + TIME);

  private static final Pattern YEAR_AND_MONTH = Pattern.compile("(?!0000)(\\d{4})-(\\d{2})");

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?i)"
              + WEEKDAY
              + "(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+"
              + MONTH
              + ",?[\\s-]+(\\d{4}|\\d{2})"
              + TIME);

  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?i)" + WEEKDAY + MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})" + TIME);

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** The zones that RFC 822 names, in hours. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("z", 0),
          Map.entry("ut", 0),
          Map.entry("utc", 0),
          Map.entry("gmt", 0),
          Map.entry("est", -5),
          Map.entry("edt", -4),
          Map.entry("cst", -6),
          Map.entry("cdt", -5),
          Map.entry("mst", -7),
          Map.entry("mdt", -6),
          Map.entry("pst", -8),
          Map.entry("pdt", -7));

  private Times() {}

  /**
   * A time as printed.
   *
   * @param time the time, to the millisecond; the start of the day where only that is printed
   * @param dayOnly whether only a day is printed
   */
  record Stamp(Instant time, boolean dayOnly) {}

  /**
   * Reads a time.
   *
   * @throws DateTimeException if the text is no time, or one outside of the years 1 to 9999
   */
  static Stamp parse(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.matches()) {
      int first = numbers.group("mark") == null ? 5 : 3;
      int year = number(numbers, 1);
      return stamp(year, number(numbers, first), number(numbers, first + 1), numbers);
    }
    Matcher dayFirst = DAY_FIRST.matcher(text);
    if (dayFirst.matches()) {
      return stamp(
          year(dayFirst.group(3)), month(dayFirst.group(2)), number(dayFirst, 1), dayFirst);
    }
    Matcher monthFirst = MONTH_FIRST.matcher(text);
    if (monthFirst.matches()) {
      int month = month(monthFirst.group(1));
      return stamp(number(monthFirst, 3), month, number(monthFirst, 2), monthFirst);
    }
    Matcher month = YEAR_AND_MONTH.matcher(text);
    if (month.matches()) {
      LocalDate last = YearMonth.of(number(month, 1), number(month, 2)).atEndOfMonth();
      return new Stamp(last.atStartOfDay().toInstant(ZoneOffset.UTC), true);
    }
    throw new DateTimeException("no time: " + text);
  }

  private static Stamp stamp(int year, int month, int day, Matcher printed) {
    LocalDate date = LocalDate.of(year, month, day);
    boolean dayOnly = printed.group("hour") == null;
    LocalTime time = dayOnly ? LocalTime.MIDNIGHT : time(printed);
    ZoneOffset offset = dayOnly ? ZoneOffset.UTC : offset(printed);
    Instant instant = date.atTime(time).toInstant(offset).truncatedTo(ChronoUnit.MILLIS);
    int there = instant.atOffset(ZoneOffset.UTC).getYear();
    if (there < 1 || there > 9999) {
      throw new DateTimeException("outside of the years 1 to 9999: " + printed.group());
    }
    return new Stamp(instant, dayOnly);
  }

  private static LocalTime time(Matcher printed) {
    int hour = Integer.parseInt(printed.group("hour"));
    String half = printed.group("half");
    if (half != null) {
      if (hour < 1 || hour > 12) {
        throw new DateTimeException("no hour of a half day: " + hour);
      }
      hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
    String second = printed.group("second");
    String fraction = printed.group("fraction");
    int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    return LocalTime.of(
        hour,
        Integer.parseInt(printed.group("minute")),
        second == null ? 0 : Integer.parseInt(second),
        nanos);
  }

  private static ZoneOffset offset(Matcher printed) {
    String zone = printed.group("zone");
    Integer hours = zone == null ? Integer.valueOf(0) : ZONES.get(zone.toLowerCase(Locale.ROOT));
    String offset = printed.group("offset");
    // A zone with an offset of its own, as UTC+01:00, makes sense for UTC only.
    if (hours == null || (hours != 0 && offset != null)) {
      throw new DateTimeException("no zone known here: " + printed.group());
    }
    return offset == null ? ZoneOffset.ofHours(hours) : ZoneOffset.of(offset);
  }

  /** Two digits as mail counts them: 00 to 49 are of this century. */
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() > 2) {
      return year;
    }
    return year < 50 ? 2000 + year : 1900 + year;
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
  }

  private static int number(Matcher printed, int group) {
    return Integer.parseInt(printed.group(group));
  }
}
