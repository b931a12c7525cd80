package io.newsledger.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Career;
import io.newsledger.events.SeriesPoint;
import io.newsledger.weighing.ClaimSets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What limits cut off is said, and what is left is right. */
final class LimitsTest {
  private static final AsOf LATER = AsOf.parse("2027-01-01");
  private static final int ALL = 100;

  private final InMemoryState random =
      new InMemoryState(List.of(), ClaimSets.talentClaims(7, 40), ClaimSets.marketClaims(7, 40));

  @Test
  void aScanThatIsCutShortFoldsNobodyInPart() {
    Map<String, Career> whole = new TreeMap<>();
    assertFalse(
        new KnownState(random, LATER, ALL)
            .careers(career -> whole.put(career.getPerson(), career)));
    for (int limit = 1; limit < 40; limit++) {
      List<Career> found = new ArrayList<>();
      assertTrue(new KnownState(random, LATER, limit).careers(found::add));
      found.forEach(career -> assertEquals(whole.get(career.getPerson()), career));
      assertTrue(found.size() < whole.size(), "the last one read is never known to be whole");
    }
  }

  @Test
  void aScanThatIsCutShortWeighsNoPointInPart() {
    List<SeriesPoint> whole = new KnownState(random, LATER, ALL).points(entities -> true).rows();
    for (int limit = 1; limit < 40; limit++) {
      var found = new KnownState(random, LATER, limit).points(entities -> true);
      assertTrue(found.truncated());
      assertTrue(whole.containsAll(found.rows()));
    }
  }

  @Test
  void aPersonOfTooManyClaimsIsRefusedRatherThanFoldedInPart() {
    assertThrows(
        TooLarge.class,
        () -> new Ledger(Samples.state(), new Limits(1, 9, 9, 9)).career("Ada Vale", LATER));
  }

  @Test
  void answersSayThatTheyAreCutShort() {
    Ledger whole = new Ledger(Samples.state());
    Ledger oneAnswer = new Ledger(Samples.state(), new Limits(ALL, 1, ALL, ALL));
    Ledger oneClaim = new Ledger(Samples.state(), new Limits(ALL, ALL, 1, ALL));
    Ledger oneRow = new Ledger(Samples.state(), new Limits(1, ALL, ALL, ALL));
    assertCut(
        "claims",
        whole.claims(ClaimFilter.person("Ada Vale"), AsOf.NOW),
        oneAnswer.claims(ClaimFilter.person("Ada Vale"), AsOf.NOW));
    assertCut(
        "movements",
        whole.flow("Northlab", Window.ALL, AsOf.NOW),
        oneAnswer.flow("Northlab", Window.ALL, AsOf.NOW));
    assertCut(
        "people",
        whole.people("", Page.first(9), AsOf.NOW),
        whole.people("", Page.first(1), AsOf.NOW));
    assertCut(
        "entities",
        whole.entities("", Page.first(9), AsOf.NOW),
        oneAnswer.entities("", Page.first(9), AsOf.NOW));
    assertCut("claims", whole.career("Ada Vale", AsOf.NOW), oneClaim.career("Ada Vale", AsOf.NOW));
    assertCut(
        "claims",
        whole.series("Orbit", Optional.empty(), AsOf.NOW),
        oneClaim.series("Orbit", Optional.empty(), AsOf.NOW));
    assertCut(
        "movements",
        whole.flow("Northlab", Window.ALL, AsOf.NOW),
        oneRow.flow("Northlab", Window.ALL, AsOf.NOW));
  }

  private static void assertCut(String list, ObjectNode whole, ObjectNode cut) {
    assertFalse(whole.get("truncated").asBoolean(), whole.toString());
    assertTrue(cut.get("truncated").asBoolean(), cut.toString());
    JsonNode left = cut.get(list);
    assertEquals(1, left.size());
    assertTrue(whole.get(list).size() > 1);
  }
}
