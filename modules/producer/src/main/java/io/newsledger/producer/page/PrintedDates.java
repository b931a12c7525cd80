package io.newsledger.producer.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as pages print them, in the language of the page. What comes out is ISO: a day, or a day
 * and a time with the offset that is printed, if any.
 */
final class PrintedDates {
  private static final Pattern ISO =
      Pattern.compile(
          "(?<!\\d)(\\d{4})([-/.]?)(\\d{2})\\2(\\d{2})"
              + "(?:(?:\\s*[Tt]\\s*|\\s+)(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d+)?)?"
              + "\\s*(Z|z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2}(?!\\d))?)?(?!\\d)");

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");

  private static final Pattern EAST_ASIAN =
      Pattern.compile("((?:19|20)\\d{2})\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]");

  private static final Pattern DAY_AND_YEAR =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})\\s?([./-])\\s?(\\d{1,2})\\s?\\2\\s?((?:19|20)\\d{2}|\\d{2})(?![\\d./-]\\d)");

  private static final Pattern DAY_MONTH_YEAR =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?[\\s\u00A0-]{0,3}(?:(?:of|de|di|din)\\s)?"
              + "([\\p{L}\\p{M}]{3,12})\\.?,?[\\s\u00A0/-]{0,3}(?:(?:de|del)\\s)?((?:19|20)\\d{2})(?!\\d)");

  private static final Pattern MONTH_DAY_YEAR =
      Pattern.compile(
          "([\\p{L}\\p{M}]{3,12})\\.?[\\s\u00A0]{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?[\\s\u00A0]{1,3}"
              + "(?:at\\s)?((?:19|20)\\d{2})(?!\\d)");

  private static final Pattern RFC_TIME =
      Pattern.compile(
          "^\\s*(?:\\p{Alpha}{3,9},?\\s+)?\\d{1,2}\\s+\\p{Alpha}{3,9}\\s+\\d{4}\\s+"
              + "(\\d{2}):(\\d{2})(?::(\\d{2}))?\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})");

  private static final Pattern EPOCH = Pattern.compile("\\s*(\\d{10})(\\d{3})?\\s*");

  private static final int FIRST_YEAR = 1995;
  private static final int LAST_YEAR = 2100;

  /** A date is told in few words. */
  private static final int LONGEST_VALUE = 200;

  private final MonthNames months;
  private final boolean monthFirst;

  /**
   * Dates of pages in a language.
   *
   * @param language the page's language tag; empty if it is not known
   */
  PrintedDates(String language) {
    Locale locale = Locale.forLanguageTag(language.replace('_', '-'));
    this.months = MonthNames.of(locale.getLanguage());
    boolean english = locale.getLanguage().equals("en");
    this.monthFirst =
        english && (locale.getCountry().isEmpty() || locale.getCountry().equals("US"));
  }

  /** A value that is meant as a date, as machines write them or as people do. */
  Optional<String> value(String text) {
    if (text.length() > LONGEST_VALUE) {
      return Optional.empty();
    }
    Matcher epoch = EPOCH.matcher(text);
    if (epoch.matches()) {
      Instant time = Instant.ofEpochSecond(Long.parseLong(epoch.group(1)));
      return isPlausible(time.atOffset(ZoneOffset.UTC).getYear())
          ? Optional.of(time.toString())
          : Optional.empty();
    }
    Matcher iso = ISO.matcher(text);
    if (iso.find()) {
      Optional<String> found = iso(iso);
      if (found.isPresent()) {
        return found;
      }
    }
    Matcher rfc = RFC_TIME.matcher(text);
    Optional<String> day = find(text);
    return day.isPresent() && rfc.find()
        ? day.map(date -> date + "T" + time(rfc, 1) + offset(rfc.group(4)))
        : day;
  }

  /** The first day that is printed in a text, in the clearest form in which one is. */
  Optional<String> find(String text) {
    Matcher matcher = YEAR_FIRST.matcher(text);
    while (matcher.find()) {
      Optional<String> day = day(matcher.group(1), number(matcher, 2), number(matcher, 3));
      if (day.isPresent()) {
        return day;
      }
    }
    matcher = EAST_ASIAN.matcher(text);
    if (matcher.find()) {
      return day(matcher.group(1), number(matcher, 2), number(matcher, 3));
    }
    Optional<String> worded = worded(text);
    return worded.isPresent() ? worded : numbered(text);
  }

  private Optional<String> worded(String text) {
    Matcher matcher = DAY_MONTH_YEAR.matcher(text);
    while (matcher.find()) {
      Optional<String> day =
          day(matcher.group(3), months.month(matcher.group(2)), number(matcher, 1));
      if (day.isPresent()) {
        return day;
      }
    }
    matcher = MONTH_DAY_YEAR.matcher(text);
    while (matcher.find()) {
      Optional<String> day =
          day(matcher.group(3), months.month(matcher.group(1)), number(matcher, 2));
      if (day.isPresent()) {
        return day;
      }
    }
    return Optional.empty();
  }

  private Optional<String> numbered(String text) {
    Matcher matcher = DAY_AND_YEAR.matcher(text);
    while (matcher.find()) {
      boolean slashed = matcher.group(2).equals("/");
      int first = number(matcher, 1);
      int second = number(matcher, 3);
      boolean swapped = second > 12 || (slashed && monthFirst && first <= 12);
      String year = matcher.group(4).length() == 2 ? "20" + matcher.group(4) : matcher.group(4);
      Optional<String> day = day(year, swapped ? first : second, swapped ? second : first);
      if (day.isPresent()) {
        return day;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> iso(Matcher iso) {
    Optional<String> day = day(iso.group(1), number(iso, 3), number(iso, 4));
    if (day.isEmpty() || iso.group(5) == null) {
      return day;
    }
    String time = time(iso, 5);
    return time.isEmpty() ? day : Optional.of(day.get() + "T" + time + offset(iso.group(8)));
  }

  private static String time(Matcher matcher, int hour) {
    String seconds = matcher.group(hour + 2);
    try {
      LocalTime time =
          LocalTime.of(
              number(matcher, hour),
              number(matcher, hour + 1),
              seconds == null ? 0 : Integer.parseInt(seconds));
      return String.format(
          Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
    } catch (DateTimeException e) {
      return "";
    }
  }

  private static String offset(String printed) {
    if (printed == null) {
      return "";
    } else if (Character.isLetter(printed.charAt(0))) {
      return "Z";
    }
    String digits = printed.replace(":", "");
    String minutes = digits.length() > 3 ? digits.substring(3) : "00";
    return digits.substring(0, 3) + ":" + minutes;
  }

  private static Optional<String> day(String year, int month, int day) {
    try {
      LocalDate date = LocalDate.of(Integer.parseInt(year), month, day);
      return isPlausible(date.getYear()) ? Optional.of(date.toString()) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isPlausible(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
