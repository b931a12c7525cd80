package io.newsledger.query.peer;

import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Store;
import io.newsledger.events.topic.Stores;
import io.newsledger.query.state.LocalRows;
import io.newsledger.query.state.Peers.Row;
import io.newsledger.query.state.StateUnavailable;
import io.newsledger.query.state.StateUnavailable.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * What this instance keeps, for others who ask for it. It answers from its own stores and asks
 * nobody, so that no question goes round. Safe for use by several threads.
 */
public final class SharedRows {
  private static final Map<String, Store<?>> STORES =
      Stores.ALL.stream().collect(Collectors.toUnmodifiableMap(Store::name, one -> one));

  private final EventSerdes serdes = EventSerdes.singleObject();
  private final Map<String, LocalRows> applications = new ConcurrentHashMap<>();

  /** From now on this application's rows are told; until the result is closed. */
  public AutoCloseable share(String application, LocalRows rows) {
    applications.put(application, rows);
    return () -> applications.remove(application, rows);
  }

  /**
   * Answers.
   *
   * @throws StateUnavailable if this instance does not keep all that was asked for, or not yet
   * @throws IllegalArgumentException if there is no such store
   */
  public RowsAnswer answer(RowsQuestion question) {
    Store<?> store = STORES.get(question.store());
    if (store == null) {
      throw new IllegalArgumentException("there is no store " + question.store());
    }
    LocalRows rows = applications.get(question.application());
    if (rows == null) {
      throw new StateUnavailable(Reason.NOT_HERE, question.store(), null);
    }
    return answer(rows, store, question);
  }

  private <T extends SpecificRecord> RowsAnswer answer(
      LocalRows rows, Store<T> store, RowsQuestion question) {
    try (Serializer<T> serializer = serdes.of(store.type()).serializer()) {
      Gathered<T> gathered = new Gathered<>(store, serializer);
      if (question.keys().isEmpty()) {
        read(rows, store, question, 0, gathered, view -> walk(view, question, gathered));
      } else {
        look(rows, store, question, gathered);
      }
      return gathered.answer();
    }
  }

  private static <T extends SpecificRecord> void look(
      LocalRows rows, Store<T> store, RowsQuestion question, Gathered<T> gathered) {
    for (String key : question.keys()) {
      if (gathered.isFull()) {
        gathered.more = true;
        return;
      }
      gathered.keys++;
      for (int i = 0; i < question.partitions().size(); i++) {
        if (read(rows, store, question, i, gathered, view -> one(view, key, gathered))) {
          break;
        }
      }
    }
  }

  private static <T extends SpecificRecord> boolean one(
      ReadOnlyKeyValueStore<String, T> view, String key, Gathered<T> gathered) {
    T row = view.get(key);
    if (row != null) {
      gathered.accept(key, row);
    }
    return row != null;
  }

  private static <T extends SpecificRecord> boolean walk(
      ReadOnlyKeyValueStore<String, T> view, RowsQuestion question, Gathered<T> gathered) {
    String first = question.range().first();
    String last = question.range().last();
    try (KeyValueIterator<String, T> iterator =
        view.range(first.isEmpty() ? null : first, last.isEmpty() ? null : last)) {
      while (iterator.hasNext()) {
        if (gathered.isFull() || gathered.rows.size() == question.limit()) {
          gathered.more = true;
          return true;
        }
        var row = iterator.next();
        gathered.accept(row.key, row.value);
      }
    }
    return true;
  }

  private static <T extends SpecificRecord, R> R read(
      LocalRows rows,
      Store<T> store,
      RowsQuestion question,
      int partition,
      Gathered<T> gathered,
      Function<ReadOnlyKeyValueStore<String, T>, R> asked) {
    int number = question.partitions().get(partition);
    if (!question.copies()) {
      return rows.read(store, number, asked);
    }
    LocalRows.Copied<R> copied = rows.readCopy(store, number, asked);
    gathered.lag = Math.max(gathered.lag, copied.lag());
    return copied.answer();
  }

  /** Rows of an answer, while they are gathered. */
  private static final class Gathered<T extends SpecificRecord> implements BiConsumer<String, T> {
    private final Store<T> store;
    private final Serializer<T> serializer;
    private final List<Row<byte[]>> rows = new ArrayList<>();
    private long bytes;
    private int keys;
    private boolean more;
    private long lag;

    Gathered(Store<T> store, Serializer<T> serializer) {
      this.store = store;
      this.serializer = serializer;
    }

    @Override
    public void accept(String key, T row) {
      byte[] value = serializer.serialize(store.name(), row);
      rows.add(new Row<>(key, value));
      bytes += key.length() + value.length;
    }

    boolean isFull() {
      return bytes >= RowsAnswer.FULL;
    }

    RowsAnswer answer() {
      return new RowsAnswer(rows, more, keys, lag);
    }
  }
}
