package io.newsledger.query.state;

import io.newsledger.events.topic.Store;
import io.newsledger.query.state.StateUnavailable.Reason;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.InvalidStateStorePartitionException;
import org.apache.kafka.streams.errors.UnknownStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The rows that a Kafka Streams application keeps in this process: those of the partitions it works
 * on, and its copies of others. Nothing is asked elsewhere. Safe for use by several threads.
 */
public final class LocalRows {
  private static final long MOMENT_NANOS = Duration.ofMillis(100).toNanos();

  private final KafkaStreams streams;
  private final Copies copies;
  private final Handles handles;
  private final LongSupplier changes;
  private volatile Named named = new Named(Long.MIN_VALUE, 0, Optional.empty());

  /**
   * What the content was called.
   *
   * @param change number of the application's last change of state then
   * @param time of {@link System#nanoTime()}
   */
  private record Named(long change, long time, Optional<String> version) {}

  /**
   * @param changes counts the changes of the application's state
   */
  LocalRows(KafkaStreams streams, LongSupplier changes) {
    this.streams = Objects.requireNonNull(streams, "streams");
    this.changes = Objects.requireNonNull(changes, "changes");
    this.copies = new Copies(streams);
    this.handles = new Handles(streams, changes);
  }

  /**
   * Asks one partition that this instance works on.
   *
   * @throws StateUnavailable if it does not, or not yet
   */
  public <T extends SpecificRecord, R> R read(
      Store<T> store, int partition, Function<ReadOnlyKeyValueStore<String, T>, R> question) {
    try {
      return question.apply(own(store, partition));
    } catch (UnknownStateStoreException e) {
      throw new IllegalArgumentException("the topology has no store " + store.name(), e);
    } catch (InvalidStateStorePartitionException e) {
      Reason reason = isRunning() ? Reason.NOT_HERE : reason();
      throw new StateUnavailable(reason, store.name(), e);
    } catch (InvalidStateStoreException e) {
      throw new StateUnavailable(reason(), store.name(), e);
    }
  }

  /**
   * Asks a copy of one partition that another instance works on.
   *
   * @return the answer, and what the copy lacked
   * @throws StateUnavailable if there is none here, or it has fallen behind
   */
  public <T extends SpecificRecord, R> Copied<R> readCopy(
      Store<T> store, int partition, Function<ReadOnlyKeyValueStore<String, T>, R> question) {
    Copies.Standing copy = copies.of(store.name(), partition);
    if (copy != Copies.Standing.READABLE) {
      boolean absent = copy == Copies.Standing.ABSENT && isRunning();
      Reason reason = absent ? Reason.NOT_HERE : isRunning() ? Reason.RESTORING : reason();
      throw new StateUnavailable(reason, store.name(), null);
    }
    long lag = copies.lag(store.name(), partition);
    try {
      return new Copied<>(question.apply(view(store, partition, true)), lag);
    } catch (InvalidStateStoreException e) {
      throw new StateUnavailable(isRunning() ? Reason.REBALANCING : reason(), store.name(), e);
    }
  }

  /**
   * An answer from a copy.
   *
   * @param lag records that the copy lacked at most
   */
  public record Copied<R>(R answer, long lag) {}

  /** The offsets up to which the tasks here have committed; none where copies are kept. */
  Optional<String> version() {
    if (!isRunning()) {
      return Optional.empty();
    }
    TreeMap<String, Long> offsets = new TreeMap<>();
    try {
      for (ThreadMetadata thread : streams.metadataForLocalThreads()) {
        if (!thread.standbyTasks().isEmpty()) {
          return Optional.empty();
        }
        for (TaskMetadata task : thread.activeTasks()) {
          task.committedOffsets()
              .forEach((partition, offset) -> offsets.put(partition.toString(), offset));
        }
      }
    } catch (IllegalStateException e) {
      // It ended between two looks.
      return Optional.empty();
    }
    return offsets.isEmpty() ? Optional.empty() : Optional.of(offsets.toString());
  }

  /**
   * The same, or what it was a moment ago: an answer may be called by an older name, which nobody
   * vouches for once it is not the exact one any more.
   */
  Optional<String> versionLately() {
    Named last = named;
    long change = changes.getAsLong();
    long now = System.nanoTime();
    if (last.change() != change || now - last.time() > MOMENT_NANOS) {
      last = new Named(change, now, version());
      named = last;
    }
    return last.version();
  }

  private <T extends SpecificRecord> ReadOnlyKeyValueStore<String, T> own(
      Store<T> store, int partition) {
    try {
      Optional<ReadOnlyKeyValueStore<String, T>> handle = handles.of(store.name(), partition);
      return handle.isPresent() ? handle.get() : view(store, partition, false);
    } catch (IllegalStateException e) {
      // What Kafka Streams says once it is closing or closed.
      throw new StateUnavailable(Reason.STOPPED, store.name(), e);
    }
  }

  private <T extends SpecificRecord> ReadOnlyKeyValueStore<String, T> view(
      Store<T> store, int partition, boolean copy) {
    StoreQueryParameters<ReadOnlyKeyValueStore<String, T>> wanted =
        StoreQueryParameters.fromNameAndType(
                store.name(), QueryableStoreTypes.<String, T>keyValueStore())
            .withPartition(partition);
    try {
      return streams.store(copy ? wanted.enableStaleStores() : wanted);
    } catch (IllegalStateException e) {
      // What Kafka Streams says once it is closing or closed.
      throw new StateUnavailable(Reason.STOPPED, store.name(), e);
    }
  }

  private boolean isRunning() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  private Reason reason() {
    return switch (streams.state()) {
      case CREATED -> Reason.STARTING;
      case REBALANCING -> isRestoring() ? Reason.RESTORING : Reason.REBALANCING;
      case RUNNING -> Reason.REBALANCING;
      case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> Reason.STOPPED;
    };
  }

  /** A thread that has been assigned its partitions and does not run yet restores them. */
  private boolean isRestoring() {
    try {
      return streams.metadataForLocalThreads().stream()
          .map(ThreadMetadata::threadState)
          .anyMatch("PARTITIONS_ASSIGNED"::equals);
    } catch (IllegalStateException e) {
      // It ended between two looks.
      return false;
    }
  }
}
