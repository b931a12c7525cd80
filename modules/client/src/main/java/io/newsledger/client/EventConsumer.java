package io.newsledger.client;

import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Generation;
import io.newsledger.events.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Follows one topic of the ledger: what is committed, of the generation that was live when it
 * began. For one thread at a time.
 */
public final class EventConsumer<T extends SpecificRecord> implements AutoCloseable {
  private final KafkaConsumer<String, T> consumer;

  private EventConsumer(KafkaConsumer<String, T> consumer) {
    this.consumer = consumer;
  }

  /**
   * Follows a topic from its beginning, by itself.
   *
   * @param servers address of the brokers
   * @throws org.apache.kafka.common.KafkaException if they do not answer
   */
  public static <T extends SpecificRecord> EventConsumer<T> fromBeginning(
      String servers, Topic<T> topic) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    EventConsumer<T> events = of(settings, EventSerdes.singleObject(), topic);
    String name = events.name(topic);
    List<TopicPartition> partitions =
        events.consumer.partitionsFor(name).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    events.consumer.assign(partitions);
    events.consumer.seekToBeginning(partitions);
    return events;
  }

  /**
   * Follows a topic as a member of a group, which remembers how far it is.
   *
   * @param settings Kafka's consumer settings, among them group and brokers
   * @param serdes of what stands there
   * @throws org.apache.kafka.common.KafkaException if the brokers do not answer
   */
  public static <T extends SpecificRecord> EventConsumer<T> subscribe(
      Map<String, ?> settings, EventSerdes serdes, Topic<T> topic) {
    EventConsumer<T> events = of(settings, serdes, topic);
    events.consumer.subscribe(List.of(events.name(topic)));
    return events;
  }

  private static <T extends SpecificRecord> EventConsumer<T> of(
      Map<String, ?> settings, EventSerdes serdes, Topic<T> topic) {
    Objects.requireNonNull(topic, "topic");
    Map<String, Object> all = new HashMap<>(settings);
    all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return new EventConsumer<>(
        new KafkaConsumer<>(all, new StringDeserializer(), serdes.of(topic.type()).deserializer()));
  }

  /** What is new, waiting at most so long for something. */
  public List<Event<T>> poll(Duration timeout) {
    List<Event<T>> events = new ArrayList<>();
    for (ConsumerRecord<String, T> record : consumer.poll(timeout)) {
      events.add(
          new Event<>(
              record.key(),
              Optional.ofNullable(record.value()),
              Instant.ofEpochMilli(record.timestamp()),
              record.partition(),
              record.offset()));
    }
    return events;
  }

  /** Remembers for the group that all that was polled is dealt with. */
  public void commit() {
    consumer.commitSync();
  }

  private String name(Topic<T> topic) {
    return Generation.live(consumer.listTopics().keySet()).name(topic);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
