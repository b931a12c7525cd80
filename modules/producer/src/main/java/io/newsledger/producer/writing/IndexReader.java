package io.newsledger.producer.writing;

import io.newsledger.events.ArticleIndex;
import io.newsledger.events.topic.Topic;
import io.newsledger.events.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads {@code news.index} to the end that it has at the start of reading; a second time, what came
 * since. Not for several threads.
 */
final class IndexReader {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final String TOPIC = Topics.ARTICLE_INDEX.name();

  private final KnownRevisions known = new KnownRevisions();
  private final Map<TopicPartition, Long> read = new HashMap<>();

  /**
   * All that the index knows; the same object each time.
   *
   * @param consumer of committed records only; not closed here
   * @param timeout bound on the reading
   * @throws IngestException if a topic that producers write is not there, or the index cannot be
   *     read in time
   */
  KnownRevisions catchUp(Consumer<String, ArticleIndex> consumer, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    try {
      for (Topic<?> written : List.of(Topics.ARTICLES, Topics.REJECTS)) {
        partitions(consumer, written.name(), timeout);
      }
      List<TopicPartition> partitions = partitions(consumer, TOPIC, timeout);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      read.forEach(consumer::seek);
      Map<TopicPartition, Long> left = new HashMap<>(consumer.endOffsets(partitions, timeout));
      left.entrySet().removeIf(end -> consumer.position(end.getKey(), timeout) >= end.getValue());
      while (!left.isEmpty()) {
        if (System.nanoTime() - deadline > 0) {
          throw new IngestException(TOPIC + " could not be read within " + timeout);
        }
        consumer.poll(POLL).forEach(this::take);
        left.entrySet().removeIf(end -> consumer.position(end.getKey(), timeout) >= end.getValue());
      }
      partitions.forEach(one -> read.put(one, consumer.position(one, timeout)));
      return known;
    } catch (KafkaException e) {
      throw new IngestException(
          TOPIC + " cannot be read; check the brokers' address: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IngestException(TOPIC + " holds what no producer wrote: " + e.getMessage(), e);
    }
  }

  private static List<TopicPartition> partitions(
      Consumer<String, ArticleIndex> consumer, String topic, Duration timeout) {
    List<PartitionInfo> infos = consumer.partitionsFor(topic, timeout);
    if (infos == null || infos.isEmpty()) {
      throw new IngestException("there is no topic " + topic + ": create the topics first");
    }
    return infos.stream().map(info -> new TopicPartition(info.topic(), info.partition())).toList();
  }

  private void take(ConsumerRecord<String, ArticleIndex> entry) {
    if (entry.value() == null) {
      known.forget(entry.key());
    } else {
      known.load(entry.value());
    }
  }
}
