package io.newsledger.weighing;

import static io.newsledger.weighing.ClaimSets.market;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.newsledger.events.Agreement;
import io.newsledger.events.Bound;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Metric;
import io.newsledger.events.Modality;
import io.newsledger.events.SeriesPoint;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PointFoldTest {
  @Test
  void overSixHundredAndSevenHundredMillionAgree() {
    SeriesPoint point = point(users("a", 600e6).setBound(Bound.AT_LEAST), users("b", 700e6));
    assertEquals(700e6, point.getValue());
    assertEquals(Bound.EXACT, point.getBound());
    assertEquals(Agreement.COMPATIBLE, point.getAgreement());
    assertEquals(List.of("a", "b"), point.getClaims());
  }

  @Test
  void twoLowerBoundsComeToTheHigher() {
    SeriesPoint point =
        point(
            users("a", 600e6).setBound(Bound.AT_LEAST), users("b", 700e6).setBound(Bound.AT_LEAST));
    assertEquals(700e6, point.getValue());
    assertEquals(Bound.AT_LEAST, point.getBound());
    assertEquals(Agreement.COMPATIBLE, point.getAgreement());
  }

  @Test
  void differentNumbersOfOneDateConflictAndTheNewestOfEqualsStands() {
    SeriesPoint point = point(users("a", 600e6), users("b", 700e6).setPublishedAt(later()));
    assertEquals(700e6, point.getValue());
    assertEquals(Agreement.CONFLICTING, point.getAgreement());
    assertEquals(List.of("a"), point.getAgainst());
    assertEquals(600e6, point.getLow());
    assertEquals(700e6, point.getHigh());
  }

  @Test
  void moreSourcesOutweighANewerOne() {
    SeriesPoint point =
        point(users("a", 600e6), users("b", 600e6), users("c", 700e6).setPublishedAt(later()));
    assertEquals(600e6, point.getValue());
    assertEquals(2, point.getSources());
  }

  @Test
  void copiesOfOnePublisherDoNotOutweigh() {
    SeriesPoint point =
        point(
            users("a", 600e6).setSource("Wire"),
            users("b", 600e6).setSource("wire "),
            users("c", 700e6).setPublishedAt(later()));
    assertEquals(700e6, point.getValue());
  }

  @Test
  void aRoundedNumberAgreesWithAPreciseOne() {
    SeriesPoint point = point(users("a", 700e6), users("b", 703e6));
    assertEquals(Agreement.COMPATIBLE, point.getAgreement());
    assertEquals(703e6, point.getValue());
  }

  @Test
  void anUndatedCountOfDownloadsIsALowerBound() {
    SeriesPoint point =
        point(
            users("a", 600e6).setMetric(Metric.DOWNLOADS).setAsOf(null),
            users("b", 700e6).setMetric(Metric.DOWNLOADS).setAsOf(null).setBound(Bound.AT_LEAST));
    assertEquals(Agreement.COMPATIBLE, point.getAgreement());
    assertEquals(700e6, point.getValue());
    assertEquals(Bound.AT_LEAST, point.getBound());
    assertEquals("2026-03", point.getDate());
    assertEquals(false, point.getDated());
  }

  @Test
  void figuresOfDifferentScopeDoNotMeetButAPartBoundsTheWhole() {
    Map<String, SeriesPoint> points =
        points(
            users("a", 600e6).setBound(Bound.AT_LEAST).setScope("globally"),
            users("b", 700e6).setBound(Bound.AT_LEAST).setScope("Europe"));
    assertEquals(700e6, points.get("").getValue());
    assertEquals(List.of("a"), points.get("").getClaims());
    assertEquals(List.of("b"), points.get("").getImplied());
    assertEquals(List.of("b"), points.get("europe").getClaims());
    assertEquals(Agreement.SINGLE, points.get("europe").getAgreement());
  }

  @Test
  void sharesOfPartsSayNothingOfTheWhole() {
    Map<String, SeriesPoint> points =
        points(
            users("a", 40).setMetric(Metric.MARKET_SHARE).setUnit("PERCENT"),
            users("b", 55)
                .setMetric(Metric.MARKET_SHARE)
                .setUnit("PERCENT")
                .setScope("enterprise"));
    assertEquals(List.of(), points.get("").getImplied());
    assertEquals(40, points.get("").getValue());
  }

  @Test
  void aRumourDecidesNothingBesideAReport() {
    SeriesPoint point =
        point(
            users("a", 600e6),
            users("b", 700e6).setModality(Modality.RUMOURED),
            users("c", 700e6).setModality(Modality.RUMOURED));
    assertEquals(600e6, point.getValue());
    assertEquals(Modality.REPORTED, point.getModality());
  }

  @Test
  void aDenialIsShownAndStandsAgainst() {
    SeriesPoint point = point(users("a", 600e6), users("b", 600e6).setModality(Modality.DENIED));
    assertEquals(List.of("b"), point.getAgainst());
    assertEquals(Agreement.CONFLICTING, point.getAgreement());
  }

  @Test
  void aClaimOfAnotherPointIsRefused() {
    MarketClaim claim = users("a", 1).build();
    PointKey other = PointKey.of(users("b", 1).setAsOf("2025-01").build());
    assertThrows(IllegalArgumentException.class, () -> PointFold.fold(other, List.of(claim)));
  }

  private static java.time.Instant later() {
    return java.time.Instant.parse("2026-03-09T00:00:00Z");
  }

  private static MarketClaim.Builder users(String id, double value) {
    return market(id, "2026-03-05").setValue(value).setAsOf("2026-03");
  }

  private static SeriesPoint point(MarketClaim.Builder... claims) {
    Map<String, SeriesPoint> points = points(claims);
    assertEquals(1, points.size());
    return points.values().iterator().next();
  }

  private static Map<String, SeriesPoint> points(MarketClaim.Builder... claims) {
    List<MarketClaim> built = Arrays.stream(claims).map(MarketClaim.Builder::build).toList();
    return PointFold.fold(PointKey.of(built.get(0)), built);
  }
}
