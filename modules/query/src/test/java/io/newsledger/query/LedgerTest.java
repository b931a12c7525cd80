package io.newsledger.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsledger.events.EntityAlias;
import io.newsledger.events.Metric;
import io.newsledger.query.state.StateUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class LedgerTest {
  private final InMemoryState state = Samples.state();
  private final Ledger ledger = new Ledger(state);

  @Test
  void careerIsFoundByTheNameInAnyOrder() {
    JsonNode answer = ledger.career("vale ADA", AsOf.NOW);
    assertEquals("Ada Vale", answer.at("/career/name").asText());
    JsonNode step = answer.at("/career/movements/0");
    assertEquals("2026-03-03", step.path("earliest").asText());
    assertEquals("2026-03-04", step.path("latest").asText());
    assertEquals(List.of("t1", "t2"), texts(step.path("claims")));
    assertEquals(1, answer.at("/career/movements").size(), "the withdrawn step is gone");
  }

  @Test
  void everyClaimOfAnAnswerIsThereWithItsWordsAndArticle() {
    for (JsonNode answer :
        List.of(
            ledger.career("Ada Vale", AsOf.NOW),
            ledger.flow("Northlab", Window.ALL, AsOf.NOW),
            ledger.series("Orbit", Optional.empty(), AsOf.NOW))) {
      List<String> ids = new ArrayList<>();
      for (String field : List.of("against", "implied")) {
        answer.findValues(field).forEach(list -> ids.addAll(texts(list)));
      }
      answer.findValues("claims").stream()
          .filter(JsonNode::isArray)
          .forEach(list -> ids.addAll(texts(list)));
      // findValues does not look inside what it found, so movements' lists are looked up alone.
      for (String list : List.of("career", "movements", "series")) {
        answer.path(list).findValues("claims").forEach(claims -> ids.addAll(texts(claims)));
      }
      assertFalse(ids.isEmpty());
      for (String id : ids) {
        JsonNode claim = answer.path("claims").path(id);
        assertFalse(claim.at("/quote/text").asText().isEmpty(), id);
        assertTrue(claim.at("/article/url").asText().startsWith("https://news.example/"), id);
        assertFalse(claim.at("/article/title").asText().isEmpty(), id);
        assertTrue(claim.has("publishedAt"), id);
      }
    }
  }

  @Test
  void careerAsOfADayHoldsWhatWasKnownThen() {
    assertEquals(2, movements("2026-03-10"));
    assertEquals(2, movements("2026-03-19"));
    assertEquals(1, movements(Samples.WITHDRAWN));
    NotKnown early =
        assertThrows(NotKnown.class, () -> ledger.career("Ada Vale", AsOf.parse("2026-03-02")));
    assertTrue(early.getMessage().contains("2026-03-02"), early.getMessage());
  }

  @Test
  void linkedNamesAreOnePersonOnAllDays() {
    EntityAlias alias = Samples.alias("Bo Quill", "Ada Vale");
    Ledger linked =
        new Ledger(
            new InMemoryState(
                Samples.articles(), Samples.talent(), Samples.market(), List.of(alias)));
    for (AsOf asOf : List.of(AsOf.NOW, AsOf.parse("2026-12-31"), AsOf.parse("2026-03-06"))) {
      JsonNode answer = linked.career("quill bo", asOf);
      assertEquals("ada vale", answer.at("/career/person").asText());
      assertEquals(List.of("Ada Vale", "Bo Quill", "Vale Ada"), texts(answer.at("/career/names")));
    }
    assertEquals(
        linked.career("Ada Vale", AsOf.NOW).get("career"),
        linked.career("Bo Quill", AsOf.parse("2026-12-31")).get("career"));
    assertEquals(1, linked.people("Quill", Page.first(9), AsOf.NOW).get("total").asInt());
    JsonNode claims =
        linked.claims(
            new ClaimFilter(Optional.of("Bo Quill"), Optional.empty(), Optional.empty(), false),
            AsOf.NOW);
    assertEquals(3, claims.get("claims").size());
  }

  @Test
  void unknownPersonGetsNamesThatLookAlike() {
    NotKnown unknown = assertThrows(NotKnown.class, () -> ledger.career("Quill", AsOf.NOW));
    assertEquals(List.of("Bo Quill"), unknown.suggestions());
    NotKnown related = assertThrows(NotKnown.class, () -> ledger.career("Vale Quux", AsOf.NOW));
    assertEquals(List.of("Ada Vale"), related.suggestions());
    assertThrows(BadQuestion.class, () -> ledger.career("?!", AsOf.NOW));
  }

  @Test
  void flowIsFoundInAnyCaseAndHoldsItsMovements() {
    JsonNode answer = ledger.flow("NORTHLAB", Window.ALL, AsOf.NOW);
    assertEquals("Northlab", answer.path("organisation").asText());
    assertEquals(1, answer.at("/total/departures").asInt());
    assertEquals(1, answer.at("/total/doubtfulDepartures").asInt());
    assertEquals(
        List.of("2026", "2026-03", "2026-Q1", "undated"),
        each(answer.path("periods"), flow -> flow.path("period").asText()));
    assertEquals(
        List.of("Ada Vale", "Bo Quill"),
        each(answer.path("movements"), end -> end.path("name").asText()));
  }

  @Test
  void flowOfAWindowHoldsWhatHappenedInIt() {
    JsonNode march = ledger.flow("Northlab", Window.parse("2026-03", "2026-03"), AsOf.NOW);
    assertEquals(
        List.of("Ada Vale"), each(march.path("movements"), end -> end.path("name").asText()));
    JsonNode april = ledger.flow("Northlab", Window.parse("2026-04", null), AsOf.NOW);
    assertEquals(0, april.path("movements").size());
    assertTrue(april.path("total").isNull());
    assertThrows(BadQuestion.class, () -> Window.parse("2026-04", "2026-03"));
    assertThrows(BadQuestion.class, () -> Window.parse("spring", null));
    assertThrows(NotKnown.class, () -> ledger.flow("Westlab", Window.ALL, AsOf.NOW));
  }

  @Test
  void seriesOfAnEntityIncludeThoseItShares() {
    JsonNode answer = ledger.series("orbit", Optional.empty(), AsOf.NOW);
    assertEquals("Orbit", answer.path("entity").asText());
    assertEquals(
        List.of("Comet,Orbit USERS", "Orbit MARKET_SHARE", "Orbit USERS"),
        each(
            answer.path("series"),
            one ->
                String.join(",", texts(one.path("entities"))) + " " + one.path("metric").asText()));
    JsonNode share = ledger.series("Orbit", Optional.of(Metric.MARKET_SHARE), AsOf.NOW);
    assertEquals(
        List.of("2026-01 55", "2026-03 40"),
        each(
            share.at("/series/0/points"),
            point -> point.path("date").asText() + " " + point.path("value").asText()));
    assertEquals(
        "COMPATIBLE", answer.at("/series/2/points/0/agreement").asText(), answer.toString());
  }

  @Test
  void seriesAsOfADayHoldsWhatWasKnownThen() {
    JsonNode answer = ledger.series("Orbit", Optional.empty(), AsOf.parse("2026-03-31"));
    assertEquals(
        List.of("MARKET_SHARE", "USERS"),
        each(answer.path("series"), one -> one.path("metric").asText()));
    assertEquals("AT_LEAST", answer.at("/series/1/points/0/bound").asText());
    assertThrows(
        NotKnown.class, () -> ledger.series("Comet", Optional.empty(), AsOf.parse("2026-03-31")));
  }

  @Test
  void metricsAreReadInAnyCase() {
    assertEquals(Optional.of(Metric.MARKET_SHARE), Ledger.metric("market-share"));
    assertEquals(Optional.empty(), Ledger.metric(" "));
    BadQuestion bad = assertThrows(BadQuestion.class, () -> Ledger.metric("price"));
    assertTrue(bad.allowed().contains("VALUATION"));
  }

  @Test
  void claimsAreListedByPersonEntityAndArticle() {
    assertEquals(List.of("t1", "t2"), claims(ClaimFilter.person("Ada Vale"), "now"));
    assertEquals(List.of("t1", "t2", "t4"), claims(ClaimFilter.person("Ada Vale"), "2026-03-12"));
    assertEquals(List.of("m5"), claims(ClaimFilter.entity("comet"), "now"));
    assertEquals(List.of("t1"), claims(ClaimFilter.entity("Southlab"), "now"));
    assertEquals(List.of("m2", "m3", "t1"), claims(ClaimFilter.article("a"), "now"));
  }

  @Test
  void oneClaimIsFoundThoughItWasTakenBack() {
    JsonNode claim = ledger.claim("t4", AsOf.NOW).path("claim");
    assertEquals("RETRACTED", claim.path("status").asText());
    assertThrows(NotKnown.class, () -> ledger.claim("t9", AsOf.NOW));
  }

  @Test
  void articleShowsItsRevisions() {
    JsonNode now = ledger.article("d", AsOf.NOW);
    assertTrue(now.path("withdrawn").asBoolean());
    assertEquals(
        List.of("d1", "d2"), each(now.path("revisions"), one -> one.path("revision").asText()));
    JsonNode then = ledger.article("d", AsOf.parse("2026-03-12"));
    assertFalse(then.path("withdrawn").asBoolean());
    assertThrows(NotKnown.class, () -> ledger.article("d", AsOf.parse("2026-03-09")));
  }

  @Test
  void peopleAndEntitiesAreSearched() {
    assertEquals(
        List.of("Ada Vale", "Bo Quill"),
        each(
            ledger.people("", Page.first(10), AsOf.NOW).path("people"),
            one -> one.path("name").asText()));
    JsonNode one = ledger.people("", Page.first(1), AsOf.NOW);
    assertEquals(1, one.path("people").size());
    assertEquals(2, one.path("total").asInt());
    assertEquals(List.of("t1", "t2"), texts(one.at("/people/0/latest/claims")));
    assertTrue(one.path("claims").has("t1") && one.path("claims").has("t2"));
    assertFalse(one.path("claims").has("t3"), "of a person that is not in the answer");
    assertTrue(
        each(
                ledger.entities("", Page.first(10), AsOf.NOW).path("entities"),
                e -> e.path("name").asText())
            .containsAll(List.of("Comet", "Northlab", "Orbit", "Southlab")));
    assertEquals(1, ledger.entities("ORB", Page.first(10), AsOf.NOW).path("total").asInt());
  }

  @Test
  void stateThatCannotBeReadIsNotAbsence() {
    state.fail(StateUnavailable.Reason.REBALANCING);
    StateUnavailable unavailable =
        assertThrows(StateUnavailable.class, () -> ledger.career("Ada Vale", AsOf.NOW));
    assertEquals(StateUnavailable.Reason.REBALANCING, unavailable.reason());
    assertThrows(StateUnavailable.class, ledger::check);
  }

  private int movements(String day) {
    return ledger.career("Ada Vale", AsOf.parse(day)).at("/career/movements").size();
  }

  private List<String> claims(ClaimFilter filter, String day) {
    AsOf asOf = day.equals("now") ? AsOf.NOW : AsOf.parse(day);
    return each(ledger.claims(filter, asOf).path("claims"), claim -> claim.path("id").asText())
        .stream()
        .sorted()
        .toList();
  }

  private static List<String> texts(JsonNode array) {
    return each(array, JsonNode::asText);
  }

  private static List<String> each(JsonNode array, Function<JsonNode, String> field) {
    List<String> values = new ArrayList<>();
    array.forEach(item -> values.add(field.apply(item)));
    return values;
  }
}
