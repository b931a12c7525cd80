package io.newsledger.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Career;
import io.newsledger.events.Modality;
import io.newsledger.events.Movement;
import io.newsledger.events.json.EventJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A movement of a person, with the day on which it was told first.
 *
 * @param person key of the person
 * @param name of the person, as printed
 * @param movement the movement
 * @param told day of the first publication that tells of it, YYYY-MM-DD; empty if unknown
 */
record ToldMovement(String person, String name, Movement movement, String told) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  static ToldMovement of(Career career, Movement movement, Map<String, String> days) {
    String told =
        movement.getClaims().stream()
            .map(days::get)
            .filter(Objects::nonNull)
            .min(String::compareTo)
            .or(
                () ->
                    movement.getAgainst().stream()
                        .map(days::get)
                        .filter(Objects::nonNull)
                        .min(String::compareTo))
            .orElse("");
    return new ToldMovement(career.getPerson(), career.getName(), movement, told);
  }

  /** Order in lists: told last first. */
  List<String> key() {
    String date = Objects.requireNonNullElse(movement.getDate(), "");
    return List.of(told + " " + date, name, movement.getId());
  }

  boolean isCertain() {
    return movement.getModality() != Modality.RUMOURED
        && movement.getModality() != Modality.DENIED
        && movement.getAgainst().isEmpty();
  }

  boolean touches(String organisation) {
    return Names.same(organisation, Objects.requireNonNullElse(movement.getFrom(), ""))
        || Names.same(organisation, Objects.requireNonNullElse(movement.getTo(), ""));
  }

  /** {@code {person, name, told, movement}}. */
  ObjectNode json() {
    ObjectNode json = JSON.objectNode();
    json.put("person", person);
    json.put("name", name);
    json.put("told", told.isEmpty() ? null : told);
    json.set("movement", EventJson.of(movement));
    return json;
  }
}
