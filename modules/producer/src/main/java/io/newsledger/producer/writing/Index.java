package io.newsledger.producer.writing;

import io.newsledger.events.ArticleIndex;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Topic;
import io.newsledger.events.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What {@code news.index} knows, read as far as it goes whenever that is asked for. */
class Index implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final String TOPIC = Topics.ARTICLE_INDEX.name();

  private final Supplier<Consumer<String, ArticleIndex>> connection;
  private final Duration timeout;
  private final KnownRevisions known = new KnownRevisions();
  private Consumer<String, ArticleIndex> consumer;

  /**
   * Connects when it is read for the first time.
   *
   * @param connection a consumer of committed records only
   * @param timeout bound on each reading
   */
  Index(Supplier<Consumer<String, ArticleIndex>> connection, Duration timeout) {
    this.connection = connection;
    this.timeout = timeout;
  }

  static Index on(Map<String, Object> consumerProperties, EventSerdes serdes, Duration timeout) {
    return new Index(
        () ->
            new KafkaConsumer<>(
                consumerProperties,
                new StringDeserializer(),
                serdes.of(ArticleIndex.class).deserializer()),
        timeout);
  }

  /** All that was read. */
  KnownRevisions known() {
    return known;
  }

  /**
   * Reads on to the end that it has now.
   *
   * @throws IngestException if a topic that producers write is not there, or the index cannot be
   *     read in time
   */
  void follow() {
    try {
      if (consumer == null) {
        open();
      }
      readToEnd();
    } catch (KafkaException e) {
      throw new IngestException(
          TOPIC + " cannot be read; check the brokers' address: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IngestException(TOPIC + " holds what no producer wrote: " + e.getMessage(), e);
    }
  }

  private void open() {
    consumer = connection.get();
    for (Topic<?> written : List.of(Topics.ARTICLES, Topics.REJECTS)) {
      partitions(written.name());
    }
    List<TopicPartition> partitions = partitions(TOPIC);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  private void readToEnd() {
    long deadline = System.nanoTime() + timeout.toNanos();
    Map<TopicPartition, Long> left =
        new HashMap<>(consumer.endOffsets(consumer.assignment(), timeout));
    left.entrySet().removeIf(end -> consumer.position(end.getKey(), timeout) >= end.getValue());
    while (!left.isEmpty()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IngestException(TOPIC + " could not be read within " + timeout);
      }
      consumer.poll(POLL).forEach(this::take);
      left.entrySet().removeIf(end -> consumer.position(end.getKey(), timeout) >= end.getValue());
    }
  }

  private List<TopicPartition> partitions(String topic) {
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

  @Override
  public void close() {
    if (consumer != null) {
      consumer.close();
    }
  }
}
