package io.newsledger.aggregation;

import io.newsledger.events.Career;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.weighing.Ends;
import java.util.ArrayList;
import java.util.List;

/**
 * A career before and after a claim; null where there is none.
 *
 * @param before what was held true
 * @param after what is
 */
record CareerChange(Career before, Career after) {
  /** What organisations have to be told: ends taken back, then ends new or changed. */
  List<OrganisationMovement> ends() {
    List<OrganisationMovement> old = Ends.of(before);
    List<OrganisationMovement> now = Ends.of(after);
    List<OrganisationMovement> changes = new ArrayList<>();
    old.stream()
        .filter(end -> !now.contains(end))
        .map(end -> OrganisationMovement.newBuilder(end).setRemoved(true).build())
        .forEach(changes::add);
    now.stream().filter(end -> !old.contains(end)).forEach(changes::add);
    return List.copyOf(changes);
  }
}
