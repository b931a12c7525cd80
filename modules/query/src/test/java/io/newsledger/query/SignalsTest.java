package io.newsledger.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsledger.events.Metric;
import io.newsledger.weighing.ExodusRule;
import io.newsledger.weighing.ExodusRules;
import io.newsledger.weighing.ShiftRule;
import io.newsledger.weighing.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Alerts, shifts and leaderboards. */
final class SignalsTest {
  private static final AsOf LATER = AsOf.parse("2027-01-01");

  private final Ledger ledger = new Ledger(SignalSamples.state());

  @Test
  void anAlertHoldsItsPeopleAndTheirProof() {
    JsonNode answer = ledger.alerts(Optional.of("NORTHLAB"), Window.ALL, AsOf.NOW);
    assertEquals(1, answer.path("alerts").size());
    JsonNode alert = answer.at("/alerts/0");
    assertEquals("Orbit", alert.path("unit").asText());
    assertEquals(3, alert.path("people").asInt());
    assertEquals(List.of("t1", "t2", "t3"), texts(alert.path("movements")));
    assertEquals(
        List.of("Cy Marsh", "Ada Vale", "Bo Quill"),
        each(alert.path("departures"), one -> one.path("name").asText()),
        "a month begins on its first day");
    assertEquals(
        List.of("Di Fern"), each(alert.path("contested"), one -> one.path("name").asText()));
    for (String id : List.of("t1", "t2", "t3", "t4", "t5")) {
      assertFalse(answer.at("/claims/" + id + "/quote/text").asText().isEmpty(), id);
    }
  }

  @Test
  void alertsAsOfADayAreThoseOfWhatWasKnownThen() {
    JsonNode then = ledger.alerts(Optional.empty(), Window.ALL, AsOf.parse(SignalSamples.BEFORE));
    assertEquals(0, then.path("alerts").size());
    assertEquals(
        ledger.alerts(Optional.empty(), Window.ALL, AsOf.NOW).path("alerts"),
        ledger.alerts(Optional.empty(), Window.ALL, LATER).path("alerts"));
    assertEquals(
        ledger.shifts(Optional.empty(), Optional.empty(), Window.ALL, AsOf.NOW).path("shifts"),
        ledger.shifts(Optional.empty(), Optional.empty(), Window.ALL, LATER).path("shifts"));
  }

  @Test
  void alertsOfAWindowHoldADepartureInIt() {
    assertEquals(1, alerts("2026-03-04", "2026-03-04"));
    assertEquals(0, alerts("2026-04", null));
    assertEquals(0, alerts(null, "2026-02"));
  }

  @Test
  void aNameThatNobodyHasIsNotAnsweredAsOneWithoutAlerts() {
    NotKnown unknown =
        assertThrows(
            NotKnown.class, () -> ledger.alerts(Optional.of("North"), Window.ALL, AsOf.NOW));
    assertEquals(List.of("Northlab"), unknown.suggestions());
    NotKnown nobody =
        assertThrows(
            NotKnown.class,
            () -> ledger.shifts(Optional.of("Com"), Optional.empty(), Window.ALL, AsOf.NOW));
    assertEquals(List.of("Comet"), nobody.suggestions());
    assertEquals(
        0,
        ledger
            .shifts(Optional.of("Flint"), Optional.empty(), Window.ALL, AsOf.NOW)
            .path("shifts")
            .size());
  }

  @Test
  void shiftsHoldBothPointsAndTheirProof() {
    JsonNode answer =
        ledger.shifts(Optional.empty(), Optional.of(Metric.MARKET_SHARE), Window.ALL, AsOf.NOW);
    assertEquals(
        List.of("Comet,Dune 14", "Orbit -15"),
        each(
            answer.path("shifts"),
            shift ->
                String.join(",", texts(shift.path("entities")))
                    + " "
                    + shift.path("change").asText()));
    for (String id : List.of("m1", "m2", "m3", "m4")) {
      assertFalse(answer.at("/claims/" + id + "/quote/text").asText().isEmpty(), id);
    }
    assertEquals(4, answer.path("claims").size());
    JsonNode ofOne = ledger.shifts(Optional.of("dune"), Optional.empty(), Window.ALL, AsOf.NOW);
    assertEquals(1, ofOne.path("shifts").size());
    assertEquals(
        0,
        ledger
            .shifts(Optional.empty(), Optional.empty(), Window.parse("2026-02", null), AsOf.NOW)
            .path("shifts")
            .size());
  }

  @Test
  void otherThresholdsHoldForThePastToo() {
    Thresholds strict =
        new Thresholds(
            new ExodusRules(ExodusRule.DEFAULT, Map.of("Northlab", new ExodusRule(4, 30))),
            new ShiftRule(14.5, 1000));
    Ledger other = new Ledger(SignalSamples.state(), Limits.DEFAULT, strict);
    assertEquals(0, other.alerts(Optional.empty(), Window.ALL, LATER).path("alerts").size());
    assertEquals(
        List.of("-15"),
        each(
            other.shifts(Optional.empty(), Optional.empty(), Window.ALL, LATER).path("shifts"),
            shift -> shift.path("change").asText()));
  }

