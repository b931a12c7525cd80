package io.newsledger.query;

import io.newsledger.events.topic.Store;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Reads the stores of one Kafka Streams instance that holds all partitions, through read-only
 * views, one partition at a time: a view of all partitions at once leaves out those that are on the
 * move, and what it leaves out looks like absence.
 */
public final class StreamsStateReader implements StateReader {
  private static final Comparator<Row<?>> BY_KEY_BYTES =
      (a, b) -> Arrays.compareUnsigned(bytes(a), bytes(b));

  private final KafkaStreams streams;
  private final int partitions;

  /**
   * @param streams the aggregation instance; its owner starts and closes it
   * @param partitions of every topic of the catalogue, hence of every store
   */
  public StreamsStateReader(KafkaStreams streams, int partitions) {
    this.streams = Objects.requireNonNull(streams, "streams");
    if (partitions < 1) {
      throw new IllegalArgumentException("partitions must be at least 1, not " + partitions);
    }
    this.partitions = partitions;
  }

  @Override
  public <T extends SpecificRecord> Optional<T> get(Store<T> store, String key) {
    T found = null;
    // All partitions are asked although one holds the row: none of them may be missing.
    for (int partition = 0; partition < partitions; partition++) {
      T value = read(store, partition, view -> view.get(key));
      found = value == null ? found : value;
    }
    return Optional.ofNullable(found);
  }

  @Override
  public <T extends SpecificRecord> List<Row<T>> range(
      Store<T> store, String first, String last, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, not " + limit);
    }
    List<Row<T>> rows = new ArrayList<>();
    for (int partition = 0; partition < partitions; partition++) {
      rows.addAll(read(store, partition, view -> head(view, first, last, limit)));
    }
    rows.sort(BY_KEY_BYTES);
    return rows.size() <= limit ? rows : List.copyOf(rows.subList(0, limit));
  }

  private static <T extends SpecificRecord> List<Row<T>> head(
      ReadOnlyKeyValueStore<String, T> view, String first, String last, int limit) {
    List<Row<T>> rows = new ArrayList<>();
    try (KeyValueIterator<String, T> iterator = view.range(first, last)) {
      while (rows.size() < limit && iterator.hasNext()) {
        var row = iterator.next();
        rows.add(new Row<>(row.key, row.value));
      }
    }
    return rows;
  }

  private <T extends SpecificRecord, R> R read(
      Store<T> store, int partition, Function<ReadOnlyKeyValueStore<String, T>, R> question) {
    try {
      return question.apply(
          streams.store(
              StoreQueryParameters.fromNameAndType(
                      store.name(), QueryableStoreTypes.<String, T>keyValueStore())
                  .withPartition(partition)));
    } catch (StreamsNotStartedException e) {
      throw new StateUnavailable(StateUnavailable.Reason.STARTING, store.name(), e);
    } catch (InvalidStateStoreException | IllegalStateException e) {
      // The second is what Kafka Streams says when it is closing or closed.
      throw new StateUnavailable(reason(), store.name(), e);
    }
  }

  private StateUnavailable.Reason reason() {
    return switch (streams.state()) {
      case CREATED -> StateUnavailable.Reason.STARTING;
      case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> StateUnavailable.Reason.STOPPED;
      case REBALANCING -> restoring();
      case RUNNING -> StateUnavailable.Reason.REBALANCING;
    };
  }

  /** Threads that have their partitions but do not run yet are filling stores. */
  private StateUnavailable.Reason restoring() {
    List<String> states =
        streams.metadataForLocalThreads().stream().map(ThreadMetadata::threadState).toList();
    if (states.contains("PARTITIONS_ASSIGNED")) {
      return StateUnavailable.Reason.RESTORING;
    }
    return states.stream().allMatch(state -> state.equals("CREATED") || state.equals("STARTING"))
        ? StateUnavailable.Reason.STARTING
        : StateUnavailable.Reason.REBALANCING;
  }

  private static byte[] bytes(Row<?> row) {
    return row.key().getBytes(StandardCharsets.UTF_8);
  }
}
