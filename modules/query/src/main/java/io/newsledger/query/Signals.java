package io.newsledger.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Exodus;
import io.newsledger.events.Metric;
import io.newsledger.events.Shift;
import io.newsledger.events.json.EventJson;
import io.newsledger.query.state.StateReader;
import io.newsledger.query.state.StateReader.Rows;
import io.newsledger.weighing.Thresholds;
import java.util.Comparator;
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
  ObjectNode alerts(Optional<String> organisation, Window window, AsOf asOf) {
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
            .sorted(Comparator.comparing(Exodus::getFrom, Comparator.reverseOrder()))
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
    wanted.stream()
        .limit(limits.answer())
        .forEach(
            alert -> {
              alert.getDepartures().forEach(proof::add);
              alert.getContested().forEach(proof::add);
              alerts.add(EventJson.of(alert));
            });
    return proof.prove(answer, all.truncated() || wanted.size() > limits.answer());
  }

  /** Shifts whose later point lies in the window, the newest first. */
  ObjectNode shifts(Optional<String> entity, Optional<Metric> metric, Window window, AsOf asOf) {
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
            .sorted(
                Comparator.comparing(
                    (Shift shift) -> shift.getAfter().getDate(), Comparator.reverseOrder()))
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
    wanted.stream()
        .limit(limits.answer())
        .forEach(
            shift -> {
              proof.add(shift.getBefore());
              proof.add(shift.getAfter());
              shifts.add(EventJson.of(shift));
            });
    return proof.prove(answer, all.truncated() || wanted.size() > limits.answer());
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
