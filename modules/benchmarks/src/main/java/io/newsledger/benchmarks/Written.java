package io.newsledger.benchmarks;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What stands on topics.
 *
 * @param records how many
 * @param bytes of keys and values
 */
record Written(long records, long bytes) {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final long STALL_NANOS = Duration.ofMinutes(1).toNanos();

  /** Reads all committed records of the topics whose names are wanted, one consumer, as bytes. */
  static Written read(Map<String, Object> clients, Predicate<String> wanted) {
    Map<String, Object> settings = new HashMap<>(clients);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.listTopics().entrySet().stream()
              .filter(topic -> wanted.test(topic.getKey()))
              .flatMap(topic -> topic.getValue().stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> left = new HashMap<>(consumer.endOffsets(partitions));
      long records = 0;
      long bytes = 0;
      long last = System.nanoTime();
      left.entrySet().removeIf(end -> end.getValue() <= consumer.position(end.getKey()));
      while (!left.isEmpty()) {
        var polled = consumer.poll(POLL);
        for (var one : polled) {
          records++;
          bytes += one.key() == null ? 0 : one.key().length;
          bytes += one.value() == null ? 0 : one.value().length;
        }
        if (!polled.isEmpty()) {
          last = System.nanoTime();
        } else if (System.nanoTime() - last > STALL_NANOS) {
          throw new IllegalStateException("nothing comes any more, but there is more: " + left);
        }
        left.entrySet().removeIf(end -> end.getValue() <= consumer.position(end.getKey()));
      }
      return new Written(records, bytes);
    }
  }
}
