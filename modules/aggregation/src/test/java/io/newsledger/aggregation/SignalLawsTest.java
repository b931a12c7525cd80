package io.newsledger.aggregation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.newsledger.events.Exodus;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.Shift;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Store;
import io.newsledger.events.topic.Stores;
import io.newsledger.events.topic.Topic;
import io.newsledger.events.topic.Topics;
import io.newsledger.weighing.ExodusFold;
import io.newsledger.weighing.ExodusKey;
import io.newsledger.weighing.ExodusRule;
import io.newsledger.weighing.ExodusRules;
import io.newsledger.weighing.FlowFold;
import io.newsledger.weighing.Period;
import io.newsledger.weighing.ShiftFold;
import io.newsledger.weighing.ShiftRule;
import io.newsledger.weighing.Thresholds;
import io.newsledger.weighing.ViewSets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.apache.avro.specific.SpecificRecord;

/**
 * What is kept near a change is what the whole gives: flows, alerts and shifts are those of all
 * movements and all points, after any history of claims that come, are told again and are taken
 * back; and whoever follows the topics holds the same.
 */
class SignalLawsTest {
  private static final Instant TAKEN_BACK = Instant.parse("2026-04-01T00:00:00Z");
  private static final List<Thresholds> THRESHOLDS =
      List.of(
          Thresholds.DEFAULT,
          new Thresholds(
              new ExodusRules(new ExodusRule(2, 6), Map.of("Southlab", new ExodusRule(2, 40))),
              new ShiftRule(1, 1)));

  @Property(tries = 60)
  void flowsAlertsAndShiftsAreThoseOfTheWhole(
      @ForAll long seed, @ForAll @IntRange(min = 4, max = 30) int count) {
    Thresholds thresholds = THRESHOLDS.get(Math.floorMod(seed, THRESHOLDS.size()));
    with(
        thresholds,
        ledger -> {
          Map<String, Exodus> alerts = new TreeMap<>();
          Map<String, Shift> shifts = new TreeMap<>();
          ledger.accept(history(seed, count));
          follow(ledger, Topics.ALERTS, alerts);
          follow(ledger, Topics.SHIFTS, shifts);
          assertEquals(flowsOfAll(ledger), keyed(ledger, Stores.FLOWS, "flow"));
          assertEquals(
              alertsOfAll(ledger, thresholds.alerts()), keyed(ledger, Stores.ALERTS, "alert"));
          assertEquals(
              shiftsOfAll(ledger, thresholds.shifts()), keyed(ledger, Stores.SHIFTS, "shift"));
          assertEquals(keyed(ledger, Stores.ALERTS, "alert"), labelled(alerts, "alert"));
          assertEquals(keyed(ledger, Stores.SHIFTS, "shift"), labelled(shifts, "shift"));
          Statistics.label("alerts")
              .collect(alerts.isEmpty() ? "none" : "some")
              .coverage(coverage -> coverage.check("some").percentage(share -> share > 15));
          Statistics.label("shifts")
              .collect(shifts.isEmpty() ? "none" : "some")
              .coverage(coverage -> coverage.check("some").percentage(share -> share > 15));
        });
  }

  /** Claims in an order of the seed; a third is taken back at some time, some are told again. */
  private static List<SpecificRecord> history(long seed, int count) {
    Random random = new Random(seed);
    List<SpecificRecord> claims = new ArrayList<>(ViewSets.departures(seed, count));
    claims.addAll(ViewSets.figures(seed, count));
    Collections.shuffle(claims, random);
    List<SpecificRecord> history = new ArrayList<>(claims);
    for (SpecificRecord claim : claims) {
      int behind = history.indexOf(claim) + 1;
      int at = behind + random.nextInt(history.size() - behind + 1);
      switch (random.nextInt(6)) {
        case 0, 1 -> history.add(at, takenBack(claim));
        case 2 -> history.add(at, claim);
        default -> {}
      }
    }
    return history;
  }

