package io.newsledger.aggregation;

import io.newsledger.events.Career;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.weighing.Ends;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A career before and after a claim; null where there is none.
 *
 * @param before what was held true
 * @param after what is
 */
record CareerChange(Career before, Career after) {
  /**
   * What organisations have to be told: ends new or changed, then ends taken back. In this order
   * nobody has left no organisation in between, so that what is only told better withdraws nothing.
   */
  List<OrganisationMovement> ends() {
    List<OrganisationMovement> old = Ends.of(before);
    List<OrganisationMovement> now = Ends.of(after);
    Set<String> kept = now.stream().map(MovementRows::row).collect(Collectors.toSet());
    List<OrganisationMovement> changes = new ArrayList<>();
    now.stream().filter(end -> !old.contains(end)).forEach(changes::add);
    old.stream()
        .filter(end -> !kept.contains(MovementRows.row(end)))
        .map(end -> OrganisationMovement.newBuilder(end).setRemoved(true).build())
        .forEach(changes::add);
    return List.copyOf(changes);
  }
}
