package io.newsledger.weighing;

import io.newsledger.events.End;
import io.newsledger.events.Flow;
import io.newsledger.events.FlowPerson;
import io.newsledger.events.FlowStep;
import io.newsledger.events.Modality;
import io.newsledger.events.Movement;
import io.newsledger.events.OrganisationMovement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Counts the people who came to and left an organisation in a period. A person counts once an end,
 * as certain if any movement is. Changes of role inside and movements that are only denied count
 * for nothing.
 */
public final class FlowFold {
  /** Most movements that a flow names. */
  public static final int NAMED = 50;

  private static final Comparator<FlowStep> BY_MOVEMENT =
      Comparator.comparing(FlowStep::getMovement)
          .thenComparing(FlowStep::getDate, Comparator.nullsFirst(Comparator.naturalOrder()));

  private FlowFold() {}

  /**
   * The flow of these movements.
   *
   * @param movements ends at this organisation; those outside the period are passed over
   * @return empty if none counts
   */
  public static Optional<Flow> fold(
      String organisation, Period period, Collection<OrganisationMovement> movements) {
    TreeMap<String, FlowPerson> people = new TreeMap<>();
    for (OrganisationMovement end : movements) {
      people.compute(end.getPerson(), (person, of) -> with(of, null, end).orElse(null));
    }
    FlowCount count = new FlowCount(period);
    people.values().forEach(count::add);
    return count.flow(organisation, firstNamed(period, people.values()));
  }

  /**
   * A person's steps after a movement changed.
   *
   * @param person steps before; null for none
   * @param before the movement as it was; null for none
   * @param after as it is; null for none
   * @return empty if none is left
   */
  public static Optional<FlowPerson> with(
      FlowPerson person, OrganisationMovement before, OrganisationMovement after) {
    List<FlowStep> steps = new ArrayList<>(person == null ? List.of() : person.getSteps());
    step(before).ifPresent(steps::remove);
    step(after).ifPresent(steps::add);
    steps.sort(BY_MOVEMENT);
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FlowPerson((after == null ? before : after).getPerson(), List.copyOf(steps)));
  }

  /**
   * A flow after the steps of one person changed: what all people together give, though nobody else
   * is looked at, but where a movement that the flow named is gone and there are more than it
   * names.
   *
   * @param told as it was; null for none
   * @param before the person's steps as they were; null for none
   * @param after as they are; null for none
   * @param people gives those of the period, others do no harm, with this person's steps as they
   *     are
   * @return empty if nothing counts any more
   */
  public static Optional<Flow> moved(
      String organisation,
      Period period,
      Flow told,
      FlowPerson before,
      FlowPerson after,
      Supplier<Collection<FlowPerson>> people) {
    FlowCount count = new FlowCount(period);
    if (told != null) {
      count.add(told);
    }
    count.remove(before);
    count.add(after);
    List<String> gone = new ArrayList<>(FlowCount.movements(period, before));
    List<String> come = new ArrayList<>();
    for (String movement : FlowCount.movements(period, after)) {
      if (!gone.remove(movement)) {
        come.add(movement);
      }
    }
    List<String> named = new ArrayList<>(told == null ? List.of() : told.getMovements());
    boolean full = named.size() == NAMED;
    boolean lost = gone.stream().filter(named::remove).count() > 0;
    if (full && lost) {
      return count.flow(organisation, firstNamed(period, people.get()));
    }
    named.addAll(come);
    return count.flow(organisation, named.stream().sorted().limit(NAMED).toList());
  }

  private static List<String> firstNamed(Period period, Collection<FlowPerson> people) {
    return people.stream()
        .flatMap(person -> FlowCount.movements(period, person).stream())
        .sorted()
        .limit(NAMED)
        .toList();
  }

  private static Optional<FlowStep> step(OrganisationMovement end) {
    if (end == null || !counts(end)) {
      return Optional.empty();
    }
    Movement movement = end.getMovement();
    return Optional.of(
        FlowStep.newBuilder()
            .setMovement(movement.getId())
            .setEnd(end.getEnd())
            .setCounterpart(end.getCounterpart())
            .setDate(movement.getDate())
            .setCertain(isCertain(movement))
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
}
