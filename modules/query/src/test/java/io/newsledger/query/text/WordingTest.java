package io.newsledger.query.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class WordingTest {
  @Test
  void largeNumbersAreInWordsWhereNoDigitIsLost() {
    assertEquals("600 million", number("600000000"));
    assertEquals("1.25 billion", number("1250000000"));
    assertEquals("703.4 million", number("703400000"));
    assertEquals("1,234,567", number("1234567"));
    assertEquals("180,000", number("180000"));
    assertEquals("40.5", number("40.5"));
    assertEquals("0", number("0"));
    assertEquals("-2.5 million", number("-2500000"));
  }

  private static String number(String digits) {
    return Wording.number(new BigDecimal(digits));
  }
}
