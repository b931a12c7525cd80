package io.newsledger.app.pipeline;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.connection.Connection;
import io.newsledger.events.EntityAlias;
import io.newsledger.events.topic.Topics;
import io.newsledger.weighing.AliasKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The aliases that stand on {@code reference.entities}.
 *
 * @param connection how to reach the brokers
 */
public record Aliases(Connection connection) {
  private static final String TOPIC = Topics.ENTITIES.name();
  private static final Duration POLL = Duration.ofMillis(100);

  /**
   * All that stand, by their key, in its order.
   *
   * @throws CommandFailure if they cannot be read in time
   */
  public SortedMap<String, EntityAlias> all() {
    try (KafkaConsumer<String, EntityAlias> consumer =
        new KafkaConsumer<>(
            connection.properties(
                Map.of(
                    ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                    "read_committed",
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                    false,
                    ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                    false,
                    ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                    millis(),
                    ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                    20)),
            new StringDeserializer(),
            connection.serdes().of(EntityAlias.class).deserializer())) {
      return read(consumer);
    } catch (KafkaException e) {
      throw new CommandFailure(
          "cannot read " + TOPIC + " at " + connection + ": " + e.getMessage(), e);
    }
  }

  private static SortedMap<String, EntityAlias> read(KafkaConsumer<String, EntityAlias> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(TOPIC).stream()
            .map(info -> new TopicPartition(TOPIC, info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new CommandFailure("the brokers have no topic " + TOPIC + ": are they a ledger's?");
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> left = new HashMap<>(consumer.endOffsets(partitions));
    SortedMap<String, EntityAlias> aliases = new TreeMap<>();
    long start = System.nanoTime();
    left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
    while (!left.isEmpty()) {
      if (System.nanoTime() - start > Cluster.REQUEST.toNanos()) {
        throw new CommandFailure(TOPIC + " could not be read in time");
      }
      consumer
          .poll(POLL)
          .forEach(
              record -> {
                if (record.value() == null) {
                  aliases.remove(record.key());
                } else {
                  aliases.put(record.key(), record.value());
                }
              });
      left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
    }
    return aliases;
  }

  /**
   * Makes an alias stand.
   *
   * @throws CommandFailure if the brokers do not take it
   */
  public void link(EntityAlias alias) {
    send(AliasKey.of(alias), alias);
  }

  /**
   * Undoes an alias.
   *
   * @throws CommandFailure if the brokers do not take it
   */
  public void part(AliasKey alias) {
    send(alias, null);
  }

  private void send(AliasKey key, EntityAlias value) {
    try (KafkaProducer<String, EntityAlias> producer =
        new KafkaProducer<>(
            connection.properties(
                Map.of(
                    ProducerConfig.MAX_BLOCK_MS_CONFIG,
                    millis(),
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                    millis(),
                    ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    millis() / 2,
                    ProducerConfig.ACKS_CONFIG,
                    "all")),
            new StringSerializer(),
            connection.serdes().of(EntityAlias.class).serializer())) {
      producer
          .send(new ProducerRecord<>(TOPIC, key.text(), value))
          .get(Cluster.REQUEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new CommandFailure(
          "cannot write to " + TOPIC + " at " + connection + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("interrupted while writing to " + TOPIC, e);
    }
  }

  private static int millis() {
    return Math.toIntExact(Cluster.REQUEST.toMillis());
  }
}
