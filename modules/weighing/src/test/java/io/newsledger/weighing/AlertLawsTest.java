package io.newsledger.weighing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.Departure;
import io.newsledger.events.Exodus;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.events.TalentClaim;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** What must hold of alerts for any set of departures. */
class AlertLawsTest {
  private static final Instant TAKEN_BACK = Instant.parse("2026-04-01T00:00:00Z");
  private static final ExodusRule[] RULES = {
    ExodusRule.DEFAULT, new ExodusRule(2, 5), new ExodusRule(4, 60), new ExodusRule(3, 29)
  };

  @Property(tries = 2000)
  void orderAndRepetitionDoNotMatter(
      @ForAll long seed, @ForAll long shuffle, @ForAll @IntRange(min = 1, max = 30) int count) {
    List<OrganisationMovement> ends = ends(ViewSets.departures(seed, count));
    List<OrganisationMovement> shuffled = new ArrayList<>(ends);
    shuffled.addAll(ends);
    Collections.shuffle(shuffled, new Random(shuffle));
    assertEquals(fold(seed, ends), fold(seed, shuffled));
  }

  @Property(tries = 1000)
  void whatIsTakenBackLeavesNoTrace(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int count) {
    List<TalentClaim> claims = ViewSets.departures(seed, count);
    List<TalentClaim> kept = claims.subList(0, count / 2);
    List<TalentClaim> all = new ArrayList<>(kept);
    claims.subList(count / 2, count).forEach(claim -> all.add(takenBack(claim)));
    assertEquals(fold(seed, ends(kept)), fold(seed, ends(standing(all, Horizon.latest()))));
    Horizon before = Horizon.endOf(LocalDate.of(2026, 3, 31));
    assertEquals(fold(seed, ends(claims)), fold(seed, ends(standing(all, before))));
  }

  @Property(tries = 1000)
  void asOfADayIsWhatWasPublishedByThen(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 30) int count,
      @ForAll @IntRange(min = 1, max = 6) int day) {
    List<TalentClaim> claims = ViewSets.departures(seed, count);
    Horizon then = Horizon.endOf(LocalDate.of(2026, 3, day));
    List<TalentClaim> published =
        claims.stream().filter(claim -> then.reaches(claim.getPublishedAt())).toList();
    assertEquals(fold(seed, ends(published)), fold(seed, ends(standing(claims, then))));
  }

  @Property(tries = 2000)
  void aDepartureIsInAnAlertExactlyIfEnoughLeftInSomeStretchOfDays(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int count) {
    ExodusRule rule = rule(seed);
    List<OrganisationMovement> ends = ends(ViewSets.departures(seed, count));
    List<Leaver> certain =
        ends.stream().flatMap(e -> Leaver.of(e).stream()).filter(Leaver::certain).toList();
    Set<String> expected = new TreeSet<>();
    // By definition: any day may begin the stretch.
    for (LocalDate day = LocalDate.of(2025, 12, 1);
        day.isBefore(LocalDate.of(2026, 5, 1));
        day = day.plusDays(1)) {
      LocalDate first = day;
      List<Leaver> within =
          certain.stream().filter(leaver -> leaver.within(first, rule.days())).toList();
      if (within.stream().map(Leaver::person).distinct().count() >= rule.people()) {
        within.forEach(leaver -> expected.add(leaver.movement().getId()));
      }
    }
    List<Exodus> alerts = fold(seed, ends);
    Set<String> told = new TreeSet<>();
    alerts.forEach(alert -> told.addAll(alert.getMovements()));
    assertEquals(expected, told);
    Statistics.label("alerts")
        .collect(alerts.isEmpty() ? "none" : "some")
        .coverage(coverage -> coverage.check("some").percentage(share -> share > 15));
  }

  @Property(tries = 2000)
  void alertsAreTheirOwnProof(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int count) {
    Set<String> keys = new TreeSet<>();
    Set<String> counted = new TreeSet<>();
    for (Exodus alert : fold(seed, ends(ViewSets.departures(seed, count)))) {
      assertTrue(keys.add(ExodusKey.of(alert).message()), "two alerts of one key");
      assertTrue(alert.getPeople() >= alert.getAtLeast());
      assertEquals(
          alert.getPeople(),
          (int) alert.getDepartures().stream().map(Departure::getPerson).distinct().count());
      assertEquals(
          new TreeSet<>(alert.getMovements()),
          new TreeSet<>(alert.getDepartures().stream().map(Departure::getMovement).toList()));
      String unit = UnitKey.of(alert.getUnit());
      for (Departure departure : alert.getDepartures()) {
        assertTrue(departure.getAgainst().isEmpty() && !departure.getClaims().isEmpty());
        assertTrue(unit.isEmpty() || unit.equals(UnitKey.of(departure.getUnit())));
        assertTrue(
            counted.add((unit.isEmpty() ? "" : "unit ") + departure.getMovement()),
            "a departure is in one alert of the organisation and of a unit at most");
      }
      alert.getContested().forEach(departure -> assertTrue(!departure.getAgainst().isEmpty()));
    }
  }

  @Property(tries = 1000)
  void oneMoreDepartureLosesNone(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int count, @ForAll byte when) {
    List<OrganisationMovement> ends = ends(ViewSets.departures(seed, count));
    String day = LocalDate.of(2026, 2, 28).plusDays(when % 50).toString();
    List<OrganisationMovement> more = new ArrayList<>(ends);
    more.addAll(
        ends(
            List.of(
                ClaimSets.talent("one more", "2026-03-01")
                    .setPerson("Zoe Umber")
                    .setFrom("Northlab")
                    .setUnit("Orbit")
                    .setDate(day)
                    .build())));
    List<Exodus> after = fold(seed, more);
    for (Exodus alert : fold(seed, ends)) {
      assertTrue(
          after.stream().anyMatch(one -> one.getMovements().containsAll(alert.getMovements())),
          "an alert grows");
    }
  }

  private static List<Exodus> fold(long seed, List<OrganisationMovement> ends) {
    return ExodusFold.fold("Northlab", rule(seed), ends);
  }

  private static ExodusRule rule(long seed) {
    return RULES[Math.floorMod(seed, RULES.length)];
  }

  private static List<OrganisationMovement> ends(List<TalentClaim> claims) {
    return ViewSets.ends(claims, "Northlab");
  }

  private static List<TalentClaim> standing(List<TalentClaim> claims, Horizon horizon) {
    return claims.stream().filter(claim -> horizon.stands(claim.getKnown())).toList();
  }

  private static TalentClaim takenBack(TalentClaim claim) {
    return TalentClaim.newBuilder(claim)
        .setKnown(List.of(new KnownInterval(claim.getKnown().get(0).getFrom(), TAKEN_BACK)))
        .build();
  }
}
