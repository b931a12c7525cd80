package io.newsledger.query;

import io.newsledger.events.topic.Store;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads state stores, whatever partitions their rows lie in. Rows come in the order of their keys'
 * UTF-8 bytes. Safe for use by several threads.
 *
 * <p>All methods throw {@link StateUnavailable} when any partition cannot be read: a row that
 * cannot be seen is not a row that is absent.
 */
public interface StateReader {
  /** The row with this key. */
  <T extends SpecificRecord> Optional<T> get(Store<T> store, String key);

  /**
   * The first rows from one key to another, both included.
   *
   * @param limit most rows to return, at least 1
   */
  <T extends SpecificRecord> List<Row<T>> range(
      Store<T> store, String first, String last, int limit);

  /** The first rows of the store; see {@link #range}. */
  default <T extends SpecificRecord> List<Row<T>> all(Store<T> store, int limit) {
    return range(store, Scan.FIRST, Scan.LAST, limit);
  }
}
