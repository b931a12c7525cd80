package io.newsledger.producer.writing;

import io.newsledger.events.Reject;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * All that stands on {@code news.rejects}, up to the end that it has when this is opened; one thing
 * in memory at a time. For one thread.
 */
public final class RejectLog implements Iterator<Rejected>, AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<String, Reject> consumer;
  private final Index index;
  private final Duration timeout;
  private final Map<TopicPartition, Long> ends;
  private final Deque<TopicPartition> left = new ArrayDeque<>();
  private final Deque<Reject> read = new ArrayDeque<>();
  private TopicPartition current;
  private Rejected next;

  /**
   * Opens the log.
   *
   * @param kafkaProperties {@code bootstrap.servers} and what the cluster needs besides
   * @param timeout bound on each answer of the cluster
   * @throws IngestException if the cluster cannot be reached in time or has no such log
   */
  public static RejectLog open(
      Map<String, Object> kafkaProperties, EventSerdes serdes, Duration timeout) {
    Map<String, Object> properties = ArticleProducer.consumerProperties(kafkaProperties);
    Index index = Index.on(properties, serdes, timeout);
    KafkaConsumer<String, Reject> consumer = null;
    boolean open = false;
    try {
      index.follow();
      consumer =
          new KafkaConsumer<>(
              properties, new StringDeserializer(), serdes.of(Reject.class).deserializer());
      RejectLog log = new RejectLog(consumer, index, timeout);
      open = true;
      return log;
    } catch (KafkaException e) {
      throw new IngestException(Topics.REJECTS.name() + " cannot be read: " + e.getMessage(), e);
    } finally {
      if (!open) {
        index.close();
        if (consumer != null) {
          consumer.close();
        }
      }
    }
  }

  private RejectLog(KafkaConsumer<String, Reject> consumer, Index index, Duration timeout) {
    this.consumer = consumer;
    this.index = index;
    this.timeout = timeout;
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.REJECTS.name(), timeout).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    this.ends = consumer.endOffsets(partitions, timeout);
    left.addAll(partitions);
  }

  @Override
  public boolean hasNext() {
    while (next == null && more()) {
      next = assembled();
    }
    return next != null;
  }

  @Override
  public Rejected next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all rejects were taken");
    }
    Rejected taken = next;
    next = null;
    return taken;
  }

  /** The parts of one reject stand behind each other: one transaction at a time writes them. */
  private Rejected assembled() {
    Reject first = read.remove();
    if (first.getPart() != 0) {
      return null;
    }
    List<ByteBuffer> parts = new ArrayList<>(List.of(first.getBytes()));
    while (parts.size() < first.getParts() && more() && isPart(read.element(), first, parts)) {
      parts.add(read.remove().getBytes());
    }
    boolean open = index.known().has(first.getId());
    return new Rejected(
        first.getId(),
        first.getOrigin(),
        first.getReason(),
        first.getDetail(),
        first.getSize(),
        parts,
        open);
  }

  private static boolean isPart(Reject part, Reject first, List<ByteBuffer> parts) {
    return part.getId().equals(first.getId()) && part.getPart() == parts.size();
  }

  /** Whether something is read and waits; reads on if not. */
  private boolean more() {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (read.isEmpty() && (current != null || !left.isEmpty())) {
      if (current == null) {
        current = left.remove();
        consumer.assign(List.of(current));
        consumer.seekToBeginning(List.of(current));
      }
      if (consumer.position(current, timeout) >= ends.get(current)) {
        current = null;
      } else if (System.nanoTime() - deadline > 0) {
        throw new IngestException(Topics.REJECTS.name() + " does not answer within " + timeout);
      } else {
        consumer.poll(POLL).forEach(record -> read.add(record.value()));
      }
    }
    return !read.isEmpty();
  }

  @Override
  public void close() {
    try {
      consumer.close();
    } finally {
      index.close();
    }
  }
}
