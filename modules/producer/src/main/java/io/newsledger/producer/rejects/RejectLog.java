package io.newsledger.producer.rejects;

import io.newsledger.events.Reject;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Topics;
import io.newsledger.producer.input.Original;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads {@code news.rejects} from its beginning to the end that it has at the start. */
public final class RejectLog {
  private static final Duration POLL = Duration.ofMillis(100);

  /** A poll brings at most this much, so that parts of large rejects do not pile up. */
  private static final int MOST_POLLED = 16;

  private final Map<String, Object> kafkaProperties;
  private final EventSerdes serdes;
  private final Duration timeout;

  /**
   * The log of a cluster.
   *
   * @param kafkaProperties {@code bootstrap.servers} and what the cluster needs besides
   * @param timeout bound on waiting for the next record
   */
  public RejectLog(Map<String, Object> kafkaProperties, EventSerdes serdes, Duration timeout) {
    this.kafkaProperties = Map.copyOf(kafkaProperties);
    this.serdes = serdes;
    this.timeout = timeout;
  }

  /**
   * Hands over each reject as soon as all its parts are there.
   *
   * @throws RejectLogException if the log cannot be read, or not in time
   */
  public void read(Consumer<Rejected> each) {
    Map<String, List<Reject>> begun = new HashMap<>();
    try (KafkaConsumer<String, Reject> consumer =
        new KafkaConsumer<>(
            reading(), new StringDeserializer(), serdes.of(Reject.class).deserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.REJECTS.name(), timeout).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw new RejectLogException("there is no topic " + Topics.REJECTS.name(), null);
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, timeout);
      long last = System.nanoTime();
      while (partitions.stream().anyMatch(one -> consumer.position(one, timeout) < ends.get(one))) {
        var records = consumer.poll(POLL);
        last = records.isEmpty() ? last : System.nanoTime();
        if (System.nanoTime() - last > timeout.toNanos()) {
          throw new RejectLogException("nothing came from the brokers for " + timeout, null);
        }
        records.forEach(record -> take(record.value(), begun, each));
      }
    } catch (KafkaException e) {
      throw new RejectLogException(Topics.REJECTS.name() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static void take(Reject part, Map<String, List<Reject>> begun, Consumer<Rejected> each) {
    if (part == null) {
      return;
    }
    if (part.getPart() == 0) {
      begun.put(part.getId(), new ArrayList<>());
    }
    List<Reject> parts = begun.get(part.getId());
    if (parts == null || parts.size() != part.getPart()) {
      return;
    }
    parts.add(part);
    if (parts.size() == part.getParts()) {
      begun.remove(part.getId());
      each.accept(whole(parts));
    }
  }

  private static Rejected whole(List<Reject> parts) {
    Reject first = parts.get(0);
    List<ByteBuffer> bytes = parts.stream().map(Reject::getBytes).toList();
    return new Rejected(
        first.getId(),
        first.getOrigin(),
        first.getReason(),
        first.getDetail(),
        new Original(bytes, first.getSize()));
  }

  private Map<String, Object> reading() {
    Map<String, Object> properties = new HashMap<>(kafkaProperties);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_POLLED);
    properties.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
    return properties;
  }
}
