package io.newsledger.events.topic;

import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/**
 * One state store.
 *
 * @param name name in the topology
 * @param type record type of the rows
 * @param bySubject whether a row lies in the partition that Kafka's own partitioner chooses for the
 *     first part of its key; if not, it may lie in any
 */
public record Store<T extends SpecificRecord>(String name, Class<T> type, boolean bySubject) {
  public Store {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }

  /** A store whose rows may lie in any partition. */
  public Store(String name, Class<T> type) {
    this(name, type, false);
  }
}
