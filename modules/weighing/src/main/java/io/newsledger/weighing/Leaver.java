package io.newsledger.weighing;

import io.newsledger.events.Departure;
import io.newsledger.events.End;
import io.newsledger.events.Modality;
import io.newsledger.events.Movement;
import io.newsledger.events.OrganisationMovement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * A departure that bears on alerts: not rumoured, not only denied, and dated to the month at least.
 *
 * @param end the movement, seen from the organisation
 * @param date when
 */
record Leaver(OrganisationMovement end, PartialDate date) {
  static final Comparator<Leaver> ORDER =
      Comparator.comparing((Leaver leaver) -> leaver.date.first())
          .thenComparing(leaver -> leaver.date.last())
          .thenComparing(Leaver::person)
          .thenComparing(leaver -> leaver.movement().getId());

  static Optional<Leaver> of(OrganisationMovement end) {
    Modality modality = end.getMovement().getModality();
    return modality == Modality.RUMOURED || modality == Modality.DENIED
        ? Optional.empty()
        : date(end).map(date -> new Leaver(end, date));
  }

  /** The date of a departure that is dated to the month at least, however certain it is. */
  static Optional<PartialDate> date(OrganisationMovement end) {
    return end.getEnd() == End.LEFT
        ? PartialDate.parse(end.getMovement().getDate())
            .filter(date -> date.precision() != PartialDate.Precision.YEAR)
        : Optional.empty();
  }

  String person() {
    return end.getPerson();
  }

  Movement movement() {
    return end.getMovement();
  }

  /** Whether nobody denies it. */
  boolean certain() {
    return movement().getAgainst().isEmpty();
  }

  /** Whether the unit told can only be one of the organisation left: no other end is known. */
  boolean tellsUnitLeft() {
    return certain() && end.getCounterpart() == null && !unit().isEmpty();
  }

  /** The unit told, in its normal form; empty if none is. */
  String unit() {
    return UnitKey.of(movement().getUnit());
  }

  /** Whether all days it may mean lie from this day to so many days after it. */
  boolean within(LocalDate first, int days) {
    return !date.first().isBefore(first) && !date.last().isAfter(first.plusDays(days));
  }

  Departure departure() {
    Movement movement = movement();
    return Departure.newBuilder()
        .setPerson(person())
        .setName(end.getName())
        .setMovement(movement.getId())
        .setDate(date.text())
        .setTo(end.getCounterpart())
        .setUnit(movement.getUnit())
        .setRole(movement.getRole())
        .setModality(movement.getModality())
        .setClaims(movement.getClaims())
        .setAgainst(movement.getAgainst())
        .build();
  }
}
