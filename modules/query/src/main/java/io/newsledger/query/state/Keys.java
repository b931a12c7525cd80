package io.newsledger.query.state;

import io.newsledger.events.topic.RowKey;
import java.util.Objects;

/**
 * The rows that a question is about, by their keys.
 *
 * @param first smallest key, included; empty for no bound
 * @param last greatest key, included; empty for no bound
 */
public record Keys(String first, String last) {
  /** Every row. */
  public static final Keys ALL = new Keys("", "");

  public Keys {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
  }

  /** The rows that begin with these whole parts and have more. */
  public static Keys under(String... parts) {
    return new Keys(RowKey.first(parts), RowKey.last(parts));
  }

  /** Whether these are all rows. */
  public boolean unbounded() {
    return first.isEmpty() && last.isEmpty();
  }
}
