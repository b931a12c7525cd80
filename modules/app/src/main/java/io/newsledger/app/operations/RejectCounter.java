package io.newsledger.app.operations;

import io.newsledger.events.Reject;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows, from its start on, what anybody refuses and what no stage can process. */
final class RejectCounter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RejectCounter.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long AGAIN_MILLIS = 1_000;
  private static final long BEGIN_MILLIS = 5_000;
  private static final long STOP_MILLIS = 10_000;

  /** The reason of a record that no stage could process. */
  private static final String DEAD_LETTER = "DEAD_LETTER";

  private final Supplier<Consumer<String, byte[]>> consumers;
  private final Heard heard;
  private final Deserializer<Reject> values;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::follow, "newsledger-rejects");

  private RejectCounter(
      Supplier<Consumer<String, byte[]>> consumers, EventSerdes serdes, Heard heard) {
    this.values = serdes.of(Reject.class).deserializer();
    this.consumers = consumers;
    this.heard = heard;
  }

  /**
   * Starts; what is refused after the return is counted, unless the brokers take too long to
   * answer.
   *
   * @param consumers makes consumers that read what is committed and join no group
   * @param heard takes the reason of each, once
   */
  static RejectCounter start(
      Supplier<Consumer<String, byte[]>> consumers, EventSerdes serdes, Heard heard) {
    RejectCounter counter = new RejectCounter(consumers, serdes, heard);
    counter.thread.setDaemon(true);
    counter.thread.start();
    try {
      if (!counter.begun.await(BEGIN_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.warn("rejects are not counted yet");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return counter;
  }

  private void follow() {
    while (closed.getCount() > 0) {
      try (var consumer = consumers.get()) {
        List<TopicPartition> partitions =
            Stream.of(Topics.REJECTS.name(), Topics.DEAD_LETTERS)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        begun.countDown();
        while (closed.getCount() > 0) {
          consumer.poll(POLL).forEach(this::count);
        }
      } catch (InterruptException e) {
        LOG.debug("counting ends", e);
      } catch (KafkaException e) {
        LOG.warn("rejects cannot be counted; trying again", e);
        pause();
      }
    }
  }

  private void count(ConsumerRecord<String, byte[]> record) {
    if (record.topic().equals(Topics.DEAD_LETTERS)) {
      heard.accept(DEAD_LETTER);
      return;
    }
    Reject reject = values.deserialize(record.topic(), record.value());
    // A large one comes in several parts.
    if (reject.getPart() == 0) {
      heard.accept(reject.getReason().name());
    }
  }

  private void pause() {
    try {
      closed.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes the reason why something was refused. */
  interface Heard {
    void accept(String reason);
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
