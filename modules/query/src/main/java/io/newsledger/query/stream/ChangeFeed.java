package io.newsledger.query.stream;

import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Generation;
import io.newsledger.events.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the output topics with one consumer and hands each change to all who want it. What a
 * subscriber missed since an earlier id is read again, by a consumer of its own, before it hears
 * the new; nothing comes twice and nothing is left out, but for records that a newer one of their
 * key has replaced.
 */
public final class ChangeFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
  private static final Duration POLL = Duration.ofMillis(500);

  /** How often a silent line is used if nobody says otherwise. */
  public static final Duration BEAT = Duration.ofSeconds(10);

  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final long STOP_SECONDS = 10;

  /** What a generation adds to the name of a topic. */
  private static final Pattern OF_GENERATION = Pattern.compile("\\.g\\d+$");

  private static final int MOST_SUBSCRIBERS = 2_000;

  private final Supplier<Consumer<String, byte[]>> consumers;
  private final Supplier<Generation> live;
  private final Map<String, Deserializer<? extends SpecificRecord>> values;
  private final CatchUp catchUp;
  private final Duration beat;
  private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::follow, "newsledger-changes");

  /** Guards the place that has been read to, so that subscribers begin exactly there. */
  private final Object lock = new Object();

  private Positions positions;
  private Generation followed;
  private long lastBeat = System.nanoTime();

  private ChangeFeed(
      Supplier<Consumer<String, byte[]>> consumers,
      Supplier<Generation> live,
      EventSerdes serdes,
      Duration beat) {
    this.live = Objects.requireNonNull(live, "live");
    this.beat = Objects.requireNonNull(beat, "beat");
    this.consumers = Objects.requireNonNull(consumers, "consumers");
    this.values =
        ChangeFilter.TOPICS.stream()
            .collect(Collectors.toMap(Topic::name, topic -> deserializer(serdes, topic)));
    this.catchUp = new CatchUp(consumers, this::change);
  }

  /**
   * Starts to follow the topics of the live generation from their present ends. When another one
   * becomes live, all listeners are told to begin anew.
   *
   * @param consumers makes consumers that read what is committed and join no group
   * @param live the generation that questions are answered from; asked again and again
   * @param beat how often listeners are told that nothing happens; those that are gone show by it
   */
  public static ChangeFeed start(
      Supplier<Consumer<String, byte[]>> consumers,
      Supplier<Generation> live,
      EventSerdes serdes,
      Duration beat) {
    ChangeFeed feed = new ChangeFeed(consumers, live, serdes, beat);
    feed.thread.setDaemon(true);
    feed.thread.start();
    return feed;
  }

  /** How many listen. */
  public int subscribers() {
    return subscriptions.size();
  }

  /**
   * Begins to listen.
   *
   * @param after what was seen before; empty to hear only what is new
   * @return ends the listening when closed
   * @throws FeedUnavailable if nobody else can listen now
   */
  public AutoCloseable subscribe(
      ChangeFilter filter, Optional<Positions> after, ChangeListener listener) {
    Subscription subscription = new Subscription(filter, listener);
    Positions until;
    synchronized (lock) {
      if (closed.getCount() == 0 || positions == null) {
        throw new FeedUnavailable("changes are not followed yet, or no longer; ask again soon");
      }
      if (subscriptions.size() >= MOST_SUBSCRIBERS) {
        throw new FeedUnavailable("too many listen already; ask again later");
      }
      until = new Positions(positions);
      if (after.isEmpty()) {
        listener.begin(until.id(0));
        subscription.live();
      }
      subscriptions.add(subscription);
    }
    if (after.isPresent()) {
      try {
        catchUp.begin(subscription, after.get(), until);
      } catch (FeedUnavailable e) {
        subscriptions.remove(subscription);
        throw e;
      }
    }
    return () -> subscriptions.remove(subscription);
  }

  private void follow() {
    while (closed.getCount() > 0) {
      try (Consumer<String, byte[]> consumer = consumers.get()) {
        Generation generation = live.get();
        List<TopicPartition> partitions = partitions(consumer, generation);
        consumer.assign(partitions);
        begin(consumer, partitions, generation);
        while (closed.getCount() > 0 && live.get().equals(generation)) {
          round(consumer, partitions);
        }
      } catch (InterruptException e) {
        LOG.debug("following ends", e);
      } catch (KafkaException e) {
        LOG.warn("changes cannot be followed; trying again", e);
        pause();
      }
    }
    subscriptions.forEach(one -> one.end("the ledger is stopping"));
    subscriptions.clear();
  }

  private void begin(
      Consumer<String, byte[]> consumer, List<TopicPartition> partitions, Generation generation) {
    synchronized (lock) {
      if (!generation.equals(followed)) {
        subscriptions.forEach(one -> one.end("the ledger was made anew; read it again"));
        consumer.seekToEnd(partitions);
        Positions ends = new Positions();
        partitions.forEach(partition -> ends.put(partition, consumer.position(partition)));
        positions = ends;
        followed = generation;
      } else {
        partitions.forEach(
            partition -> consumer.seek(partition, positions.get(partition).orElse(0L)));
      }
    }
  }

  private void round(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
    var records = consumer.poll(POLL);
    synchronized (lock) {
      for (ConsumerRecord<String, byte[]> record : records) {
        positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        if (!subscriptions.isEmpty()) {
          change(record, positions).ifPresent(this::tell);
        }
      }
      // The ends of transactions have offsets, too.
      partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
      if (System.nanoTime() - lastBeat > beat.toNanos()) {
        lastBeat = System.nanoTime();
        subscriptions.forEach(Subscription::beat);
      }
    }
  }

  private void tell(Change change) {
    subscriptions.forEach(one -> one.accept(change));
  }

  /** The record as a change; empty if it cannot be read, which its stage has dealt with. */
  private Optional<Change> change(ConsumerRecord<String, byte[]> record, Positions seen) {
    String topic = OF_GENERATION.matcher(record.topic()).replaceFirst("");
    try {
      SpecificRecord value =
          record.value() == null
              ? null
              : values.get(topic).deserialize(record.topic(), record.value());
      return Optional.of(
          Change.of(seen.id(record.timestamp()), topic, record.key(), record.timestamp(), value));
    } catch (KafkaException e) {
      LOG.warn("cannot read {}-{}@{}", record.topic(), record.partition(), record.offset(), e);
      return Optional.empty();
    }
  }

  private static List<TopicPartition> partitions(
      Consumer<String, byte[]> consumer, Generation generation) {
    return ChangeFilter.TOPICS.stream()
        .flatMap(topic -> consumer.partitionsFor(generation.name(topic)).stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private void pause() {
    try {
      closed.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T extends SpecificRecord> Deserializer<T> deserializer(
      EventSerdes serdes, Topic<T> topic) {
    return serdes.of(topic.type()).deserializer();
  }

  /** Tells all listeners that it ends, and waits until it has. */
  @Override
  public void close() {
    closed.countDown();
    catchUp.close();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      LOG.warn("the thread that follows changes does not end");
    }
  }

  /** Makes a change of a record and of what has been seen with it. */
  interface Reading {
    Optional<Change> change(ConsumerRecord<String, byte[]> record, Positions seen);
  }
}
