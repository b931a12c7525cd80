package io.newsledger.events.topic;

import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/**
 * One state store.
 *
 * @param name name in the topology
 * @param type record type of the rows
 */
public record Store<T extends SpecificRecord>(String name, Class<T> type) {
  public Store {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }
}
