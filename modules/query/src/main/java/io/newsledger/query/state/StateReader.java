package io.newsledger.query.state;

import io.newsledger.events.topic.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * Read-only access to the state stores over all their partitions. Every method throws {@link
 * StateUnavailable} where a partition cannot be read at the moment, since "absent" would be wrong.
 */
public interface StateReader {
  /** The row of this key. */
  <T extends SpecificRecord> Optional<T> get(Store<T> store, String key);

  /**
   * Visits rows, at most so many. Rows of one subject come one after the other in the order of
   * their keys; subjects come in no order.
   *
   * @param limit rows to visit, at least 1
   * @param visitor takes key and row; must be quick, since it holds the store open
   * @return whether there were more rows than the limit
   */
  <T extends SpecificRecord> boolean visit(
      Store<T> store, Keys keys, int limit, BiConsumer<String, T> visitor);

  /** The rows of these keys that there are, by key. */
  default <T extends SpecificRecord> Map<String, T> getAll(
      Store<T> store, Collection<String> keys) {
    Map<String, T> found = new HashMap<>();
    keys.forEach(key -> get(store, key).ifPresent(row -> found.put(key, row)));
    return found;
  }

  /** The same state, whose reads are noted there. Is for the thread that notes. */
  default StateReader noting(Origins origins) {
    return this;
  }

  /** Returns if every partition of a store can be read, here or where it is known to be. */
  default void check(Store<?> store) {
    // No subject begins with this character: nothing is found, but every partition is asked.
    rows(store, Keys.under("\uffff"), 1);
  }

  /**
   * Names the content of the stores: as long as it is the same, so is every answer, but for changes
   * that are not committed yet. Empty where that cannot be told.
   */
  default Optional<String> version() {
    return Optional.empty();
  }

  /**
   * The same, or what it was a moment ago: cheaper. To call an answer by, that is made after it;
   * not to compare with.
   */
  default Optional<String> versionLately() {
    return version();
  }

  /** Rows in the order of {@link #visit}, at most so many. */
  default <T extends SpecificRecord> Rows<T> rows(Store<T> store, Keys keys, int limit) {
    List<T> found = new ArrayList<>();
    boolean truncated = visit(store, keys, limit, (key, row) -> found.add(row));
    return new Rows<>(found, truncated);
  }

  /**
   * Some rows.
   *
   * @param rows the rows
   * @param truncated whether there are more
   */
  record Rows<T>(List<T> rows, boolean truncated) {
    public Rows {
      rows = List.copyOf(rows);
    }
  }
}
