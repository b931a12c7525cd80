package io.newsledger.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Exodus;
import io.newsledger.events.Metric;
import io.newsledger.events.Shift;
import io.newsledger.events.json.EventJson;
import io.newsledger.query.state.StateReader;
import io.newsledger.query.state.StateReader.Rows;
import io.newsledger.weighing.ExodusKey;
import io.newsledger.weighing.PointKey;
import io.newsledger.weighing.Thresholds;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Answers about alerts and shifts. */
final class Signals {
  private final StateReader state;
  private final Limits limits;
  private final Supplier<Thresholds> thresholds;

  Signals(StateReader state, Limits limits, Supplier<Thresholds> thresholds) {
    this.state = state;
    this.limits = limits;
    this.thresholds = thresholds;
  }

  /** Alerts that hold a departure in the window, the newest first. */
  ObjectNode alerts(Optional<String> organisation, Window window, Page page, AsOf asOf) {
    KnownState known = new KnownState(state, asOf, limits.scan());
    Rows<Exodus> all = signals(known).alerts();
    List<Exodus> wanted =
        all.rows().stream()
            .filter(
                alert ->
                    organisation.isEmpty()
                        || Names.same(organisation.get(), alert.getOrganisation()))
            .filter(
                alert ->
                    alert.getDepartures().stream()
                        .anyMatch(departure -> window.holds(departure.getDate())))
            .toList();
    if (wanted.isEmpty() && organisation.isPresent()) {
      checkKnown(
          "no movement from or to", organisation.get(), new Directory(known).organisations(), asOf);
    }
    Proof proof = new Proof(state, asOf, limits.claims());
    ObjectNode answer = asOf.answer();
    answer.put("organisation", organisation.orElse(null));
    answer.put("window", window.name());
    ArrayNode alerts = answer.putArray("alerts");
    Page.Part<Exodus> part = page.atMost(limits.answer()).of(wanted, Signals::place);
    for (Exodus alert : part.items()) {
      alert.getDepartures().forEach(proof::add);
      alert.getContested().forEach(proof::add);
      alerts.add(EventJson.of(alert));
    }
    part.describe(answer);
    return proof.prove(answer, all.truncated() || part.next().isPresent());
  }

  /** Shifts whose later point lies in the window, the newest first. */
  ObjectNode shifts(
      Optional<String> entity, Optional<Metric> metric, Window window, Page page, AsOf asOf) {
    KnownState known = new KnownState(state, asOf, limits.scan());
    Rows<Shift> all = signals(known).shifts();
    List<Shift> wanted =
        all.rows().stream()
            .filter(shift -> metric.isEmpty() || metric.get() == shift.getMetric())
            .filter(shift -> window.holds(shift.getAfter().getDate()))
            .filter(
                shift ->
                    entity.isEmpty()
                        || shift.getEntities().stream()
                            .anyMatch(one -> Names.same(entity.get(), one)))
            .toList();
    if (wanted.isEmpty() && entity.isPresent()) {
      Set<String> names = new TreeSet<>();
      known.points(names::addAll);
      checkKnown("no series of", entity.get(), names, asOf);
    }
    Proof proof = new Proof(state, asOf, limits.claims());
    ObjectNode answer = asOf.answer();
    answer.put("entity", entity.orElse(null));
    answer.put("metric", metric.map(Metric::name).orElse(null));
    answer.put("window", window.name());
    ArrayNode shifts = answer.putArray("shifts");
    Page.Part<Shift> part = page.atMost(limits.answer()).of(wanted, Signals::place);
    for (Shift shift : part.items()) {
      proof.add(shift.getBefore());
      proof.add(shift.getAfter());
      shifts.add(EventJson.of(shift));
    }
    part.describe(answer);
    return proof.prove(answer, all.truncated() || part.next().isPresent());
  }

  /** The day it began, then what it is of. */
  private static List<String> place(Exodus alert) {
    ExodusKey key = ExodusKey.of(alert);
    return List.of(alert.getFrom(), key.organisation(), key.start(), key.unit());
  }

  /** The date it is of, then its series. */
  private static List<String> place(Shift shift) {
    return List.of(
        shift.getAfter().getDate(),
        PointKey.subject(shift.getEntities()),
        shift.getMetric().name(),
        shift.getScope() == null ? "" : shift.getScope(),
        shift.getUnit());
  }

  /** A name that is misspelt must not be answered as one of which there is nothing to tell. */
  private static void checkKnown(String nothing, String typed, Set<String> names, AsOf asOf) {
    if (names.stream().noneMatch(name -> Names.same(typed, name))) {
      throw new NotKnown(
          nothing + " '" + typed + "' is known" + asOf.words(), Directory.like(typed, names));
    }
  }

  private KnownSignals signals(KnownState known) {
    return new KnownSignals(state, known, limits.scan(), thresholds.get());
  }
}
