package io.newsledger.query.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads again what subscribers missed, for few of them at once. */
final class CatchUp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int AT_ONCE = 2;
  private static final int MOST_WAITING = 256;

  private final Supplier<Consumer<String, byte[]>> consumers;
  private final ChangeFeed.Reading reading;
  private final ThreadPoolExecutor threads;

  CatchUp(Supplier<Consumer<String, byte[]>> consumers, ChangeFeed.Reading reading) {
    this.consumers = consumers;
    this.reading = reading;
    this.threads =
        new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            task -> {
              Thread thread = new Thread(task, "newsledger-catch-up");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Reads what lies between two places for a subscriber, who is live afterwards.
   *
   * @throws FeedUnavailable if too many wait already
   */
  void begin(Subscription subscription, Positions from, Positions until) {
    try {
      threads.execute(
          () -> {
            try {
              read(subscription, from, until);
              subscription.live();
            } catch (KafkaException e) {
              LOG.warn("what was missed cannot be read again", e);
              subscription.end("what was missed cannot be read again; subscribe again");
            }
          });
    } catch (RejectedExecutionException e) {
      throw new FeedUnavailable("too many read again what they missed; ask again later");
    }
  }

  private void read(Subscription subscription, Positions from, Positions until) {
    try (Consumer<String, byte[]> consumer = consumers.get()) {
      List<TopicPartition> partitions = until.partitions();
      Positions seen = new Positions();
      Map<TopicPartition, Long> ends =
          partitions.stream()
              .collect(Collectors.toMap(one -> one, one -> until.get(one).orElse(0L)));
      List<TopicPartition> missed = new ArrayList<>();
      for (TopicPartition partition : partitions) {
        long end = ends.get(partition);
        // A place that is not known, or lies beyond the end, is of no use: there it begins anew.
        long start = from.get(partition).map(place -> Math.min(place, end)).orElse(end);
        seen.put(partition, start);
        if (start < end) {
          missed.add(partition);
        }
      }
      subscription.begin(seen.id(0));
      consumer.assign(missed);
      missed.forEach(one -> consumer.seek(one, seen.get(one).orElseThrow()));
      long start = System.nanoTime();
      while (!missed.isEmpty() && !subscription.isOver()) {
        if (System.nanoTime() - start > PATIENCE.toNanos()) {
          subscription.end("what was missed takes too long to read again; subscribe again");
          return;
        }
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          TopicPartition partition = new TopicPartition(record.topic(), record.partition());
          if (record.offset() < ends.get(partition)) {
            seen.put(partition, record.offset() + 1);
            Optional<Change> change = reading.change(record, seen);
            change.ifPresent(subscription::missed);
          }
        }
        missed.removeIf(one -> consumer.position(one) >= ends.get(one));
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
