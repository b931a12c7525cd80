package io.newsledger.extraction.movement;

import io.newsledger.extraction.Modality;
import io.newsledger.extraction.people.Person;
import java.util.Objects;
import java.util.Set;

/**
 * One end of a candidate, as it is put before the judge: a departure, an arrival, or, with both
 * organisations the same, a change of role.
 *
 * @param person who
 * @param from organisation left, or null
 * @param to organisation joined, or null
 * @param modality certainty
 * @param date ISO 8601 point in time that the clause tells, or null
 * @param features what is true of it
 */
public record HeardEnd(
    Person person, String from, String to, Modality modality, String date, Set<String> features) {
  public HeardEnd {
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(modality, "modality");
    features = Set.copyOf(features);
    boolean none = from == null && to == null;
    boolean two = from != null && to != null && !from.equals(to);
    if (none || two) {
      throw new IllegalArgumentException("one end, not " + from + " and " + to);
    }
  }
}
