package io.newsledger.events.registry;

import io.newsledger.events.topic.Generation;
import io.newsledger.events.topic.Topic;
import io.newsledger.events.topic.Topics;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;

/**
 * What a registry keeps versions of: the values of one topic.
 *
 * @param name name of the topic, then {@code -value}
 * @param schema what this release writes there
 */
public record Subject(String name, Schema schema) {
  private static final String VALUES = "-value";

  public Subject {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(schema, "schema");
  }

  /** Name of the subject of a topic's values. */
  public static String name(String topic) {
    return topic + VALUES;
  }

  /**
   * That of a topic.
   *
   * @param name of the topic on the broker
   */
  public static Subject of(String name, Topic<?> topic) {
    return of(name, topic, Contract.load());
  }

  /** Those of the catalogue, as a generation names its topics. */
  public static List<Subject> all(Generation generation) {
    Contract contract = Contract.load();
    return Topics.ALL.stream().map(topic -> of(generation.name(topic), topic, contract)).toList();
  }

  private static Subject of(String name, Topic<?> topic, Contract contract) {
    return new Subject(name(name), contract.schema(topic.type()));
  }
}
