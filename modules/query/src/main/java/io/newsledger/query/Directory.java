package io.newsledger.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Career;
import io.newsledger.events.Modality;
import io.newsledger.events.Movement;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.json.EventJson;
import io.newsledger.query.state.StateReader.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who and what the ledger knows, in one state of knowledge. */
final class Directory {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int SUGGESTIONS = 8;
  private static final Comparator<Movement> BY_DATE =
      Comparator.comparing(
              Movement::getDate, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
          .thenComparing(Movement::getId);

  private final KnownState known;

  Directory(KnownState known) {
    this.known = known;
  }

  /**
   * People, those with the newest movements first.
   *
   * @param typed a part of the name; blank for all
   * @param proof gathers the claims that their newest movements rest on
   */
  ObjectNode people(String typed, Page page, Proof proof) {
    List<Career> found = new ArrayList<>();
    boolean truncated =
        known.careers(
            career -> {
              if (typed.isBlank() || Names.alikePerson(typed, career)) {
                found.add(career);
              }
            });
    Page.Part<Career> part =
        page.of(
            found,
            career ->
                List.of(latest(career).map(Movement::getDate).orElse(""), career.getPerson()));
    ObjectNode answer = known.asOf().answer();
    ArrayNode people = answer.putArray("people");
    for (Career career : part.items()) {
      people.add(person(career));
      latest(career).ifPresent(proof::add);
    }
    part.describe(answer);
    return proof.prove(answer, truncated || part.next().isPresent());
  }

  /**
   * Organisations and products, those of which most is known first.
   *
   * @param typed a part of the name; blank for all
   */
  ObjectNode entities(String typed, Page page) {
    TreeMap<String, Entity> found = new TreeMap<>();
    boolean truncated = gather(found);
    found.keySet().removeIf(name -> !typed.isBlank() && !Names.alike(typed, name));
    ObjectNode answer = known.asOf().answer();
    ArrayNode entities = answer.putArray("entities");
    Page.Part<Map.Entry<String, Entity>> part =
        page.of(found.entrySet(), entry -> List.of(entry.getValue().amount(), entry.getKey()));
    part.items().forEach(entry -> entities.add(entry.getValue().json(entry.getKey())));
    part.describe(answer);
    answer.put("truncated", truncated || part.next().isPresent());
    return answer;
  }

  /**
   * What is known of one organisation or product, and whether that is cut short.
   *
   * @throws NotKnown with names that look alike
   */
  ObjectNode entity(String typed) {
    TreeMap<String, Entity> found = new TreeMap<>();
    boolean truncated = gather(found);
    String name =
        found.keySet().stream()
            .filter(one -> Names.same(typed, one))
            .findFirst()
            .orElseThrow(
                () ->
                    new NotKnown(
                        "nothing of '" + typed + "' is known" + known.asOf().words(),
                        like(typed, found.keySet())));
    return found.get(name).json(name).put("truncated", truncated);
  }

  private boolean gather(Map<String, Entity> found) {
    boolean truncated =
        known.movements(
            end -> found.computeIfAbsent(end.getOrganisation(), name -> new Entity()).movements++);
    Rows<SeriesPoint> points = known.points(entities -> true);
    for (SeriesPoint point : points.rows()) {
      point
          .getEntities()
          .forEach(name -> found.computeIfAbsent(name, n -> new Entity()).points.add(point));
    }
    return truncated || points.truncated();
  }

  /** Names of people who may be meant, else of those who share a word of the name; sorted. */
  List<String> peopleLike(String typed) {
    TreeSet<String> alike = new TreeSet<>();
    TreeSet<String> related = new TreeSet<>();
    known.careers(
        career -> {
          if (alike.size() < SUGGESTIONS && Names.alikePerson(typed, career)) {
            alike.add(career.getName());
          } else if (related.size() < SUGGESTIONS && Names.shareWord(typed, career)) {
            related.add(career.getName());
          }
        });
    return List.copyOf(alike.isEmpty() ? related : alike);
  }

  /** Names of all organisations with movements, sorted. */
  Set<String> organisations() {
    TreeSet<String> names = new TreeSet<>();
    known.movements(end -> names.add(end.getOrganisation()));
    return names;
  }

  /** Those of the names that may be meant. */
  static List<String> like(String typed, Set<String> names) {
    return names.stream().filter(name -> Names.alike(typed, name)).limit(SUGGESTIONS).toList();
  }

  private static ObjectNode person(Career career) {
    ObjectNode person = JSON.objectNode();
    person.put("person", career.getPerson());
    person.put("name", career.getName());
    person.set("names", EventJson.of(career).get("names"));
    person.put("movements", career.getMovements().size());
    person.set("latest", latest(career).map(EventJson::of).orElse(null));
    return person;
  }

  /** The newest movement that somebody stands for. */
  private static Optional<Movement> latest(Career career) {
    return career.getMovements().stream()
        .filter(movement -> movement.getModality() != Modality.DENIED)
        .max(BY_DATE);
  }

  /** What is known of one entity, while it is gathered. */
  private static final class Entity {
    private int movements;
    private final List<SeriesPoint> points = new ArrayList<>();

    /** How much is known, in as many digits as any other amount has. */
    String amount() {
      return String.format(Locale.ROOT, "%012d", (long) movements + points.size());
    }

    ObjectNode json(String name) {
      ObjectNode entity = JSON.objectNode();
      entity.put("name", name);
      entity.put("movements", movements);
      entity.put("points", points.size());
      TreeSet<String> metrics = new TreeSet<>();
      points.forEach(point -> metrics.add(point.getMetric().name()));
      ArrayNode array = entity.putArray("metrics");
      metrics.forEach(array::add);
      return entity;
    }
  }
}
