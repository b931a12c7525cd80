package io.newsledger.weighing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.KnownInterval;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HorizonTest {
  private static final List<KnownInterval> KNOWN =
      List.of(
          new KnownInterval(
              Instant.parse("2026-03-05T10:00:00Z"), Instant.parse("2026-03-08T00:00:00Z")));

  @Test
  void aClaimStandsFromItsPublicationUntilItIsTakenBack() {
    assertFalse(at("2026-03-04").stands(KNOWN));
    assertTrue(at("2026-03-05").stands(KNOWN));
    assertTrue(at("2026-03-07").stands(KNOWN));
    assertFalse(at("2026-03-08").stands(KNOWN), "taken back at the day's first instant");
    assertFalse(Horizon.latest().stands(KNOWN));
  }

  @Test
  void periodsOfADateAreMonthQuarterAndYear() {
    assertEquals(
        List.of("2026-03", "2026-Q1", "2026"),
        Period.of("2026-03-04").stream().map(Period::name).toList());
    assertEquals(List.of("2026"), Period.of("2026").stream().map(Period::name).toList());
    assertEquals(List.of(Period.UNDATED), Period.of(null));
    assertTrue(Period.of("2026-10").get(1).holds("2026-12-31"));
  }

  private static Horizon at(String day) {
    return Horizon.endOf(LocalDate.parse(day));
  }
}
