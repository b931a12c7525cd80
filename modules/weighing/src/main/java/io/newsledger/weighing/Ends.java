package io.newsledger.weighing;

import io.newsledger.events.Career;
import io.newsledger.events.End;
import io.newsledger.events.Movement;
import io.newsledger.events.OrganisationMovement;
import java.util.ArrayList;
import java.util.List;

/** A career as the organisations in it see it: one entry for each end of each movement. */
public final class Ends {
  private Ends() {}

  /** All ends of all movements; empty for null. */
  public static List<OrganisationMovement> of(Career career) {
    List<OrganisationMovement> ends = new ArrayList<>();
    if (career != null) {
      for (Movement movement : career.getMovements()) {
        String from = movement.getFrom();
        String to = movement.getTo();
        if (from != null && from.equals(to)) {
          ends.add(end(career, movement, End.WITHIN, from, to));
        } else {
          if (from != null) {
            ends.add(end(career, movement, End.LEFT, from, to));
          }
          if (to != null) {
            ends.add(end(career, movement, End.JOINED, to, from));
          }
        }
      }
    }
    return List.copyOf(ends);
  }

  private static OrganisationMovement end(
      Career career, Movement movement, End end, String organisation, String counterpart) {
    return OrganisationMovement.newBuilder()
        .setOrganisation(organisation)
        .setEnd(end)
        .setCounterpart(counterpart)
        .setPerson(career.getPerson())
        .setName(career.getName())
        .setRemoved(false)
        .setMovement(movement)
        .build();
  }
}