  @Test
  void aBoardCountsNobodyTwice() {
    JsonNode answer = leaderboard("market share", "Chat Market", "2026-03", null);
    assertEquals("2026-03-31", answer.path("at").asText());
    assertEquals(1, answer.path("boards").size());
    JsonNode board = answer.at("/boards/0");
    assertEquals("the chat market", board.path("scopeWorded").asText());
    assertEquals(
        List.of("1 Orbit 40 true", "2 Ember 20.5 true", "3 Comet,Dune 15 true", "4 Comet 9 false"),
        each(
            board.path("rows"),
            row ->
                row.path("rank").asText()
                    + " "
                    + String.join(",", texts(row.at("/point/entities")))
                    + " "
                    + row.at("/point/value").asText()
                    + " "
                    + row.path("counted").asText()),
        "neither rumours nor what is older than a year");
    assertEquals("75.5", board.at("/told/value").asText());
    assertEquals("AT_LEAST", board.at("/told/bound").asText());
    assertEquals("24.5", board.at("/told/rest").asText());
    assertTrue(answer.path("claims").has("m2"));
  }

  @Test
  void aBoardIsOfADate() {
    assertEquals(
        List.of("Orbit 55", "Comet,Dune 1"), rows("2025-06-15", "150"), "what came later is not");
    assertEquals(List.of("Flint 90", "Orbit 55", "Comet,Dune 1"), rows("2025-06-15", null));
    assertEquals(List.of("Flint 90"), rows("2024-05-01", null), "the year has begun");
    assertThrows(NotKnown.class, () -> rows("2023", null));
    JsonNode newest = leaderboard(null, null, null, null);
    assertEquals("2026-02-01", newest.path("at").asText());
    assertEquals(
        List.of("chat market", "europe"),
        each(newest.path("boards"), board -> board.path("scope").asText()));
  }

  @Test
  void figuresThatAreMoreThanAWholeAreSaidToBe() {
    JsonNode board = leaderboard(null, "europe", null, null).at("/boards/0");
    assertEquals(107, board.at("/told/value").asInt());
    assertTrue(board.at("/told/rest").isNull());
  }

  @Test
  void whatIsNoShareHasNoWhole() {
    JsonNode board = leaderboard("revenue", null, null, null).at("/boards/0");
    assertEquals("USD", board.path("unit").asText());
    assertEquals("2025", board.at("/rows/0/point/date").asText());
    assertTrue(board.path("told").isNull());
  }

  @Test
  void badQuestionsAreRefused() {
    assertThrows(BadQuestion.class, () -> leaderboard("fame", null, null, null));
    assertThrows(BadQuestion.class, () -> leaderboard(null, null, "spring", null));
    assertThrows(BadQuestion.class, () -> leaderboard(null, null, null, "0"));
    assertThrows(BadQuestion.class, () -> leaderboard(null, null, null, "many"));
    NotKnown scope = assertThrows(NotKnown.class, () -> leaderboard(null, "market", null, null));
    assertEquals(List.of("chat market"), scope.suggestions());
  }

  @Test
  void answersSayThatTheyAreCutShort() {
    Ledger one = new Ledger(SignalSamples.state(), new Limits(100, 1, 100, 100));
    assertTrue(
        one.shifts(Optional.empty(), Optional.empty(), Window.ALL, AsOf.NOW)
            .path("truncated")
            .asBoolean());
    JsonNode board = one.leaderboard(LeaderboardQuestion.parse(null, null, null, null), AsOf.NOW);
    assertTrue(board.path("truncated").asBoolean());
    assertEquals(1, board.at("/boards/0/rows").size());
    assertFalse(one.alerts(Optional.empty(), Window.ALL, AsOf.NOW).path("truncated").asBoolean());
    Ledger oneRow = new Ledger(SignalSamples.state(), new Limits(1, 9, 9, 9));
    assertThrows(TooLarge.class, () -> oneRow.alerts(Optional.empty(), Window.ALL, LATER));
    assertThrows(
        TooLarge.class, () -> oneRow.shifts(Optional.empty(), Optional.empty(), Window.ALL, LATER));
  }

  private int alerts(String from, String to) {
    return ledger.alerts(Optional.empty(), Window.parse(from, to), AsOf.NOW).path("alerts").size();
  }

  private JsonNode leaderboard(String metric, String scope, String at, String days) {
    return ledger.leaderboard(LeaderboardQuestion.parse(metric, scope, at, days), AsOf.NOW);
  }

  private List<String> rows(String at, String days) {
    return each(
        leaderboard(null, "chat market", at, days).at("/boards/0/rows"),
        row ->
            String.join(",", texts(row.at("/point/entities")))
                + " "
                + row.at("/point/value").asText());
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
