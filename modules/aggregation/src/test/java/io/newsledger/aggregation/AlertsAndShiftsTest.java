package io.newsledger.aggregation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.Exodus;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Metric;
import io.newsledger.events.Modality;
import io.newsledger.events.Shift;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.topic.Stores;
import io.newsledger.events.topic.Topics;
import io.newsledger.weighing.ClaimSets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts and shifts are raised once, grow, and are withdrawn. */
class AlertsAndShiftsTest {
  private static final String ALERT = "Northlab|2026-03|orbit";

  @TempDir Path directory;

  @Test
  void anAlertIsRaisedOnceAndGrows() {
    try (LedgerDriver ledger = new LedgerDriver(directory)) {
      TestOutputTopic<String, Exodus> alerts = ledger.output(Topics.ALERTS);
      ledger.accept(left("b", "Ada Vale", "2026-03-03").build());
      ledger.accept(left("c", "Bo Quill", "2026-03-04").build());
      assertTrue(alerts.isEmpty(), "two are none");
      ledger.accept(left("d", "Cy Marsh", "2026-03-06").build());
      assertEquals(List.of(3), people(alerts));
      ledger.accept(left("e", "Di Fern", "2026-04-01").build());
      assertEquals(List.of(4), people(alerts));
      ledger.accept(left("f", "Ed Holt", "2026-03-02").build());
      assertEquals(List.of(5), people(alerts), "an earlier one of the month makes no other alert");
      assertEquals(1, ledger.rows(Stores.ALERTS).size());
    }
  }

  @Test
  void whatIsToldBetterIsNeverWithdrawnInBetween() {
    try (LedgerDriver ledger = new LedgerDriver(directory)) {
      TestOutputTopic<String, Exodus> alerts = ledger.output(Topics.ALERTS);
      ledger.accept(left("b", "Ada Vale", "2026-03-03").build());
      ledger.accept(left("c", "Bo Quill", "2026-03-04").build());
      ledger.accept(left("d", "Cy Marsh", "2026-03-06").build());
      // Another paper tells of another day, and its claim gives the movement another id.
      ledger.accept(left("a", "Ada Vale", "2026-03-05").setSource("Desk").build());
      for (TestRecord<String, Exodus> told : alerts.readRecordsToList()) {
        assertEquals(ALERT, told.key());
        assertEquals(3, told.value().getPeople());
      }
      assertEquals(
          List.of("a", "c", "d"),
          ledger.table(Stores.ALERTS).values().iterator().next().getMovements());
    }
  }

  @Test
  void aCorrectionWithdrawsAnAlert() {
    try (LedgerDriver ledger = new LedgerDriver(directory)) {
      TestOutputTopic<String, Exodus> alerts = ledger.output(Topics.ALERTS);
      ledger.accept(left("b", "Ada Vale", "2026-03-03").build());
      ledger.accept(left("c", "Bo Quill", "2026-03-04").build());
      ledger.accept(left("d", "Cy Marsh", "2026-03-06").build());
      ledger.accept(left("d", "Cy Marsh", "2026-03-06").setKnown(closed()).build());
      List<TestRecord<String, Exodus>> told = alerts.readRecordsToList();
      assertEquals(Set.of(ALERT), told.stream().map(TestRecord::key).collect(Collectors.toSet()));
      assertNull(told.get(told.size() - 1).value(), "subscribers are told that it is withdrawn");
      assertEquals(List.of(), ledger.rows(Stores.ALERTS));
    }
  }

  @Test
  void whatIsOnlyRumouredAfterACorrectionWithdrawsAnAlert() {
    try (LedgerDriver ledger = new LedgerDriver(directory)) {
      ledger.accept(left("b", "Ada Vale", "2026-03-03").build());
      ledger.accept(left("c", "Bo Quill", "2026-03-04").build());
      // The rumour's id is the movement's, so that its row stays where it is.
      ledger.accept(
          left("d", "Cy Marsh", "2026-03-06")
              .setModality(Modality.RUMOURED)
              .setSource("Desk")
              .build());
      ledger.accept(left("e", "Cy Marsh", "2026-03-06").build());
      assertEquals(1, ledger.rows(Stores.ALERTS).size());
      ledger.accept(left("e", "Cy Marsh", "2026-03-06").setKnown(closed()).build());
      assertEquals(List.of(), ledger.rows(Stores.ALERTS));
    }
  }

  @Test
  void aShiftIsToldPartedAndWithdrawn() {
    try (LedgerDriver ledger = new LedgerDriver(directory)) {
      TestOutputTopic<String, Shift> shifts = ledger.output(Topics.SHIFTS);
      ledger.accept(share("a", "2025-01", 55).build());
      ledger.accept(share("b", "2026-01", 40).build());
      TestRecord<String, Shift> fall = shifts.readRecord();
      assertEquals("Orbit|MARKET_SHARE|PERCENT|actual||2026-01", fall.key());
      assertEquals(-15, fall.value().getChange());
      assertTrue(ledger.table(Stores.SERIES).size() == 2 && shifts.isEmpty());
      ledger.accept(share("c", "2025-06", 42).build());
      List<TestRecord<String, Shift>> parted = shifts.readRecordsToList();
      assertEquals(2, parted.size());
      assertEquals(-13, parted.get(0).value().getChange());
      assertNull(parted.get(1).value(), "from 42 to 40 is no shift");
      ledger.accept(share("c", "2025-06", 42).setKnown(closed()).build());
      assertEquals(
          List.of(-15.0),
          ledger.rows(Stores.SHIFTS).stream().map(Shift::getChange).toList(),
          "undone, it is what it was");
      ledger.accept(share("a", "2025-01", 55).setKnown(List.of()).build());
      assertFalse(ledger.table(Stores.SERIES).isEmpty());
      assertEquals(List.of(), ledger.rows(Stores.SHIFTS));
    }
  }

  @Test
  void aDayThatBecomesKnownTakesThePlaceOfItsYear() {
    try (LedgerDriver ledger = new LedgerDriver(directory)) {
      ledger.accept(share("a", "2024", 20).build());
      ledger.accept(share("b", "2025", 30).build());
      ledger.accept(share("c", "2026", 60).build());
      assertEquals(List.of(10.0, 30.0), changes(ledger));
      ledger.accept(share("d", "2025-03-14", 24).build());
      assertEquals(List.of(36.0), changes(ledger));
    }
  }

  private static List<Double> changes(LedgerDriver ledger) {
    return ledger.table(Stores.SHIFTS).values().stream().map(Shift::getChange).toList();
  }

  private static List<Integer> people(TestOutputTopic<String, Exodus> alerts) {
    return alerts.readRecordsToList().stream()
        .map(
            told -> {
              assertEquals(ALERT, told.key());
              return told.value().getPeople();
            })
        .toList();
  }

  private static List<KnownInterval> closed() {
    return List.of(
        new KnownInterval(
            Instant.parse("2026-03-05T00:00:00Z"), Instant.parse("2026-03-09T00:00:00Z")));
  }

  private static TalentClaim.Builder left(String id, String person, String date) {
    return ClaimSets.talent(id, "2026-03-05")
        .setPerson(person)
        .setFrom("Northlab")
        .setUnit("Orbit")
        .setDate(date);
  }

  private static MarketClaim.Builder share(String id, String date, double value) {
    return ClaimSets.market(id, "2026-03-05")
        .setMetric(Metric.MARKET_SHARE)
        .setUnit("PERCENT")
        .setAsOf(date)
        .setValue(value);
  }
}
