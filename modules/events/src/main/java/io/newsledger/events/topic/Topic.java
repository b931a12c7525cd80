package io.newsledger.events.topic;

import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/**
 * One topic of the catalogue. Keys are UTF-8 strings.
 *
 * @param name name on the broker
 * @param type record type of the values
 * @param key what the key is, in words
 * @param kept how long records are kept
 * @param settings further settings of the topic, as Kafka names them
 */
public record Topic<T extends SpecificRecord>(
    String name, Class<T> type, String key, Kept kept, Map<String, String> settings) {
  /** How long records are kept. */
  public enum Kept {
    /** Every record, without end: a log that all else is rebuilt from. */
    FOREVER,
    /** The newest record of each key: a table. */
    NEWEST
  }

  public Topic {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(kept, "kept");
    settings = Map.copyOf(settings);
  }
}
