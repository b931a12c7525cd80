package io.newsledger.app.drain;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Questions to a cluster about offsets, each bounded in time. */
final class Offsets implements AutoCloseable {
  private final Admin admin;
  private final Duration request;

  Offsets(Admin admin, Duration request) {
    this.admin = admin;
    this.request = request;
  }

  /** Names of all topics, those of Kafka itself left out. */
  Set<String> topics() {
    return answer(admin.listTopics().names());
  }

  /** Next offset of each partition, records of open transactions included. */
  Map<TopicPartition, Long> ends(Set<String> topics) {
    Map<String, TopicDescription> descriptions =
        answer(admin.describeTopics(topics).allTopicNames());
    Set<TopicPartition> partitions =
        descriptions.values().stream()
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(part -> new TopicPartition(topic.name(), part.partition())))
            .collect(Collectors.toSet());
    return list(partitions, OffsetSpec.latest());
  }

  /** First offset that each partition still holds. */
  Map<TopicPartition, Long> starts(Set<TopicPartition> partitions) {
    return partitions.isEmpty() ? Map.of() : list(partitions, OffsetSpec.earliest());
  }

  /** Where a group stands; partitions that it never committed are left out. */
  Map<TopicPartition, Long> committed(String group) {
    Map<TopicPartition, OffsetAndMetadata> answer;
    try {
      answer =
          answer(
              admin
                  .listConsumerGroupOffsets(
                      group, new ListConsumerGroupOffsetsOptions().requireStable(true))
                  .partitionsToOffsetAndMetadata());
    } catch (DrainException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return Map.of();
      }
      throw e;
    }
    Map<TopicPartition, Long> positions = new HashMap<>();
    answer.forEach(
        (partition, offset) -> {
          if (offset != null) {
            positions.put(partition, offset.offset());
          }
        });
    return positions;
  }

  private Map<TopicPartition, Long> list(Collection<TopicPartition> partitions, OffsetSpec spec) {
    Map<TopicPartition, OffsetSpec> wanted =
        partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> spec));
    Map<TopicPartition, Long> found = new HashMap<>();
    answer(admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED)).all())
        .forEach((partition, info) -> found.put(partition, info.offset()));
    return found;
  }

  private <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get(request.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DrainException("interrupted while asking the cluster", e);
    } catch (ExecutionException e) {
      throw new DrainException("the cluster cannot say its offsets", e.getCause());
    } catch (TimeoutException e) {
      throw new DrainException("the cluster did not answer in time: check its address", e);
    }
  }

  @Override
  public void close() {
    admin.close(request);
  }
}
