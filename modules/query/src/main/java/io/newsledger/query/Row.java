package io.newsledger.query;

import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/**
 * One row of a store.
 *
 * @param key made by {@link io.newsledger.events.topic.RowKey}
 * @param value the event
 */
public record Row<T extends SpecificRecord>(String key, T value) {
  public Row {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
  }
}
