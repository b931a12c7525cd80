package io.newsledger.query.state;

import io.newsledger.events.topic.Store;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Other instances of the ledger, asked for rows that they keep. They answer from what they keep
 * themselves and ask nobody else. Every wait is bounded. Safe for use by several threads.
 */
public interface Peers {
  /** How the others reach this instance. */
  HostInfo self();

  /**
   * The rows of these keys that lie in these partitions.
   *
   * @param where which instance, and whether its copies are asked
   * @throws PeerException if it does not answer that now
   */
  <T extends SpecificRecord> Answer<Map<String, T>> get(
      Where where, Store<T> store, List<Integer> partitions, Collection<String> keys)
      throws PeerException;

  /**
   * Rows of one partition from the first of these keys on, in their order: at least one if there is
   * any, at most so many.
   *
   * @param where which instance, and whether its copies are asked
   * @throws PeerException if it does not answer that now
   */
  <T extends SpecificRecord> Answer<Part<T>> visit(
      Where where, Store<T> store, int partition, Keys keys, int limit) throws PeerException;

  /**
   * Whom to ask.
   *
   * @param host of the instance
   * @param application that keeps the state there: there may be two generations
   * @param copies whether copies are asked, not what the instance works on
   */
  record Where(HostInfo host, String application, boolean copies) {}

  /**
   * An answer.
   *
   * @param lag records that copies lacked at most; 0 if none were asked
   */
  record Answer<R>(R rows, long lag) {}

  /**
   * Rows of a partition.
   *
   * @param rows in their order
   * @param more whether there are more
   */
  record Part<T>(List<Row<T>> rows, boolean more) {
    public Part {
      rows = List.copyOf(rows);
    }
  }

  /** A row with its key. */
  record Row<T>(String key, T value) {}

  /** An instance does not answer, or not now. */
  final class PeerException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param cause may be null
     */
    public PeerException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
