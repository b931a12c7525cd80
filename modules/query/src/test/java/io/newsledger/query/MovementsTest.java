package io.newsledger.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Movements, flows between organisations, days and search. */
final class MovementsTest {
  private final Ledger ledger = new Ledger(Samples.state());

  @Test
  void movementsToldLastComeFirst() {
    JsonNode answer =
        ledger.movements(Optional.empty(), Window.ALL, Page.first(Page.USUAL), AsOf.NOW);
    assertEquals(List.of("Bo Quill 2026-03-05", "Ada Vale 2026-03-03"), told(answer));
    assertEquals(2, answer.get("total").asInt());
    assertTrue(answer.get("next").isNull());
    assertTrue(answer.get("claims").has("t1"), answer.toString());
  }

  @Test
  void whatWasWithdrawnLaterIsToldAsOfADayBefore() {
    AsOf before = AsOf.endOf(LocalDate.parse("2026-03-19"));
    JsonNode answer =
        ledger.movements(Optional.of("eastlab"), Window.ALL, Page.first(Page.USUAL), before);
    assertEquals(List.of("Ada Vale 2026-03-10"), told(answer));
  }

  @Test
  void linksCountPeopleBetweenTheirEndsAndTellDoubtfulOnesApart() {
    JsonNode answer = ledger.flows(Optional.empty(), Window.ALL, AsOf.NOW);
    List<String> links = new ArrayList<>();
    answer
        .get("links")
        .forEach(
            link ->
                links.add(
                    link.get("from").asText()
                        + " > "
                        + link.get("to").asText()
                        + " "
                        + link.get("people")
                        + "+"
                        + link.get("doubtful")));
    assertEquals(List.of("Northlab > Southlab 1+0", "Northlab > null 0+1"), links);
    assertEquals(2, answer.get("flows").size());
    assertEquals("Northlab", answer.get("flows").get(0).get("organisation").asText());
    assertEquals(1, answer.get("flows").get(0).get("departures").asInt());
    assertEquals(1, answer.get("flows").get(0).get("doubtfulDepartures").asInt());
  }

  @Test
  void aPeriodHoldsWhatIsDatedInIt() {
    assertEquals(
        1, ledger.flows(Optional.empty(), Window.period("2026-Q1"), AsOf.NOW).get("links").size());
    assertEquals(
        0, ledger.flows(Optional.empty(), Window.period("2026-Q2"), AsOf.NOW).get("links").size());
    assertEquals("2026-10 to 2026-12", Window.period("2026-Q4").name());
    assertEquals("2026 to 2026", Window.period("2026").name());
  }

  @Test
  void anOrganisationIsToldWithItsFlowAndFigures() {
    JsonNode orbit = ledger.organisation("ORBIT", AsOf.NOW);
    assertEquals("Orbit", orbit.get("name").asText());
    assertTrue(orbit.get("points").asInt() > 0);
    assertTrue(orbit.get("total").isNull());
    assertEquals(1, orbit.get("shifts").size());
    JsonNode northlab = ledger.organisation("northlab", AsOf.NOW);
    assertEquals(1, northlab.get("total").get("departures").asInt());
  }

  @Test
  void daysAreThoseOfRevisionsWithdrawalsIncluded() {
    JsonNode days = ledger.days();
    assertEquals("2026-03-03", days.get("first").asText());
    assertEquals("2026-04-02", days.get("last").asText());
    assertEquals(5, days.get("days").size());
    assertTrue(new Ledger(new InMemoryState()).days().get("first").isNull());
  }

  @Test
  void searchFindsPeopleProductsAndTitles() {
    JsonNode found = ledger.search("orbit", 10, AsOf.NOW);
    assertEquals("Orbit", found.get("entities").get(0).get("name").asText());
    assertEquals("c", found.get("articles").get(0).get("id").asText());
    assertEquals(
        "Ada Vale", ledger.search("Vále", 10, AsOf.NOW).get("people").get(0).get("name").asText());
    assertEquals(0, ledger.search("second", 10, AsOf.NOW).get("articles").size());
  }

  private static List<String> told(JsonNode answer) {
    List<String> told = new ArrayList<>();
    answer
        .get("movements")
        .forEach(one -> told.add(one.get("name").asText() + " " + one.get("told").asText()));
    return told;
  }
}
