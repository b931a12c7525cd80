package io.newsledger.aggregation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.Career;
import io.newsledger.events.EntityAlias;
import io.newsledger.events.Flow;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.Movement;
import io.newsledger.events.PersonLink;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Stores;
import io.newsledger.events.topic.Topics;
import io.newsledger.weighing.ClaimSets;
import io.newsledger.weighing.StoryTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AggregationTopologyTest {
  @TempDir Path directory;

  /**
   * Names in here are names of topics and of state on disk: a change of them orphans what exists.
   */
  @Test
  void theTopologyIsTheGoldenOne() throws IOException {
    String topology =
        AggregationTopology.build(EventSerdes.singleObject(), LedgerDriver.settings(directory))
            .describe()
            .toString();
    Path golden = Path.of("src/test/resources/aggregation-topology.txt");
    if (System.getProperty("golden.accept") != null) {
      Files.writeString(golden, topology);
    }
    assertEquals(Files.readString(golden, StandardCharsets.UTF_8), topology);
  }

  @Test
  void aClaimBecomesACareerAndFlows() {
    try (LedgerDriver ledger = new LedgerDriver(directory)) {
      var flows = ledger.output(Topics.FLOWS);
      ledger.accept(transfer().build());
      Career career = ledger.output(Topics.CAREERS).readValue();
      assertEquals("ada vale", career.getPerson());
      assertEquals(
          List.of("c1"), career.getMovements().get(0).getClaims(), "each value names its claims");
      List<String> keys = flows.readKeyValuesToList().stream().map(flow -> flow.key).toList();
      assertTrue(keys.contains("Northlab|2026-03"), keys::toString);
      assertTrue(keys.contains("Southlab|2026-Q1"), keys::toString);
      Flow year =
          ledger.rows(Stores.FLOWS).stream()
              .filter(f -> f.getOrganisation().equals("Northlab") && f.getPeriod().equals("2026"))
              .findFirst()
              .orElseThrow();
      assertEquals(1, year.getDepartures());
      assertEquals("Southlab", year.getCounterparts().get(0).getOrganisation());
    }
  }

  @Test
  void aRetractionLeavesTheClaimForThePastAndNothingInThePresent() {
    try (LedgerDriver ledger = new LedgerDriver(directory)) {
      String empty = ledger.views();
      ledger.accept(transfer().build());
      ledger.accept(
          transfer()
              .setKnown(
                  List.of(
                      new KnownInterval(
                          Instant.parse("2026-03-05T00:00:00Z"),
                          Instant.parse("2026-03-07T00:00:00Z"))))
              .build());
      assertEquals(empty, ledger.views());
      assertEquals(1, ledger.rows(Stores.CLAIMS_BY_PERSON).size());
      List<Career> told = ledger.output(Topics.CAREERS).readValuesToList();
      assertNull(told.get(told.size() - 1), "subscribers are told that the career is gone");
    }
  }

  @Test
  void aClaimThatNoRevisionMakesIsForgotten() {
    try (LedgerDriver ledger = new LedgerDriver(directory)) {
      ledger.accept(transfer().build());
      ledger.accept(transfer().setKnown(List.of()).build());
      assertEquals(List.of(), ledger.rows(Stores.CLAIMS_BY_PERSON));
      assertEquals(List.of(), ledger.rows(Stores.TALENT_CLAIMS));
      assertEquals(List.of(), ledger.rows(Stores.FLOWS));
    }
  }

  @Test
  void toldAgainNothingIsWrittenAgain() {
    try (LedgerDriver ledger = new LedgerDriver(directory)) {
      var careers = ledger.output(Topics.CAREERS);
      ledger.accept(transfer().build());
      careers.readValuesToList();
      ledger.accept(transfer().build());
      assertTrue(careers.isEmpty());
    }
  }

  @Test
  void aLinkLearnedLateMergesCareersAndItsEndPartsThem() {
    try (LedgerDriver ledger = new LedgerDriver(directory)) {
      EntityAlias alias = ClaimSets.alias("A. Vale", "Ada Vale");
      ledger.accept(transfer().build());
      ledger.accept(departure("c2", "A. Vale"));
      String apart = ledger.views();
      assertEquals(List.of("a vale", "ada vale"), people(ledger));
      ledger.accept(alias);
      Career career = ledger.rows(Stores.CAREERS).get(0);
      assertEquals(List.of("ada vale"), people(ledger));
      assertEquals(List.of("A. Vale", "Ada Vale"), career.getNames(), "names stay as printed");
      assertEquals(List.of("c1", "c2"), career.getMovements().get(0).getClaims());
      ledger.forget(alias);
      assertEquals(apart, ledger.views());
    }
  }

  @Test
  void aNameSharedByTwoPeopleMergesNeitherAndOneLinkTakenBackDecides() {
    try (LedgerDriver ledger = new LedgerDriver(directory)) {
      ledger.accept(transfer().build());
      ledger.accept(departure("c2", "A. Vale"));
      ledger.accept(departure("c3", "Ann Vale"));
      ledger.accept(ClaimSets.alias("A. Vale", "Ada Vale"));
      ledger.accept(ClaimSets.alias("A. Vale", "Ann Vale"));
      assertEquals(3, ledger.rows(Stores.CAREERS).size());
      ledger.forget(ClaimSets.alias("A. Vale", "Ada Vale"));
      assertEquals(List.of("ada vale", "ann vale"), people(ledger));
      assertEquals(List.of("A. Vale", "Ann Vale"), ledger.rows(Stores.CAREERS).get(1).getNames());
    }
  }

  @Test
  void aLinkMadeFirstWaitsForItsClaimsAndChainsMoveAtOnce() {
    try (LedgerDriver ledger = new LedgerDriver(directory)) {
      ledger.accept(ClaimSets.alias("Addie V", "A. Vale"));
      ledger.accept(ClaimSets.alias("A. Vale", "Ada Vale"));
      ledger.accept(departure("c2", "Addie V"));
      assertEquals(List.of("ada vale"), people(ledger));
      ledger.forget(ClaimSets.alias("A. Vale", "Ada Vale"));
      assertEquals(List.of("a vale"), people(ledger));
      assertEquals(
          List.of("a vale"),
          ledger.rows(Stores.LINKS).stream().map(PersonLink::getPerson).toList());
    }
  }

  @Test
  void whatLinksNothingIsPassedOver() {
    try (LedgerDriver ledger = new LedgerDriver(directory)) {
      ledger.accept(transfer().build());
      String before = ledger.views();
      ledger.alias("vale|quill", ClaimSets.alias("Bo", "Ada Vale"));
      ledger.alias("nothing", null);
      assertEquals(before, ledger.views());
      assertEquals(List.of(), ledger.rows(Stores.ALIASES));
    }
  }

  @Test
  void aCopyFoundLateCorroboratesNothingAndAnEarlierOneMovesTheStory() {
    String text = StoryTexts.text(1, 80);
    try (LedgerDriver ledger = new LedgerDriver(directory)) {
      ledger.accept(transfer().setSource("Wire").build());
      ledger.accept(transfer().setId("c2").setArticleId("copy").setSource("Desk").build());
      assertEquals(2, onlyStep(ledger).getSources());
      ledger.accept(StoryTexts.article("copy", "2026-03-05T08:00:00Z", text + "more words"));
      ledger.accept(StoryTexts.article("article-c1", "2026-03-05T07:00:00Z", text));
      assertEquals(1, onlyStep(ledger).getSources());
      assertEquals("article-c1", ledger.rows(Stores.TALENT_CLAIMS).get(1).getStory());
      ledger.accept(StoryTexts.article("first", "2026-03-05T06:00:00Z", text));
      assertEquals(
          List.of("first", "first"),
          ledger.rows(Stores.CLAIMS_BY_PERSON).stream().map(TalentClaim::getStory).toList());
      assertEquals(1, onlyStep(ledger).getSources());
    }
  }

  private static Movement onlyStep(LedgerDriver ledger) {
    List<Movement> movements = ledger.rows(Stores.CAREERS).get(0).getMovements();
    assertEquals(1, movements.size());
    return movements.get(0);
  }

  private static List<String> people(LedgerDriver ledger) {
    return ledger.rows(Stores.CAREERS).stream().map(Career::getPerson).toList();
  }

  private static TalentClaim departure(String id, String person) {
    return ClaimSets.talent(id, "2026-03-06").setPerson(person).setFrom("Northlab").build();
  }

  private static TalentClaim.Builder transfer() {
    return ClaimSets.talent("c1", "2026-03-05")
        .setFrom("Northlab")
        .setTo("Southlab")
        .setDate("2026-03-04");
  }
}
