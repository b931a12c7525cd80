package io.newsledger.weighing;

import io.newsledger.events.Counterpart;
import io.newsledger.events.End;
import io.newsledger.events.Flow;
import io.newsledger.events.Modality;
import io.newsledger.events.Movement;
import io.newsledger.events.OrganisationMovement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts the people who came to and left an organisation in a period. A person counts once an end,
 * as certain if any movement is. Changes of role inside and movements that are only denied count
 * for nothing.
 */
public final class FlowFold {
  private FlowFold() {}

  /**
   * The flow of these movements.
   *
   * @param movements ends at this organisation; those outside the period are passed over
   * @return empty if none counts
   */
  public static Optional<Flow> fold(
      String organisation, Period period, Collection<OrganisationMovement> movements) {
    People all = new People();
    TreeMap<String, People> byCounterpart = new TreeMap<>();
    TreeSet<String> ids = new TreeSet<>();
    for (OrganisationMovement end : movements) {
      Movement movement = end.getMovement();
      if (counts(end) && period.holds(movement.getDate())) {
        ids.add(movement.getId());
        all.add(end);
        if (end.getCounterpart() != null) {
          byCounterpart.computeIfAbsent(end.getCounterpart(), name -> new People()).add(end);
        }
      }
    }
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Flow.newBuilder()
            .setOrganisation(organisation)
            .setPeriod(period.name())
            .setArrivals(all.arrived.size())
            .setDepartures(all.left.size())
            .setDoubtfulArrivals(all.onlyDoubtful(all.maybeArrived, all.arrived))
            .setDoubtfulDepartures(all.onlyDoubtful(all.maybeLeft, all.left))
            .setCounterparts(
                byCounterpart.entrySet().stream()
                    .map(entry -> counterpart(entry.getKey(), entry.getValue()))
                    .toList())
            .setMovements(List.copyOf(ids))
            .build());
  }

  /**
   * Whether a movement counts the same in every flow as it did.
   *
   * @param before as it was; null for none
   * @param after as it is; null for none
   */
  public static boolean countAlike(OrganisationMovement before, OrganisationMovement after) {
    boolean counted = before != null && counts(before);
    boolean counts = after != null && counts(after);
    if (!counted || !counts) {
      return counted == counts;
    }
    return before.getEnd() == after.getEnd()
        && before.getPerson().equals(after.getPerson())
        && Objects.equals(before.getCounterpart(), after.getCounterpart())
        && before.getMovement().getId().equals(after.getMovement().getId())
        && Objects.equals(before.getMovement().getDate(), after.getMovement().getDate())
        && isCertain(before.getMovement()) == isCertain(after.getMovement());
  }

  private static boolean isCertain(Movement movement) {
    return movement.getModality() != Modality.RUMOURED && movement.getAgainst().isEmpty();
  }

  private static boolean counts(OrganisationMovement end) {
    return end.getEnd() != End.WITHIN && end.getMovement().getModality() != Modality.DENIED;
  }

  private static Counterpart counterpart(String name, People people) {
    return Counterpart.newBuilder()
        .setOrganisation(name)
        .setArrivals(people.arrived.size())
        .setDepartures(people.left.size())
        .setDoubtfulArrivals(people.onlyDoubtful(people.maybeArrived, people.arrived))
        .setDoubtfulDepartures(people.onlyDoubtful(people.maybeLeft, people.left))
        .build();
  }

  /** People by what they did. Lives within one fold. */
  private static final class People {
    private final Set<String> arrived = new HashSet<>();
    private final Set<String> left = new HashSet<>();
    private final Set<String> maybeArrived = new HashSet<>();
    private final Set<String> maybeLeft = new HashSet<>();

    void add(OrganisationMovement end) {
      Movement movement = end.getMovement();
      boolean certain = isCertain(movement);
      boolean arrival = end.getEnd() == End.JOINED;
      Set<String> people =
          certain ? (arrival ? arrived : left) : (arrival ? maybeArrived : maybeLeft);
      people.add(end.getPerson());
    }

    int onlyDoubtful(Set<String> doubtful, Set<String> certain) {
      return (int) doubtful.stream().filter(person -> !certain.contains(person)).count();
    }
  }
}
