package io.newsledger.extraction;

import java.util.List;
import java.util.Objects;

/**
 * One step of one named person. From only: departure; to only: arrival; both and different:
 * transfer; both the same: change of role.
 *
 * @param person full name as the article prints it first
 * @param aliases other full forms of the name
 * @param from organisation left, canonical short name, or null
 * @param to organisation joined, canonical short name, or null
 * @param unit team, product or laboratory, or null
 * @param role title as worded, or null
 * @param date ISO 8601 as precise as said (YYYY-MM-DD, YYYY-MM, YYYY), or null
 * @param modality certainty
 * @param quote words it stands on
 */
public record Movement(
    String person,
    List<String> aliases,
    String from,
    String to,
    String unit,
    String role,
    String date,
    Modality modality,
    Quote quote) {
  public Movement {
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(modality, "modality");
    Objects.requireNonNull(quote, "quote");
    aliases = List.copyOf(aliases);
    if (from == null && to == null) {
      throw new IllegalArgumentException("a movement needs an organisation: " + person);
    }
  }
}
