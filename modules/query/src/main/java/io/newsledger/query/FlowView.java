package io.newsledger.query;

import io.newsledger.events.Flow;
import io.newsledger.events.Movement;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.weighing.FlowFold;
import io.newsledger.weighing.Period;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Flows of movements that are at hand, by the same rules that aggregation counts by. */
final class FlowView {
  private FlowView() {}

  /**
   * One flow over all these movements, whatever their dates, under a name of its own.
   *
   * @return empty if none counts
   */
  static Optional<Flow> total(
      String organisation, String name, Collection<OrganisationMovement> ends) {
    // The fold counts by calendar periods. Without their dates all movements are of one period.
    List<OrganisationMovement> undated =
        ends.stream()
            .map(
                end ->
                    OrganisationMovement.newBuilder(end)
                        .setMovement(Movement.newBuilder(end.getMovement()).setDate(null).build())
                        .build())
            .toList();
    return FlowFold.fold(organisation, Period.UNDATED, undated)
        .map(flow -> Flow.newBuilder(flow).setPeriod(name).build());
  }

  /** The flows of all calendar periods that the movements touch, sorted by name. */
  static List<Flow> periods(String organisation, Collection<OrganisationMovement> ends) {
    Set<Period> periods = new LinkedHashSet<>();
    ends.forEach(end -> periods.addAll(Period.of(end.getMovement().getDate())));
    return periods.stream()
        .flatMap(period -> FlowFold.fold(organisation, period, ends).stream())
        .sorted(Comparator.comparing(Flow::getPeriod))
        .toList();
  }

  /** The flows of all organisations by calendar period, sorted by organisation and period. */
  static List<Flow> all(Map<String, List<OrganisationMovement>> byOrganisation) {
    return new TreeMap<>(byOrganisation)
        .entrySet().stream()
            .flatMap(entry -> periods(entry.getKey(), entry.getValue()).stream())
            .toList();
  }
}
