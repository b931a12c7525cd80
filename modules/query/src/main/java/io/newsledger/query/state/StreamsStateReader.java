package io.newsledger.query.state;

import io.newsledger.events.topic.Store;
import io.newsledger.query.state.StateUnavailable.Reason;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.InvalidStateStorePartitionException;
import org.apache.kafka.streams.errors.UnknownStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Reads the stores of a Kafka Streams application in this process, one partition at a time: a view
 * over all partitions would pass over those that are missing and call their rows absent. Partitions
 * whose work another instance does are read from a copy, where one is kept here and holds what was
 * so a few seconds ago at the latest.
 */
public final class StreamsStateReader implements StateReader {
  private final KafkaStreams streams;
  private final int partitions;
  private final Copies copies;

  /**
   * @param streams the application that keeps the stores; not closed from here
   * @param partitions of every topic of the catalogue, and so of every store
   */
  public StreamsStateReader(KafkaStreams streams, int partitions) {
    this.streams = Objects.requireNonNull(streams, "streams");
    if (partitions < 1) {
      throw new IllegalArgumentException("there is at least one partition, not " + partitions);
    }
    this.partitions = partitions;
    this.copies = new Copies(streams);
  }

  @Override
  public <T extends SpecificRecord> Optional<T> get(Store<T> store, String key) {
    StateUnavailable missing = null;
    for (int partition = 0; partition < partitions; partition++) {
      try {
        T row = read(store, partition, rows -> rows.get(key));
        if (row != null) {
          return Optional.of(row);
        }
      } catch (StateUnavailable e) {
        // The row may be in a partition that can be read; if it is not, nobody knows.
        missing = e;
      }
    }
    if (missing != null) {
      throw missing;
    }
    return Optional.empty();
  }

  @Override
  public <T extends SpecificRecord> boolean visit(
      Store<T> store, Keys keys, int limit, BiConsumer<String, T> visitor) {
    int left = limit;
    for (int partition = 0; partition < partitions; partition++) {
      int allowed = left;
      int visited = read(store, partition, rows -> visit(rows, keys, allowed, visitor));
      if (visited > allowed) {
        return true;
      }
      left -= visited;
    }
    return false;
  }

  /** The offsets up to which the tasks here have committed; none where copies are read. */
  @Override
  public Optional<String> version() {
    if (streams.state() != KafkaStreams.State.RUNNING) {
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

  /** How many rows there are, as far as one more than allowed. */
  private static <T> int visit(
      ReadOnlyKeyValueStore<String, T> rows,
      Keys keys,
      int allowed,
      BiConsumer<String, T> visitor) {
    int count = 0;
    try (KeyValueIterator<String, T> iterator =
        keys.unbounded() ? rows.all() : rows.range(keys.first(), keys.last())) {
      while (iterator.hasNext()) {
        count++;
        if (count > allowed) {
          return count;
        }
        KeyValue<String, T> row = iterator.next();
        visitor.accept(row.key, row.value);
      }
    }
    return count;
  }

  private <T extends SpecificRecord, R> R read(
      Store<T> store, int partition, Function<ReadOnlyKeyValueStore<String, T>, R> question) {
    try {
      return question.apply(view(store, partition, false));
    } catch (UnknownStateStoreException e) {
      throw new IllegalArgumentException("the topology has no store " + store.name(), e);
    } catch (InvalidStateStorePartitionException e) {
      return readCopy(store, partition, question, e);
    } catch (InvalidStateStoreException e) {
      throw new StateUnavailable(reason(), store.name(), e);
    }
  }

  private <T extends SpecificRecord, R> R readCopy(
      Store<T> store,
      int partition,
      Function<ReadOnlyKeyValueStore<String, T>, R> question,
      InvalidStateStorePartitionException notHere) {
    Copies.Standing copy = copies.of(store.name(), partition);
    if (copy != Copies.Standing.READABLE) {
      boolean absent = copy == Copies.Standing.ABSENT && isRunning();
      Reason reason = absent ? Reason.NOT_HERE : isRunning() ? Reason.RESTORING : reason();
      throw new StateUnavailable(reason, store.name(), notHere);
    }
    try {
      return question.apply(view(store, partition, true));
    } catch (InvalidStateStoreException e) {
      throw new StateUnavailable(isRunning() ? Reason.REBALANCING : reason(), store.name(), e);
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