  private static SpecificRecord takenBack(SpecificRecord claim) {
    return claim instanceof TalentClaim talent
        ? TalentClaim.newBuilder(talent).setKnown(until(talent.getKnown())).build()
        : MarketClaim.newBuilder((MarketClaim) claim)
            .setKnown(until(((MarketClaim) claim).getKnown()))
            .build();
  }

  private static List<KnownInterval> until(List<KnownInterval> known) {
    return List.of(new KnownInterval(known.get(0).getFrom(), TAKEN_BACK));
  }

  private static Map<String, String> flowsOfAll(LedgerDriver ledger) {
    Map<String, String> flows = new TreeMap<>();
    movements(ledger)
        .forEach(
            (organisation, ends) ->
                ends.stream()
                    .flatMap(end -> Period.of(end.getMovement().getDate()).stream())
                    .distinct()
                    .flatMap(period -> FlowFold.fold(organisation, period, ends).stream())
                    .forEach(
                        flow ->
                            flows.put(
                                "flow " + organisation + "|" + flow.getPeriod(), flow.toString())));
    return flows;
  }

  private static Map<String, List<OrganisationMovement>> movements(LedgerDriver ledger) {
    Map<String, List<OrganisationMovement>> ends = new TreeMap<>();
    ledger
        .rows(Stores.MOVEMENTS)
        .forEach(
            end -> ends.computeIfAbsent(end.getOrganisation(), name -> new ArrayList<>()).add(end));
    return ends;
  }

  private static Map<String, String> alertsOfAll(LedgerDriver ledger, ExodusRules rules) {
    Map<String, String> alerts = new TreeMap<>();
    movements(ledger)
        .forEach(
            (organisation, of) ->
                ExodusFold.fold(organisation, rules.of(organisation), of)
                    .forEach(
                        alert ->
                            alerts.put(
                                "alert " + ExodusKey.of(alert).message(), alert.toString())));
    return alerts;
  }

  private static Map<String, String> shiftsOfAll(LedgerDriver ledger, ShiftRule rule) {
    Map<String, List<SeriesPoint>> series = new TreeMap<>();
    ledger
        .table(Stores.SERIES)
        .forEach(
            (row, point) ->
                series
                    .computeIfAbsent(
                        String.join("|", RowKey.parts(row).subList(0, 5)), k -> new ArrayList<>())
                    .add(point));
    Map<String, String> shifts = new TreeMap<>();
    series.forEach(
        (key, points) ->
            ShiftFold.fold(rule, points)
                .forEach(
                    shift ->
                        shifts.put(
                            "shift " + key + "|" + shift.getAfter().getDate(), shift.toString())));
    return shifts;
  }

  private static <T extends SpecificRecord> void follow(
      LedgerDriver ledger, Topic<T> topic, Map<String, T> table) {
    ledger
        .output(topic)
        .readRecordsToList()
        .forEach(
            told -> {
              if (told.value() == null) {
                table.remove(told.key());
              } else {
                table.put(told.key(), told.value());
              }
            });
  }

  private static <T extends SpecificRecord> Map<String, String> keyed(
      LedgerDriver ledger, Store<T> store, String label) {
    Map<String, T> rows = new TreeMap<>();
    ledger
        .table(store)
        .forEach((row, value) -> rows.put(String.join("|", RowKey.parts(row)), value));
    return labelled(rows, label);
  }

  private static <T extends SpecificRecord> Map<String, String> labelled(
      Map<String, T> rows, String label) {
    Map<String, String> labelled = new TreeMap<>();
    rows.forEach((key, value) -> labelled.put(label + " " + key, value.toString()));
    return labelled;
  }

  private interface Check {
    void on(LedgerDriver ledger);
  }

  private static void with(Thresholds thresholds, Check check) {
    try {
      Path directory = Files.createTempDirectory("ledger");
      try (LedgerDriver ledger = new LedgerDriver(directory, thresholds)) {
        check.on(ledger);
      } finally {
        try (Stream<Path> files = Files.walk(directory)) {
          for (Path path : files.sorted(Collections.reverseOrder()).toList()) {
            Files.deleteIfExists(path);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
