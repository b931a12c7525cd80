package io.newsledger.query.state;

import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * A visit to rows of one partition, as far as a limit. For one thread.
 *
 * @param <T> rows
 */
final class Walk<T> {
  private final int limit;
  private final BiConsumer<String, T> visitor;
  private int visited;
  private boolean more;

  Walk(int limit, BiConsumer<String, T> visitor) {
    this.limit = limit;
    this.visitor = visitor;
  }

  /** Visits rows of a store. */
  Walk<T> through(ReadOnlyKeyValueStore<String, T> rows, Keys keys) {
    try (KeyValueIterator<String, T> iterator =
        keys.unbounded() ? rows.all() : rows.range(bound(keys.first()), bound(keys.last()))) {
      while (!more && iterator.hasNext()) {
        if (visited == limit) {
          more = true;
        } else {
          KeyValue<String, T> row = iterator.next();
          visit(row.key, row.value);
        }
      }
    }
    return this;
  }

  /** One row more, or the word that there is one more than the limit. */
  void visit(String key, T row) {
    if (visited == limit) {
      more = true;
    } else {
      visited++;
      visitor.accept(key, row);
    }
  }

  /** There are rows that are not visited. */
  void cutShort() {
    more = true;
  }

  int visited() {
    return visited;
  }

  /** How many rows may still be visited. */
  int left() {
    return limit - visited;
  }

  /** Whether there are more rows than the limit. */
  boolean isCutShort() {
    return more;
  }

  private static String bound(String key) {
    return key.isEmpty() ? null : key;
  }
}
