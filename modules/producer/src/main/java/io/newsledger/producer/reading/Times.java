package io.newsledger.producer.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Times as documents print them: an ISO day, an ISO day and time with or without offset (parted by
 * T or a space), or the form that feeds use, {@code Thu, 05 Mar 2026 14:30:00 +0100}. A day is its
 * start in UTC; a time without offset counts as UTC.
 */
final class Times {
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("[ ]['T']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[ ][XXX][XX][X]")
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withChronology(IsoChronology.INSTANCE);

  private Times() {}

  /**
   * The time, to the millisecond.
   *
   * @throws DateTimeException if the text is no time, or one outside of the years 1 to 9999
   */
  static Instant parse(String text) {
    Instant time = Character.isLetter(text.charAt(0)) ? feed(text) : iso(text);
    int year = time.atOffset(ZoneOffset.UTC).getYear();
    if (year < 1 || year > 9999) {
      throw new DateTimeException("outside of the years 1 to 9999: " + text);
    }
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  private static Instant feed(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  private static Instant iso(String text) {
    TemporalAccessor parsed =
        ISO.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
    if (parsed instanceof ZonedDateTime zoned) {
      return zoned.toInstant();
    } else if (parsed instanceof LocalDateTime local) {
      return local.toInstant(ZoneOffset.UTC);
    }
    return LocalDate.from(parsed).atTime(LocalTime.MIN).toInstant(ZoneOffset.UTC);
  }
}
