package io.newsledger.client;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * One record of a topic.
 *
 * @param key as the topic's catalogue entry says
 * @param value empty where what stood under the key was taken away
 * @param time when it was written
 * @param partition where it stands
 * @param offset where it stands
 */
public record Event<T extends SpecificRecord>(
    String key, Optional<T> value, Instant time, int partition, long offset) {
  public Event {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(time, "time");
  }
}
