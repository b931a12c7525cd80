package io.newsledger.aggregation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.Career;
import io.newsledger.events.Flow;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Stores;
import io.newsledger.events.topic.Topics;
import io.newsledger.weighing.ClaimSets;
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

  private static TalentClaim.Builder transfer() {
    return ClaimSets.talent("c1", "2026-03-05")
        .setFrom("Northlab")
        .setTo("Southlab")
        .setDate("2026-03-04");
  }
}
