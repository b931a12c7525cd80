package io.newsledger.query.state;

import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Store;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Reads the stores of a Kafka Streams application, one partition at a time: a view over all
 * partitions would pass over those that are missing and call their rows absent.
 *
 * <p>A partition whose work another instance does is asked there, if the instances know each
 * other's addresses; if that does not answer, a copy of it is read, here or elsewhere, that holds
 * what was so a few seconds ago at the latest.
 */
public final class StreamsStateReader implements StateReader {
  private final LocalRows local;
  private final Optional<Elsewhere> elsewhere;
  private final List<Integer> partitions;
  private final Origins origins;

  private StreamsStateReader(
      LocalRows local, Optional<Elsewhere> elsewhere, List<Integer> partitions, Origins origins) {
    this.local = local;
    this.elsewhere = elsewhere;
    this.partitions = partitions;
    this.origins = origins;
  }

  /**
   * Reads what is kept in this process only.
   *
   * @param streams the application that keeps the stores; not closed from here
   * @param changes counts the changes of its state, from a listener to it
   * @param partitions of every topic of the catalogue, and so of every store
   */
  public static StreamsStateReader alone(
      KafkaStreams streams, LongSupplier changes, int partitions) {
    return of(streams, changes, partitions, Optional.empty());
  }

  /**
   * Reads what is kept in this process and by others.
   *
   * @param streams the application that keeps the stores; not closed from here
   * @param changes counts the changes of its state, from a listener to it
   * @param application its id
   * @param partitions of every topic of the catalogue, and so of every store
   * @param peers not closed from here
   */
  public static StreamsStateReader among(
      KafkaStreams streams, LongSupplier changes, String application, int partitions, Peers peers) {
    return of(
        streams, changes, partitions, Optional.of(new Elsewhere(streams, application, peers)));
  }

  private static StreamsStateReader of(
      KafkaStreams streams, LongSupplier changes, int partitions, Optional<Elsewhere> elsewhere) {
    if (partitions < 1) {
      throw new IllegalArgumentException("there is at least one partition, not " + partitions);
    }
    return new StreamsStateReader(
        new LocalRows(streams, changes),
        elsewhere,
        IntStream.range(0, partitions).boxed().toList(),
        new Origins());
  }

  /** What is kept in this process, for those who ask from elsewhere. */
  public LocalRows local() {
    return local;
  }

  @Override
  public StateReader noting(Origins others) {
    return new StreamsStateReader(local, elsewhere, partitions, others);
  }

  @Override
  public <T extends SpecificRecord> Optional<T> get(Store<T> store, String key) {
    return Optional.ofNullable(getAll(store, List.of(key)).get(key));
  }

  @Override
  public <T extends SpecificRecord> Map<String, T> getAll(Store<T> store, Collection<String> keys) {
    Map<String, T> found = new HashMap<>();
    Map<Integer, StateUnavailable> unread = new TreeMap<>();
    for (String key : keys) {
      for (int partition : places(store, key)) {
        if (!found.containsKey(key) && !unread.containsKey(partition)) {
          try {
            T row = local.read(store, partition, rows -> rows.get(key));
            if (row != null) {
              found.put(key, row);
            }
          } catch (StateUnavailable e) {
            // The row may be in a partition that can be read; if it is not, nobody knows.
            unread.put(partition, e);
          }
        }
      }
    }
    if (!unread.isEmpty()) {
      new Lookup<>(local, elsewhere, origins, store, key -> places(store, key), unread)
          .find(keys, found);
    }
    return found;
  }

  @Override
  public <T extends SpecificRecord> boolean visit(
      Store<T> store, Keys keys, int limit, BiConsumer<String, T> visitor) {
    int left = limit;
    for (int partition : keys.subject().map(one -> places(store, one)).orElse(partitions)) {
      Walk<T> walk = new Walk<>(left, visitor);
      visit(store, partition, keys, walk);
      if (walk.isCutShort()) {
        return true;
      }
      left = walk.left();
    }
    return false;
  }

  private <T extends SpecificRecord> void visit(
      Store<T> store, int partition, Keys keys, Walk<T> walk) {
    try {
      local.read(store, partition, rows -> walk.through(rows, keys));
    } catch (StateUnavailable e) {
      if (walk.visited() > 0) {
        // It went away half-way: what was handed on cannot be taken back.
        throw e;
      }
      if (elsewhere.isPresent()
          && elsewhere.get().visitOwner(store, partition, keys, walk, origins)) {
        return;
      }
      try {
        LocalRows.Copied<Walk<T>> copied =
            local.readCopy(store, partition, rows -> walk.through(rows, keys));
        origins.copy(copied.lag());
      } catch (StateUnavailable none) {
        if (walk.visited() > 0
            || elsewhere.isEmpty()
            || !elsewhere.get().visitCopies(store, partition, keys, walk, origins)) {
          throw elsewhere.map(one -> one.why(store, partition, none)).orElse(none);
        }
      }
    }
  }

  @Override
  public void check(Store<?> store) {
    for (int partition : partitions) {
      if (elsewhere.isEmpty() || !elsewhere.get().isOwned(store, partition)) {
        visit(store, partition, Keys.under("\uffff"), new Walk<>(1, (key, row) -> {}));
      }
    }
  }

  /** The offsets up to which the tasks here have committed; none where copies are kept. */
  @Override
  public Optional<String> version() {
    return local.version();
  }

  @Override
  public Optional<String> versionLately() {
    return local.versionLately();
  }

  /** The partitions in which the row of a key may lie. */
  private List<Integer> places(Store<?> store, String key) {
    if (!store.bySubject()) {
      return partitions;
    }
    byte[] subject = RowKey.parts(key).get(0).getBytes(StandardCharsets.UTF_8);
    return List.of(BuiltInPartitioner.partitionForKey(subject, partitions.size()));
  }
}
