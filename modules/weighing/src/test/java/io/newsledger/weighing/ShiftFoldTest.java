package io.newsledger.weighing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.Bound;
import io.newsledger.events.Direction;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Metric;
import io.newsledger.events.Modality;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.Shift;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShiftFoldTest {
  @Test
  void sharesThatFallAndRise() {
    Shift fall =
        shifts(
                share("OpenAI", "2025-01", 55).setScope("the global AI market"),
                share("OpenAI", "2026-01", 40).setScope("global AI market"))
            .get(0);
    assertEquals(-15, fall.getChange());
    assertEquals(-27.27, fall.getChangePercent());
    assertEquals(Direction.DOWN, fall.getDirection());
    assertEquals("2025-01", fall.getBefore().getDate());
    assertEquals("2026-01", fall.getAfter().getDate());
    assertEquals("ai market", fall.getScope());
    assertEquals(List.of("OpenAI 2025-01 55.0"), fall.getBefore().getClaims());
    assertEquals("OpenAI|MARKET_SHARE|PERCENT|actual|ai market|2026-01", fall.getAfter().getKey());
    assertFalse(fall.getContested());
    Shift rise =
        shifts(
                share("x", "2025-01", 1).setEntities(List.of("Qwen", "DeepSeek")),
                share("x", "2026-01", 15).setEntities(List.of("DeepSeek", "Qwen")))
            .get(0);
    assertEquals(List.of("DeepSeek", "Qwen"), rise.getEntities());
    assertEquals(14, rise.getChange());
    assertEquals(Direction.UP, rise.getDirection());
  }

  @Test
  void whatIsLargeIsTakenAtItsWord() {
    assertEquals(1, shifts(share("A", "2025", 35.2), share("A", "2026", 40.2)).size());
    assertEquals(List.of(), shifts(share("A", "2025", 35.3), share("A", "2026", 40.2)));
    assertEquals(1, shifts(users("2025", 200e6), users("2026", 220e6)).size());
    assertEquals(List.of(), shifts(users("2025", 200e6), users("2026", 219e6)));
    assertEquals(
        List.of(), shifts(share("A", "2025", 40), share("A", "2026", 40)), "nothing changed");
  }

  @Test
  void boundsAloneExplainNoShift() {
    assertEquals(
        List.of(),
        shifts(
            users("2025-01", 600e6).setBound(Bound.AT_LEAST),
            users("2025-02", 700e6).setBound(Bound.AT_LEAST)));
    assertEquals(
        List.of(), shifts(users("2025-01", 600e6).setBound(Bound.AT_LEAST), users("2025-02", 7e8)));
    Shift more =
        shifts(users("2025-01", 600e6), users("2025-02", 700e6).setBound(Bound.AT_LEAST)).get(0);
    assertEquals(100e6, more.getChange(), "at least that");
    assertEquals(16.67, more.getChangePercent());
    assertEquals(
        1,
        shifts(users("2025-01", 700e6).setBound(Bound.AT_LEAST), users("2025-02", 600e6)).size());
    assertEquals(
        List.of(),
        shifts(
            users("2025-01", 100e6).setBound(Bound.ABOUT),
            users("2025-02", 110e6).setBound(Bound.ABOUT)),
        "95 to 105 and 104.5 to 115.5 million");
  }

  @Test
  void roundingAloneExplainsNoShift() {
    assertEquals(
        List.of(),
        ShiftFold.fold(
            new ShiftRule(0.1, 1), points(share("A", "2025", 40), share("A", "2026", 40.2))));
    assertEquals(
        List.of(), shifts(users("2025", 100e6), users("2026", 110e6)), "105 million are both");
  }

  @Test
  void rumoursForecastsAndUndatedFiguresCountForNothing() {
    assertEquals(
        List.of(),
        shifts(share("A", "2025", 40), share("A", "2026", 60).setModality(Modality.RUMOURED)));
    assertEquals(
        List.of(),
        shifts(share("A", "2025", 40), share("A", "2026", 60).setModality(Modality.ANNOUNCED)));
    assertEquals(List.of(), shifts(share("A", "2025", 40), share("A", null, 60)));
    assertEquals(
        1,
        shifts(
                share("A", "2024", 40),
                share("A", "2025", 90).setModality(Modality.RUMOURED),
                share("A", "2026", 60))
            .size(),
        "a rumour does not stand between");
  }

  @Test
  void aCoarseDateGivesWayToThoseInIt() {
    List<Shift> shifts =
        shifts(
            share("A", "2025", 20),
            share("A", "2025-01", 55),
            share("A", "2025-01-14", 50),
            share("A", "2026-01", 40));
    assertEquals(1, shifts.size());
    assertEquals("2025-01-14", shifts.get(0).getBefore().getDate());
    assertEquals(-10, shifts.get(0).getChange());
  }

  @Test
  void aPointBetweenPartsAShift() {
    List<Shift> shifts =
        shifts(share("A", "2025-01", 55), share("A", "2025-07", 52), share("A", "2026-01", 40));
    assertEquals(1, shifts.size());
    assertEquals("2025-07", shifts.get(0).getBefore().getDate());
    assertEquals(-12, shifts.get(0).getChange());
  }

  @Test
  void revenueOfAYearAndOfAMonthDoNotFollowEachOther() {
    List<Shift> shifts =
        shifts(
            revenue("2024", 4e9),
            revenue("2025", 12e9),
            revenue("2025-12", 1e9),
            revenue("2026-01", 2e9));
    assertEquals(
        List.of("2024-2025", "2025-12-2026-01"),
        shifts.stream()
            .map(shift -> shift.getBefore().getDate() + "-" + shift.getAfter().getDate())
            .sorted()
            .toList());
  }

  @Test
  void fromNothingThereIsNoPercentage() {
    Shift shift = shifts(users("2025", 0), users("2026", 1000)).get(0);
    assertNull(shift.getChangePercent());
    assertEquals(1000, shift.getChange());
  }

  @Test
  void aShiftOfADisputedPointIsContested() {
    Shift shift =
        shifts(
                share("A", "2025", 55).setSource("Wire"),
                share("A", "2026", 40).setSource("Wire"),
                share("A", "2026", 40).setId("two").setSource("Desk"),
                share("A", "2026", 48).setSource("Post"))
            .get(0);
    assertTrue(shift.getContested());
    assertEquals(-15, shift.getChange());
    assertEquals(List.of("A 2026 48.0"), shift.getAfter().getAgainst());
  }

  @Test
  void rulesAreRead() {
    assertEquals(new ShiftRule(2.5, 20), ShiftRule.parse(" 2.5/20 "));
    for (String bad : List.of("5", "0/10", "101/10", "5/0", "x/y", "5/1e9", "-5/10", "٥/10")) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> ShiftRule.parse(bad)).getMessage();
      assertTrue(message.length() > 20, message);
    }
  }

  private static MarketClaim.Builder share(String entity, String date, double value) {
    return figure(entity, date, value).setMetric(Metric.MARKET_SHARE).setUnit("PERCENT");
  }

  private static MarketClaim.Builder users(String date, double value) {
    return figure("A", date, value);
  }

  private static MarketClaim.Builder revenue(String date, double value) {
    return figure("A", date, value).setMetric(Metric.REVENUE).setUnit("USD");
  }

  private static MarketClaim.Builder figure(String entity, String date, double value) {
    return ClaimSets.market(entity + " " + date + " " + value, "2026-03-05")
        .setEntities(List.of(entity))
        .setAsOf(date)
        .setValue(value);
  }

  private static List<Shift> shifts(MarketClaim.Builder... claims) {
    return ShiftFold.fold(ShiftRule.DEFAULT, points(claims));
  }

  private static List<SeriesPoint> points(MarketClaim.Builder... claims) {
    return ViewSets.series(Arrays.stream(claims).map(MarketClaim.Builder::build).toList())
        .values()
        .stream()
        .filter(one -> !one.get(0).getForecast())
        .findFirst()
        .<List<SeriesPoint>>map(ArrayList::new)
        .orElse(List.of());
  }
}
