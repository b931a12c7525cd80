package io.newsledger.events.serde;

import io.newsledger.events.registry.RegistryException;
import io.newsledger.events.registry.SchemaRegistry;
import io.newsledger.events.registry.Subject;
import io.newsledger.events.topic.Topic;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** Numbers of schemas, each asked for once. */
final class SchemaIds {
  /** More schemas than a ledger has topics and versions; beyond, it forgets and asks again. */
  private static final int MOST = 1_000;

  private final SchemaRegistry registry;
  private final boolean registering;
  private final Map<String, Integer> written = new ConcurrentHashMap<>();
  private final Map<Integer, Schema> read = new ConcurrentHashMap<>();

  SchemaIds(SchemaRegistry registry, boolean registering) {
    this.registry = registry;
    this.registering = registering;
  }

  /**
   * Number of what this release writes on a topic.
   *
   * @param name of the topic on the broker
   * @throws RegistryException if the registry has none, or does not say
   */
  int of(String name, Topic<?> topic) {
    Integer known = written.get(name);
    if (known != null) {
      return known;
    }
    int id = ask(Subject.of(name, topic));
    bounded(written).put(name, id);
    return id;
  }

  private int ask(Subject subject) {
    OptionalInt found = registry.find(subject);
    if (found.isPresent()) {
      return found.getAsInt();
    }
    if (registering) {
      int id = registry.register(subject);
      registry.requireFullCompatibility(subject.name());
      return id;
    }
    throw new RegistryException(
        "the schema registry at "
            + registry.address()
            + " has no subject "
            + subject.name()
            + " with the schema of this release: 'newsledger schemas register' registers it");
  }

  /**
   * The schema of a number; empty if there is no such number, though the registry is one that knows
   * what is written on the topic.
   *
   * @throws RegistryException if the registry is not that of the topic, or does not answer
   */
  Optional<Schema> schema(int id, String name, Topic<?> topic) {
    Schema known = read.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Schema> found = registry.schema(id);
    if (found.isPresent()) {
      bounded(read).put(id, found.get());
    } else if (registry.find(Subject.of(name, topic)).isEmpty()) {
      // A registry that lost its memory makes no record wrong.
      throw new RegistryException(
          "the schema registry at "
              + registry.address()
              + " knows neither number "
              + id
              + ", which stands on "
              + name
              + ", nor the subject "
              + Subject.name(name)
              + ": is it the one that the topic was written with?");
    }
    return found;
  }

  private static <K, V> Map<K, V> bounded(Map<K, V> cache) {
    if (cache.size() >= MOST) {
      cache.clear();
    }
    return cache;
  }
}
