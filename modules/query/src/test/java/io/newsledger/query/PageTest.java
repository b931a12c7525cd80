package io.newsledger.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PageTest {
  private static final List<List<String>> ALL =
      List.of(
          List.of("2026-01", "b"),
          List.of("2026-03", "a"),
          List.of("", "c"),
          List.of("2026-01", "a"),
          List.of("2026-03", "", "x"));

  private static final List<List<String>> ORDERED =
      List.of(
          List.of("2026-03", "", "x"),
          List.of("2026-03", "a"),
          List.of("2026-01", "a"),
          List.of("2026-01", "b"),
          List.of("", "c"));

  @Test
  void pagesTogetherAreTheWholeListInOrder() {
    for (int limit = 1; limit <= ALL.size() + 1; limit++) {
      List<List<String>> read = new ArrayList<>();
      Optional<String> next = Optional.of("");
      while (next.isPresent()) {
        Page.Part<List<String>> part =
            Page.parse(Integer.toString(limit), next.get()).of(ALL, item -> item);
        assertEquals(ALL.size(), part.total());
        assertTrue(part.items().size() <= limit);
        read.addAll(part.items());
        next = part.next();
      }
      assertEquals(ORDERED, read);
    }
  }

  @Test
  void whatComesAndGoesBetweenPagesHidesNothingAndRepeatsNothing() {
    Page.Part<List<String>> first = Page.first(2).of(ALL, item -> item);
    List<List<String>> later = new ArrayList<>(ALL);
    later.remove(List.of("2026-03", "a"));
    later.add(List.of("2026-04", "new"));
    Page.Part<List<String>> second =
        Page.parse("9", first.next().orElseThrow()).of(later, item -> item);
    assertEquals(ORDERED.subList(2, 5), second.items());
    assertEquals(Optional.empty(), second.next());
  }

  @Test
  void aCursorThatWasNeverGivenOutIsRefused() {
    assertThrows(BadQuestion.class, () -> Page.parse("1", "no cursor!"));
    assertThrows(BadQuestion.class, () -> Page.parse("1", "a".repeat(5_000)));
    assertThrows(BadQuestion.class, () -> Page.parse("0", null));
  }
}
