package io.newsledger.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsledger.events.Article;
import io.newsledger.events.ClaimStatus;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.TalentClaim;
import io.newsledger.weighing.ClaimSets;
import io.newsledger.weighing.Horizon;
import io.newsledger.weighing.ViewSets;
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
import org.junit.jupiter.api.Test;

final class StateExportTest {
  private static final int ENOUGH = 10_000;
  private static final AsOf FAR = AsOf.endOf(LocalDate.of(2099, 12, 31));

  @Test
  void foldingAllThatIsKnownGivesWhatTheStoresHold() {
    for (int seed = 0; seed < 40; seed++) {
      InMemoryState state = random(seed);
      assertEquals(text(state, AsOf.NOW), text(state, FAR), "seed " + seed);
    }
  }

  @Test
  void alertsAndShiftsAreInIt() {
    int alerts = 0;
    int shifts = 0;
    for (int seed = 0; seed < 40; seed++) {
      JsonNode export = new StateExport(random(seed), ENOUGH).of(AsOf.NOW);
      alerts += export.path("alerts").size();
      shifts += export.path("shifts").size();
    }
    assertTrue(alerts > 10 && shifts > 10, alerts + " alerts, " + shifts + " shifts");
  }

  @Test
  void orderOfArrivalIsNotInIt() {
    for (int seed = 0; seed < 40; seed++) {
      List<Article> articles = new ArrayList<>(Samples.articles());
      List<TalentClaim> talent = new ArrayList<>(talent(seed));
      List<MarketClaim> market = new ArrayList<>(market(seed));
      String before = text(new InMemoryState(articles, talent, market), AsOf.NOW);
      Random random = new Random(seed);
      Collections.shuffle(articles, random);
      Collections.shuffle(talent, random);
      Collections.shuffle(market, random);
      InMemoryState shuffled = new InMemoryState(articles, talent, market);
      assertEquals(before, text(shuffled, AsOf.NOW), "seed " + seed);
    }
  }

  @Property(tries = 1000)
  void stateAsOfADayIsTheStateOfWhatWasPublishedByThen(
      @ForAll int seed, @ForAll @IntRange(min = 1, max = 31) int day) {
    LocalDate date = LocalDate.of(2026, 3, day);
    List<TalentClaim> talent = talent(seed);
    List<MarketClaim> market = market(seed);
    InMemoryState all = new InMemoryState(Samples.articles(), talent, market);
    Horizon then = Horizon.endOf(date);
    InMemoryState early =
        new InMemoryState(
            Samples.articles().stream()
                .filter(article -> then.reaches(article.getRevisedAt()))
                .toList(),
            talent.stream()
                .filter(claim -> begun(then, claim.getKnown()))
                .map(claim -> early(then, claim))
                .toList(),
            market.stream()
                .filter(claim -> begun(then, claim.getKnown()))
                .map(claim -> early(then, claim))
                .toList());
    assertEquals(text(early, AsOf.NOW), text(all, AsOf.endOf(date)));
  }

  /** Each claim is in the export, and behind some value; values name no others. */
  @Property(tries = 1000)
  void everyValueNamesClaimsThatStand(@ForAll int seed) {
    JsonNode export = new StateExport(random(seed), ENOUGH).of(AsOf.NOW);
    Set<String> standing = new TreeSet<>(ids(export.path("claims").path("talent")));
    standing.addAll(ids(export.path("claims").path("market")));
    Set<String> named = new TreeSet<>();
    for (String view : List.of("careers", "series", "alerts", "shifts")) {
      for (String list : List.of("claims", "against", "implied")) {
        for (JsonNode all : export.path(view).findValues(list)) {
          all.forEach(id -> named.add(id.asText()));
        }
      }
    }
    assertEquals(standing, named);
    Set<String> movements = new TreeSet<>();
    export.path("careers").findValues("movements").forEach(all -> movements.addAll(ids(all)));
    for (JsonNode flow : export.path("flows")) {
      assertFalse(flow.path("movements").isEmpty(), flow::toString);
      flow.path("movements").forEach(id -> assertTrue(movements.contains(id.asText())));
    }
  }

