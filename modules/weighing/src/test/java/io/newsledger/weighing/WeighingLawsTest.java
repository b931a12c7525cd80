package io.newsledger.weighing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.Career;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Movement;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.TalentClaim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What must hold of the fold for any set of claims. */
class WeighingLawsTest {
  @Property(tries = 2000)
  void theOrderOfClaimsDoesNotMatterForACareer(
      @ForAll long seed, @ForAll long shuffle, @ForAll @IntRange(min = 1, max = 14) int count) {
    List<TalentClaim> claims = ClaimSets.talentClaims(seed, count);
    List<TalentClaim> shuffled = shuffled(claims, shuffle);
    assertEquals(CareerFold.fold("p", claims), CareerFold.fold("p", shuffled));
  }

  @Property(tries = 2000)
  void theOrderOfClaimsDoesNotMatterForPoints(
      @ForAll long seed, @ForAll long shuffle, @ForAll @IntRange(min = 1, max = 14) int count) {
    byPoint(ClaimSets.marketClaims(seed, count))
        .forEach(
            (key, claims) ->
                assertEquals(
                    PointFold.fold(key, claims), PointFold.fold(key, shuffled(claims, shuffle))));
  }

  @Property(tries = 1000)
  void theOrderOfMovementsDoesNotMatterForFlows(
      @ForAll long seed, @ForAll long shuffle, @ForAll @IntRange(min = 1, max = 14) int count) {
    List<OrganisationMovement> ends =
        CareerFold.fold("p", ClaimSets.talentClaims(seed, count)).map(Ends::of).orElse(List.of());
    Period year = Period.of("2026").get(0);
    assertEquals(
        FlowFold.fold("Northlab", year, ends),
        FlowFold.fold("Northlab", year, shuffled(ends, shuffle)));
  }

  @Property(tries = 1000)
  void everyClaimStandsSomewhereInACareerAndNothingElseDoes(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 14) int count) {
    List<TalentClaim> claims = ClaimSets.talentClaims(seed, count);
    Career career = CareerFold.fold("p", claims).orElseThrow();
    Set<String> named = new TreeSet<>();
    for (Movement movement : career.getMovements()) {
      named.addAll(movement.getClaims());
      named.addAll(movement.getAgainst());
      assertFalse(movement.getClaims().isEmpty() && movement.getAgainst().isEmpty());
    }
    assertEquals(
        claims.stream().map(TalentClaim::getId).collect(Collectors.toCollection(TreeSet::new)),
        named);
  }

  @Property(tries = 1000)
  void everyClaimStandsForOrAgainstItsPoint(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 14) int count) {
    byPoint(ClaimSets.marketClaims(seed, count))
        .forEach(
            (key, claims) -> {
              Set<String> named = new TreeSet<>();
              for (SeriesPoint point : PointFold.fold(key, claims).values()) {
                named.addAll(point.getClaims());
                named.addAll(point.getAgainst());
                assertTrue(Collections.disjoint(point.getClaims(), point.getAgainst()));
                assertTrue(point.getLow() <= point.getHigh());
              }
              assertEquals(
                  claims.stream()
                      .map(MarketClaim::getId)
                      .collect(Collectors.toCollection(TreeSet::new)),
                  named);
            });
  }

  @Property(tries = 1000)
  void twoClaimsOfOnePublisherCountOnce(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int count) {
    List<TalentClaim> claims = new ArrayList<>();
    for (TalentClaim claim : ClaimSets.talentClaims(seed, count)) {
      claims.add(claim);
      claims.add(TalentClaim.newBuilder(claim).setId(claim.getId() + "-copy").build());
    }
    List<Integer> sources =
        CareerFold.fold("p", claims).orElseThrow().getMovements().stream()
            .map(Movement::getSources)
            .toList();
    List<Integer> alone =
        CareerFold.fold("p", ClaimSets.talentClaims(seed, count))
            .orElseThrow()
            .getMovements()
            .stream()
            .map(Movement::getSources)
            .toList();
    assertEquals(alone, sources);
  }

  private static Map<PointKey, List<MarketClaim>> byPoint(List<MarketClaim> claims) {
    Map<PointKey, List<MarketClaim>> points =
        new TreeMap<>(java.util.Comparator.comparing(PointKey::toString));
    claims.forEach(
        claim -> points.computeIfAbsent(PointKey.of(claim), k -> new ArrayList<>()).add(claim));
    return points;
  }

  private static <T> List<T> shuffled(Collection<T> items, long seed) {
    List<T> copy = new ArrayList<>(items);
    Collections.shuffle(copy, new Random(seed));
    return copy;
  }
}
