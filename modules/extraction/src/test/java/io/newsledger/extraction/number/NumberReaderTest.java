package io.newsledger.extraction.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.newsledger.extraction.Bound;
import io.newsledger.extraction.phrase.Lines;
import io.newsledger.extraction.phrase.Sentences;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NumberReaderTest {
  private static final NumberReader READER = NumberReader.load();

  static Stream<Arguments> numbers() {
    return Lines.columns(NumberReaderTest.class, "numbers.tsv").stream()
        .map(row -> Arguments.of(row.get(0), row.get(1)));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void readsNumbersAsNewsWritesThem(String text, String expected) {
    assertEquals(expected, notation(READER.read(Sentences.of(text))), text);
  }

  @Property
  void digitsAndScalesAreExact(
      @ForAll @IntRange(min = 1, max = 999) int whole, @ForAll @IntRange(max = 9) int tenth) {
    String digits = whole + "." + tenth;
    List<Quantity> found = READER.read(Sentences.of("It has " + digits + " billion users"));
    assertEquals(1, found.size());
    assertEquals(new BigDecimal(digits).movePointRight(9).doubleValue(), found.get(0).value(), 0.0);
  }

  private static String notation(List<Quantity> quantities) {
    String all = quantities.stream().map(NumberReaderTest::of).collect(Collectors.joining("; "));
    return all.isEmpty() ? "-" : all;
  }

  private static String of(Quantity q) {
    String value = BigDecimal.valueOf(q.value()).stripTrailingZeros().toPlainString();
    String bound = q.bound() == Bound.EXACT ? "" : q.bound() + " ";
    String range = q.range() == Quantity.End.NONE ? "" : " " + q.range();
    return bound + value + " " + q.unit() + range;
  }
}
