package io.newsledger.weighing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.newsledger.events.KnownInterval;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** What must hold of shifts for any set of figures. */
class ShiftLawsTest {
  private static final Instant TAKEN_BACK = Instant.parse("2026-04-01T00:00:00Z");

  @Property(tries = 2000)
  void orderAndRepetitionDoNotMatter(
      @ForAll long seed, @ForAll long shuffle, @ForAll @IntRange(min = 1, max = 30) int count) {
    for (List<SeriesPoint> points : ViewSets.series(ViewSets.figures(seed, count)).values()) {
      List<SeriesPoint> shuffled = new ArrayList<>(points);
      shuffled.addAll(points);
      Collections.shuffle(shuffled, new Random(shuffle));
      assertEquals(fold(points), fold(shuffled));
    }
  }

  @Property(tries = 1000)
  void whatIsTakenBackLeavesNoTrace(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int count) {
    List<MarketClaim> claims = ViewSets.figures(seed, count);
    List<MarketClaim> kept = claims.subList(0, count / 2);
    List<MarketClaim> all = new ArrayList<>(kept);
    claims.subList(count / 2, count).forEach(claim -> all.add(takenBack(claim)));
    assertEquals(shifts(kept), shifts(standing(all, Horizon.latest())));
    Horizon before = Horizon.endOf(LocalDate.of(2026, 3, 31));
    assertEquals(shifts(claims), shifts(standing(all, before)));
  }

  @Property(tries = 1000)
  void asOfADayIsWhatWasPublishedByThen(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 30) int count,
      @ForAll @IntRange(min = 1, max = 6) int day) {
    List<MarketClaim> claims = ViewSets.figures(seed, count);
    Horizon then = Horizon.endOf(LocalDate.of(2026, 3, day));
    List<MarketClaim> published =
        claims.stream().filter(claim -> then.reaches(claim.getPublishedAt())).toList();
    assertEquals(shifts(published), shifts(standing(claims, then)));
  }

  @Property(tries = 2000)
  void aShiftIsBetweenNeighboursThatNothingLiesBetweenOrIn(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int count) {
    Set<String> expected = new TreeSet<>();
    Set<String> told = new TreeSet<>();
    for (List<SeriesPoint> points : ViewSets.series(ViewSets.figures(seed, count)).values()) {
      List<SeriesPoint> fixed = points.stream().filter(Timeline::isFixed).toList();
      for (SeriesPoint one : fixed) {
        for (SeriesPoint other : fixed) {
          if (follow(one, other, fixed) && differ(one, other)) {
            expected.add(name(one) + " to " + name(other));
          }
        }
      }
      for (Shift shift : fold(points)) {
        told.add(shift.getBefore().getKey() + " to " + shift.getAfter().getKey());
        assertEquals(
            shift.getAfter().getValue() - shift.getBefore().getValue(), shift.getChange(), 1e-9);
        assertFalse(shift.getBefore().getClaims().isEmpty());
        assertFalse(shift.getAfter().getClaims().isEmpty());
      }
    }
    assertEquals(expected, told);
    Statistics.label("shifts")
        .collect(told.isEmpty() ? "none" : "some")
        .coverage(coverage -> coverage.check("some").percentage(share -> share > 15));
  }

  /** By definition, over all pairs: neighbours among what holds nothing more precise. */
  private static boolean follow(SeriesPoint one, SeriesPoint other, List<SeriesPoint> all) {
    List<SeriesPoint> alike = all.stream().filter(p -> Timeline.areComparable(p, one)).toList();
    List<SeriesPoint> precise =
        alike.stream()
            .filter(p -> alike.stream().noneMatch(q -> !q.equals(p) && date(p).contains(date(q))))
            .toList();
    return precise.contains(one)
        && precise.contains(other)
        && before(one, other)
        && precise.stream().noneMatch(p -> before(one, p) && before(p, other));
  }

  private static boolean before(SeriesPoint one, SeriesPoint other) {
    return date(one).last().isBefore(date(other).first());
  }

  private static boolean differ(SeriesPoint one, SeriesPoint other) {
    double change = Math.abs(other.getValue() - one.getValue());
    boolean percentage = one.getUnit().equals("PERCENT");
    boolean large = change > 0 && change >= (percentage ? 5 : one.getValue() / 10) - 1e-9;
    ValueRange range = ValueRange.of(one.getValue(), one.getUnit(), one.getBound());
    ValueRange with = ValueRange.of(other.getValue(), other.getUnit(), other.getBound());
    return large && (range.high() < with.low() || with.high() < range.low());
  }

  private static PartialDate date(SeriesPoint point) {
    return PartialDate.parse(point.getDate()).orElseThrow();
  }

  private static String name(SeriesPoint point) {
    return String.join("|", PointKey.place(point));
  }

  private static List<Shift> fold(Collection<SeriesPoint> points) {
    return ShiftFold.fold(ShiftRule.DEFAULT, points);
  }

  private static List<Shift> shifts(List<MarketClaim> claims) {
    return ViewSets.series(claims).values().stream()
        .flatMap(points -> fold(points).stream())
        .toList();
  }

  private static List<MarketClaim> standing(List<MarketClaim> claims, Horizon horizon) {
    return claims.stream().filter(claim -> horizon.stands(claim.getKnown())).toList();
  }

  private static MarketClaim takenBack(MarketClaim claim) {
    return MarketClaim.newBuilder(claim)
        .setKnown(List.of(new KnownInterval(claim.getKnown().get(0).getFrom(), TAKEN_BACK)))
        .build();
  }
}
