package io.newsledger.events.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowKeyTest {
  @Test
  void partsComeBack() {
    assertEquals(List.of("a", "", "c"), RowKey.parts(RowKey.of("a", null, "c")));
  }

  @Test
  void aPartCannotForgeASeparator() {
    assertEquals(List.of("a b", "c"), RowKey.parts(RowKey.of("a\u0000b", "c")));
  }

  @Test
  void theRangeHoldsTheSubjectsRowsAndNoOthers() {
    assertTrue(inRange(RowKey.of("open", "1"), "open"));
    assertTrue(inRange(RowKey.of("open", "\uD83D\uDE00"), "open"));
    assertTrue(inRange(RowKey.of("open", ""), "open"));
    assertFalse(inRange(RowKey.of("open"), "open"));
    assertFalse(inRange(RowKey.of("openai", "1"), "open"));
    assertFalse(inRange(RowKey.of("ope", "1"), "open"));
  }

  private static boolean inRange(String key, String subject) {
    return compare(RowKey.first(subject), key) <= 0 && compare(key, RowKey.last(subject)) <= 0;
  }

  /** State stores order by the unsigned bytes of the encoded key. */
  private static int compare(String a, String b) {
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
