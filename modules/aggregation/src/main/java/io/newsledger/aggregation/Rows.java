package io.newsledger.aggregation;

import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The rows of one store of one task.
 *
 * @param rows the store
 */
record Rows<T extends SpecificRecord>(KeyValueStore<String, T> rows) {
  /**
   * The store as the topology builds it: persistent, logged, uncached since each row is written
   * once a claim.
   */
  static <T extends SpecificRecord> StoreBuilder<KeyValueStore<String, T>> builder(
      Store<T> store, EventSerdes serdes) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(store.name()), Serdes.String(), serdes.of(store.type()))
        .withLoggingEnabled(Map.of())
        .withCachingDisabled();
  }

  static <T extends SpecificRecord> Rows<T> of(ProcessingContext context, Store<T> store) {
    return new Rows<>(context.getStateStore(store.name()));
  }

  T get(String key) {
    return rows.get(key);
  }

  /** Writes the row, or removes it for null, if that changes anything; whether it did. */
  boolean change(String key, T row) {
    return change(key, rows.get(key), row);
  }

  /**
   * {@link #change(String, SpecificRecord)} of a row that was looked at already.
   *
   * @param before what stands there, null for none
   */
  boolean change(String key, T before, T row) {
    if (row == null ? before == null : row.equals(before)) {
      return false;
    }
    if (row == null) {
      rows.delete(key);
    } else {
      rows.put(key, row);
    }
    return true;
  }

  /** The rows of a range, both ends included, in order of their keys. */
  List<T> range(String first, String last) {
    List<T> found = new ArrayList<>();
    try (KeyValueIterator<String, T> iterator = rows.range(first, last)) {
      iterator.forEachRemaining(row -> found.add(row.value));
    }
    return found;
  }

  /**
   * Visits the rows of a range, both ends included, for as long as the visitor wants more.
   *
   * @param backwards whether to begin at the last
   * @param visitor takes a row; false ends the visit
   */
  void visit(String first, String last, boolean backwards, Predicate<T> visitor) {
    try (KeyValueIterator<String, T> iterator =
        backwards ? rows.reverseRange(first, last) : rows.range(first, last)) {
      boolean more = true;
      while (more && iterator.hasNext()) {
        more = visitor.test(iterator.next().value);
      }
    }
  }

  /** The keys of a range, both ends included, in their order. */
  List<String> keys(String first, String last) {
    List<String> found = new ArrayList<>();
    try (KeyValueIterator<String, T> iterator = rows.range(first, last)) {
      iterator.forEachRemaining(row -> found.add(row.key));
    }
    return found;
  }
}
