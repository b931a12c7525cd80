package io.newsledger.query;

import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** Walks over many rows in pages, so that no iterator stays open while rows are worked on. */
final class Scan {
  /** Before every row. */
  static final String FIRST = "";

  /** Behind every row: the greatest character there is. */
  static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

  private static final int PAGE = 512;

  private Scan() {}

  /** All rows of a store. */
  static <T extends SpecificRecord> void each(
      StateReader state, Store<T> store, Consumer<Row<T>> visitor) {
    each(state, store, FIRST, LAST, visitor);
  }

  /** All rows whose keys begin with these whole parts and have more. */
  static <T extends SpecificRecord> List<T> under(
      StateReader state, Store<T> store, String... parts) {
    List<T> rows = new ArrayList<>();
    each(state, store, RowKey.first(parts), RowKey.last(parts), row -> rows.add(row.value()));
    return rows;
  }

  /** All rows from one key to another, both included. */
  static <T extends SpecificRecord> void each(
      StateReader state, Store<T> store, String first, String last, Consumer<Row<T>> visitor) {
    String from = first;
    while (true) {
      List<Row<T>> page = state.range(store, from, last, PAGE);
      page.forEach(visitor);
      if (page.size() < PAGE) {
        return;
      }
      from = after(page.get(page.size() - 1).key());
    }
  }

  /** The first row of each subject, which is the first part of the keys; skips all other rows. */
  static <T extends SpecificRecord> List<Row<T>> subjects(StateReader state, Store<T> store) {
    List<Row<T>> found = new ArrayList<>();
    List<Row<T>> next = state.range(store, FIRST, LAST, 1);
    while (!next.isEmpty()) {
      Row<T> row = next.get(0);
      found.add(row);
      next = state.range(store, RowKey.last(subject(row)), LAST, 1);
    }
    return found;
  }

  /** The first part of the key. */
  static String subject(Row<?> row) {
    return RowKey.parts(row.key()).get(0);
  }

  /** The smallest key behind this one. */
  private static String after(String key) {
    return key + '\u0000';
  }
}
