package io.newsledger.query.state;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.errors.StreamsException;

/**
 * The copies that an instance keeps of partitions whose work another instance does. Kafka Streams
 * would read one at any time, one that is still being made as well; these are read only if they
 * hold all that the log held a moment ago.
 */
final class Copies {
  /** As old as an answer from a copy may be. */
  static final Duration OLDEST = Duration.ofSeconds(5);

  /** A log that ends with a transaction ends with its marker, which no copy lacks. */
  private static final long MARKER = 1;

  /** The end of the logs is asked of the brokers no more often. */
  private static final long LOOK_NANOS = Duration.ofMillis(200).toNanos();

  /**
   * A log may end with what aborted transactions left, which no copy counts as read. Where nothing
   * at all has moved for so long while all work was under way, everything is read.
   */
  private static final long QUIET_NANOS = Duration.ofSeconds(5).toNanos();

  /** How a partition stands here. */
  enum Standing {
    /** Nothing of it is here. */
    ABSENT,
    /** A copy is being made, or has fallen behind. */
    BEHIND,
    /** What it held a moment ago is here. */
    READABLE
  }

  private record Partition(String store, int number) {}

  private record Place(long position, long end) {}

  private final KafkaStreams streams;
  private final ReentrantLock lock = new ReentrantLock();
  private Map<Partition, CopyAge> ages = new HashMap<>();
  private Map<Partition, Place> places = Map.of();
  private long unmovedSince;
  private boolean looked;
  private long lookedAt;

  Copies(KafkaStreams streams) {
    this.streams = streams;
  }

  /** How a partition of a store stands now; may ask the brokers. */
  Standing of(String store, int partition) {
    long now = System.nanoTime();
    // Who comes while another looks waits for its look: it is one request.
    lock.lock();
    try {
      if (!looked || now - lookedAt >= LOOK_NANOS) {
        look();
      }
      CopyAge age = ages.get(new Partition(store, partition));
      if (age == null) {
        return Standing.ABSENT;
      }
      return age.isWithin(OLDEST, System.nanoTime()) ? Standing.READABLE : Standing.BEHIND;
    } finally {
      lock.unlock();
    }
  }

  /** Records that a copy lacked at the last look, at most. */
  long lag(String store, int partition) {
    lock.lock();
    try {
      Place place = places.get(new Partition(store, partition));
      return place == null ? 0 : Math.max(0, place.end() - place.position() - MARKER);
    } finally {
      lock.unlock();
    }
  }

  private void look() {
    long now = System.nanoTime();
    try {
      Map<Partition, CopyAge> seen = new HashMap<>();
      Map<Partition, Place> found = new HashMap<>();
      for (Map.Entry<String, Map<Integer, LagInfo>> store :
          streams.allLocalStorePartitionLags().entrySet()) {
        store
            .getValue()
            .forEach(
                (number, lag) -> {
                  Partition partition = new Partition(store.getKey(), number);
                  CopyAge age = ages.getOrDefault(partition, new CopyAge());
                  age.look(lag.currentOffsetPosition(), lag.endOffsetPosition(), now);
                  seen.put(partition, age);
                  found.put(
                      partition, new Place(lag.currentOffsetPosition(), lag.endOffsetPosition()));
                });
      }
      ages = seen;
      rest(found, now);
    } catch (StreamsException | IllegalStateException e) {
      // The brokers do not answer, or it has ended: what was known grows old.
    }
    looked = true;
    lookedAt = System.nanoTime();
  }

  private void rest(Map<Partition, Place> found, long now) {
    // While an instance restores what it works on, its copies wait.
    if (streams.state() != KafkaStreams.State.RUNNING || !found.equals(places)) {
      unmovedSince = now;
    }
    places = found;
    if (now - unmovedSince >= QUIET_NANOS) {
      ages.values().forEach(age -> age.complete(now));
    }
  }
}
