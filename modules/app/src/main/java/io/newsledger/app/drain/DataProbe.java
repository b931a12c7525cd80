package io.newsledger.app.drain;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Looks whether data lies in a span of a partition. Offsets alone do not tell: the markers that end
 * transactions take offsets too, and a group that has read everything may stand before them.
 */
final class DataProbe {
  private static final Duration POLL = Duration.ofMillis(20);

  private final Consumer<byte[], byte[]> consumer;

  /**
   * @param consumer reads committed records only, belongs to no group, starts at the earliest
   *     record where an offset is gone
   */
  DataProbe(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /**
   * The partitions without a record in their span. A partition whose span holds an open transaction
   * is not among them, nor is one that could not be read through within the bound.
   */
  Set<TopicPartition> withoutData(Map<TopicPartition, Span> spans, Duration bound) {
    Set<TopicPartition> empty = new HashSet<>();
    Map<TopicPartition, Span> open = new HashMap<>(spans);
    consumer.assign(open.keySet());
    open.forEach((partition, span) -> consumer.seek(partition, span.from()));
    long start = System.nanoTime();
    while (!open.isEmpty() && System.nanoTime() - start < bound.toNanos()) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      for (TopicPartition partition : records.partitions()) {
        ConsumerRecord<byte[], byte[]> first = records.records(partition).get(0);
        if (open.containsKey(partition) && first.offset() < open.get(partition).to()) {
          open.remove(partition);
          consumer.pause(Set.of(partition));
        }
      }
      open.entrySet()
          .removeIf(
              entry -> {
                boolean through = consumer.position(entry.getKey()) >= entry.getValue().to();
                if (through) {
                  empty.add(entry.getKey());
                }
                return through;
              });
    }
    consumer.unsubscribe();
    return empty;
  }
}
