package io.newsledger.extraction.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.newsledger.extraction.phrase.Lines;
import io.newsledger.extraction.phrase.Sentences;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemporalReaderTest {
  private static final TemporalReader READER = TemporalReader.load();
  private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 10);

  static Stream<Arguments> expressions() {
    return Lines.columns(TemporalReaderTest.class, "points.tsv").stream()
        .map(row -> Arguments.of(row.get(0), row.get(1)));
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void resolvesAgainstTheDayOfPublication(String text, String expected) {
    assertEquals(expected, notation(READER.read(Sentences.of(text), TUESDAY)), text);
  }

  @Test
  void aMonthOfTheWinterBeforeBelongsToTheYearBefore() {
    List<TimeExpression> found =
        READER.read(Sentences.of("It grew in December"), LocalDate.of(2026, 1, 2));
    assertEquals("2025-12 ABSOLUTE", notation(found));
  }

  @Test
  void theLastQuarterInJanuaryIsOfTheYearBefore() {
    List<TimeExpression> found =
        READER.read(Sentences.of("It grew last quarter"), LocalDate.of(2026, 1, 20));
    assertEquals("2025-12 QUARTER", notation(found));
  }

  @Test
  void thereIsNoThirtiethOfFebruary() {
    List<TimeExpression> found = READER.read(Sentences.of("on February 30, 2026"), TUESDAY);
    assertEquals("null ABSOLUTE", notation(found));
  }

  private static String notation(List<TimeExpression> times) {
    String all =
        times.stream().map(t -> t.iso() + " " + t.kind()).collect(Collectors.joining("; "));
    return all.isEmpty() ? "-" : all;
  }
}