  @Test
  void whatWasWithdrawnIsGoneButStandsInThePast() {
    InMemoryState state = Samples.state();
    JsonNode now = new StateExport(state, ENOUGH).of(AsOf.NOW);
    assertEquals(List.of("a", "b", "c"), now.path("articles").findValuesAsText("id"));
    assertEquals(List.of("t1", "t2", "t3"), ids(now.path("claims").path("talent")));
    JsonNode before = new StateExport(state, ENOUGH).of(AsOf.parse("2026-03-19"));
    assertEquals(List.of("a", "b", "d"), before.path("articles").findValuesAsText("id"));
    assertEquals(List.of("t1", "t2", "t3", "t4"), ids(before.path("claims").path("talent")));
    String onTheDay = text(state, AsOf.parse(Samples.WITHDRAWN));
    assertFalse(onTheDay.contains("Eastlab"));
    assertNotEquals(text(state, AsOf.NOW), onTheDay, "figures of April are not known in March");
  }

  @Test
  void claimsDoNotTellTheirHistory() {
    String text = text(Samples.state(), AsOf.NOW);
    assertFalse(text.contains("\"known\""), text);
    assertFalse(text.contains("\"status\""), text);
    assertTrue(text.endsWith("}\n"));
  }

  @Test
  void moreThanMayBeExportedIsRefused() {
    assertThrows(TooLarge.class, () -> new StateExport(Samples.state(), 3).of(AsOf.NOW));
    assertThrows(TooLarge.class, () -> new StateExport(Samples.state(), 3).of(FAR));
  }

  private static String text(InMemoryState state, AsOf asOf) {
    return new StateExport(state, ENOUGH).text(asOf);
  }

  private static InMemoryState random(int seed) {
    return new InMemoryState(Samples.articles(), talent(seed), market(seed));
  }

  /** Random claims and those of the sample, of which one is taken back. */
  private static List<TalentClaim> talent(int seed) {
    List<TalentClaim> claims = new ArrayList<>(Samples.talent());
    claims.addAll(ClaimSets.talentClaims(seed, 30));
    claims.addAll(ViewSets.departures(seed, 30));
    return claims;
  }

  private static List<MarketClaim> market(int seed) {
    List<MarketClaim> claims = new ArrayList<>(Samples.market());
    claims.addAll(ClaimSets.marketClaims(seed, 30));
    claims.addAll(ViewSets.figures(seed, 30));
    return claims;
  }

  private static List<String> ids(JsonNode claims) {
    List<String> ids = new ArrayList<>();
    claims.forEach(claim -> ids.add(claim.path("id").asText()));
    return ids;
  }

  private static boolean begun(Horizon then, List<KnownInterval> known) {
    return known.stream().anyMatch(interval -> then.reaches(interval.getFrom()));
  }

  private static TalentClaim early(Horizon then, TalentClaim claim) {
    return TalentClaim.newBuilder(claim)
        .setKnown(early(then, claim.getKnown()))
        .setStatus(status(then, claim.getKnown()))
        .build();
  }

  private static MarketClaim early(Horizon then, MarketClaim claim) {
    return MarketClaim.newBuilder(claim)
        .setKnown(early(then, claim.getKnown()))
        .setStatus(status(then, claim.getKnown()))
        .build();
  }

  private static ClaimStatus status(Horizon then, List<KnownInterval> known) {
    return then.stands(known) ? ClaimStatus.ASSERTED : ClaimStatus.RETRACTED;
  }

  /** The intervals as enrichment would have told them then. */
  private static List<KnownInterval> early(Horizon then, List<KnownInterval> known) {
    return known.stream()
        .filter(interval -> then.reaches(interval.getFrom()))
        .map(
            interval -> {
              Instant until = interval.getUntil();
              boolean over = until != null && then.reaches(until);
              return new KnownInterval(interval.getFrom(), over ? until : null);
            })
        .toList();
  }
}
