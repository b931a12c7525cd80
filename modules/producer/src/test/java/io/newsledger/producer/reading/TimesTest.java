package io.newsledger.producer.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-05",
        "2026-3-5",
        "2026/03/05",
        "2026.03.05",
        "20260305",
        "5 March 2026",
        "05 Mar 2026",
        "5th MARCH, 2026",
        "5-Mar-2026",
        "Thursday, 5 March 2026",
        "March 5, 2026",
        "mar. 5 2026",
        "Thu, March 5th, 2026"
      })
  void days(String text) {
    assertEquals(new Times.Stamp(Instant.parse("2026-03-05T00:00:00Z"), true), Times.parse(text));
  }

  @ParameterizedTest
  @CsvSource({"2026-03,2026-03-31", "2026-02,2026-02-28", "2024-02,2024-02-29"})
  void aMonthIsItsLastDay(String text, LocalDate day) {
    Instant start = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    assertEquals(new Times.Stamp(start, true), Times.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-05T14:30:00Z | 2026-03-05T14:30:00Z",
        "2026-03-05t14:30z | 2026-03-05T14:30:00Z",
        "2026-03-05T14:30:00.1234567+01:00 | 2026-03-05T13:30:00.123Z",
        "2026-03-05T14:30:00,5-0930 | 2026-03-06T00:00:00.500Z",
        "2026-03-05 14:30 | 2026-03-05T14:30:00Z",
        "2026-03-05 14:30:15 +01 | 2026-03-05T13:30:15Z",
        "2026-03-05 14:30:15 UTC | 2026-03-05T14:30:15Z",
        "2026-03-05 14:30 UTC+08:00 | 2026-03-05T06:30:00Z",
        "2026/03/05 9:05 | 2026-03-05T09:05:00Z",
        "20260305T14:30Z | 2026-03-05T14:30:00Z",
        "Thu, 05 Mar 2026 14:30:00 GMT | 2026-03-05T14:30:00Z",
        "5 Mar 2026 14:30:00 +0100 | 2026-03-05T13:30:00Z",
        "Fri, 5 Mar 26 14:30 EST | 2026-03-05T19:30:00Z",
        "5 Mar 99 00:00 UT | 1999-03-05T00:00:00Z",
        "March 5, 2026 at 2:30 p.m. PDT | 2026-03-05T21:30:00Z",
        "Sept. 5, 2026, 12:05 am | 2026-09-05T00:05:00Z",
        "2026-03-05T23:30:00-14:00 | 2026-03-06T13:30:00Z"
      })
  void daysWithTimes(String text, Instant time) {
    assertEquals(new Times.Stamp(time, false), Times.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026",
        "2026-3",
        "2026-00",
        "2026-13",
        "0000-03",
        "2026-02-30",
        "2026-13-01",
        "2026-03/05",
        "2026035",
        "03/05/2026",
        "5.3.2026",
        "1772668800",
        "31 April 2026",
        "5 Marzo 2026",
        "March 5",
        "2026-03-05T",
        "2026-03-05T24:00",
        "2026-03-05T14:60",
        "2026-03-05T14:30+19:00",
        "2026-03-05 14:30 XYZ",
        "2026-03-05 14:30 EST+01:00",
        "2026-03-05 14:30 pm",
        "0000-01-01",
        "0001-01-01T00:00+01:00",
        "9999-12-31T23:00-02:00",
        "12026-03-05",
        "-2026-03-05",
        "２０２６-03-05"
      })
  void noDays(String text) {
    assertThrows(DateTimeException.class, () -> Times.parse(text));
  }

  @Property
  void everyDayInEveryShape(@ForAll @IntRange(min = 0, max = 120_000) int days) {
    LocalDate day = LocalDate.of(1800, 1, 1).plusDays(days);
    Times.Stamp expected = new Times.Stamp(day.atStartOfDay().toInstant(ZoneOffset.UTC), true);
    String month = day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    for (String text :
        List.of(
            day.toString(),
            day.format(DateTimeFormatter.BASIC_ISO_DATE),
            day.getDayOfMonth() + " " + month + " " + day.getYear(),
            month.substring(0, 3) + " " + day.getDayOfMonth() + ", " + day.getYear())) {
      assertEquals(expected, Times.parse(text), text);
    }
  }

  @Property
  void everyTimeInEveryShape(
      @ForAll @IntRange(min = 0) int seconds, @ForAll @IntRange(min = -18, max = 18) int hours) {
    Instant time = Instant.ofEpochSecond(seconds);
    OffsetDateTime there = time.atOffset(ZoneOffset.ofHours(hours));
    for (DateTimeFormatter shape :
        List.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME, DateTimeFormatter.RFC_1123_DATE_TIME)) {
      assertEquals(new Times.Stamp(time, false), Times.parse(there.format(shape)));
    }
  }

  @Property
  void anyTextIsATimeOrNone(@ForAll String text) {
    try {
      Instant time = Times.parse(text).time();
      assertEquals(time, Times.parse(time.toString()).time());
    } catch (DateTimeException e) {
      assertEquals("no time: " + text, e.getMessage());
    }
  }
}
