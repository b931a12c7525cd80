package io.newsledger.query.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.internals.StateStoreProvider;

/**
 * The stores of the partitions that an application works on, as long as it works on the same ones.
 * A view of Kafka Streams looks for its store among all tasks of all threads at every single read,
 * which takes longer than the read. Safe for use by several threads.
 */
final class Handles {
  /** Stores and partitions; the topology has fewer. */
  private static final int MOST = 10_000;

  private record Place(String store, int partition) {}

  /**
   * A store.
   *
   * @param rows to read
   * @param store the same, to ask whether it is open
   * @param change number of the application's last change of state when the store was looked for
   */
  private record Handle(ReadOnlyKeyValueStore<?, ?> rows, StateStore store, long change) {}

  private final KafkaStreams streams;
  private final LongSupplier changes;
  private final Map<Place, Handle> handles = new ConcurrentHashMap<>();

  /**
   * @param changes counts the changes of the application's state: partitions come and go in no
   *     other way, and while they do the application is not running
   */
  Handles(KafkaStreams streams, LongSupplier changes) {
    this.streams = streams;
    this.changes = changes;
  }

  /** The store of a partition that is worked on here; empty where only Kafka Streams can say. */
  <T> Optional<ReadOnlyKeyValueStore<String, T>> of(String store, int partition) {
    Place place = new Place(store, partition);
    Handle known = handles.get(place);
    long change = changes.getAsLong();
    if (streams.state() != KafkaStreams.State.RUNNING) {
      return Optional.empty();
    }
    if (known == null || known.change() != change || !known.store().isOpen()) {
      known = find(place, change);
    }
    if (known == null) {
      return Optional.empty();
    }
    // A store of this name holds rows of this type.
    @SuppressWarnings("unchecked")
    ReadOnlyKeyValueStore<String, T> rows = (ReadOnlyKeyValueStore<String, T>) known.rows();
    return Optional.of(rows);
  }

  private Handle find(Place place, long change) {
    ReadOnlyKeyValueStore<Object, Object> found =
        streams.store(
            StoreQueryParameters.fromNameAndType(place.store(), new Itself())
                .withPartition(place.partition()));
    if (!(found instanceof StateStore store)) {
      return null;
    }
    Handle handle = new Handle(found, store, change);
    if (handles.size() >= MOST) {
      handles.clear();
    }
    handles.put(place, handle);
    return handle;
  }

  /** The store itself in the place of a view; a view where the store's rows are wrapped. */
  private static final class Itself
      implements QueryableStoreType<ReadOnlyKeyValueStore<Object, Object>> {
    private final QueryableStoreType<ReadOnlyKeyValueStore<Object, Object>> usual =
        QueryableStoreTypes.keyValueStore();

    @Override
    public boolean accepts(StateStore store) {
      return usual.accepts(store);
    }

    @Override
    public ReadOnlyKeyValueStore<Object, Object> create(StateStoreProvider provider, String name) {
      List<ReadOnlyKeyValueStore<Object, Object>> stores = provider.stores(name, this);
      ReadOnlyKeyValueStore<Object, Object> only = stores.get(0);
      return stores.size() == 1 && !(only instanceof TimestampedKeyValueStore)
          ? only
          : usual.create(provider, name);
    }
  }
}
