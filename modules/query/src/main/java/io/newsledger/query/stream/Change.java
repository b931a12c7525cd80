package io.newsledger.query.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Career;
import io.newsledger.events.Exodus;
import io.newsledger.events.Flow;
import io.newsledger.events.Movement;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.Shift;
import io.newsledger.events.json.EventJson;
import io.newsledger.weighing.NameKey;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;

/**
 * One record of an output topic.
 *
 * @param id what the subscriber has seen with it; see {@link Positions}
 * @param topic name of the topic
 * @param people keys of the people it is about
 * @param organisations names of the organisations and products it is about
 * @param data {@code {topic, key, timestamp, value}} as JSON on one line; the value is null where
 *     the key's record was taken away
 */
public record Change(
    String id, String topic, Set<String> people, Set<String> organisations, String data) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  public Change {
    people = Set.copyOf(people);
    organisations = Set.copyOf(organisations);
  }

  static Change of(String id, String topic, String key, long timestamp, SpecificRecord value) {
    Set<String> people = new TreeSet<>();
    Set<String> organisations = new TreeSet<>();
    if (value == null) {
      gone(topic, key, people, organisations);
    } else {
      gather(value, people, organisations);
    }
    ObjectNode data = MAPPER.createObjectNode();
    data.put("topic", topic);
    data.put("key", key);
    data.put("timestamp", Instant.ofEpochMilli(timestamp).toString());
    data.set("value", value == null ? null : EventJson.of(value));
    try {
      return new Change(id, topic, people, organisations, MAPPER.writeValueAsString(data));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree that is already JSON cannot be written", e);
    }
  }

  /** The event as it goes over the wire. */
  public byte[] frame() {
    return ("id: " + id + "\nevent: " + topic + "\ndata: " + data + "\n\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void gather(SpecificRecord value, Set<String> people, Set<String> organisations) {
    if (value instanceof Career career) {
      people.add(career.getPerson());
      career.getNames().forEach(name -> people.add(NameKey.of(name)));
      for (Movement movement : career.getMovements()) {
        add(organisations, movement.getFrom());
        add(organisations, movement.getTo());
      }
    } else if (value instanceof Flow flow) {
      organisations.add(flow.getOrganisation());
    } else if (value instanceof Exodus alert) {
      organisations.add(alert.getOrganisation());
      alert.getDepartures().forEach(one -> people.add(one.getPerson()));
    } else if (value instanceof SeriesPoint point) {
      organisations.addAll(point.getEntities());
    } else if (value instanceof Shift shift) {
      organisations.addAll(shift.getEntities());
    }
  }

  /** Of what is no longer there only the key is left: a person, or names before the first bar. */
  private static void gone(
      String topic, String key, Set<String> people, Set<String> organisations) {
    if (topic.equals("talent.careers")) {
      people.add(key);
      return;
    }
    String names = key.contains("|") ? key.substring(0, key.indexOf('|')) : key;
    organisations.addAll(topic.startsWith("market.") ? parts(names) : List.of(names));
  }

  private static List<String> parts(String names) {
    return Arrays.asList(names.split("\\+", -1));
  }

  private static void add(Set<String> names, String name) {
    if (name != null) {
      names.add(name);
    }
  }
}
