package io.newsledger.query.state;

import io.newsledger.events.topic.RowKey;
import java.util.Objects;
import java.util.Optional;

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

  /** Those of the rows that come after one. */
  public Keys after(String key) {
    // No text lies between one and the same with the smallest character behind it.
    return new Keys(key + '\u0000', last);
  }

  /** The first part of all these keys, if they share it. */
  Optional<String> subject() {
    if (unbounded()) {
      return Optional.empty();
    }
    String subject = RowKey.parts(first).get(0);
    Keys whole = under(subject);
    boolean within = first.compareTo(whole.first) >= 0 && last.compareTo(whole.last) <= 0;
    return within && !last.isEmpty() ? Optional.of(subject) : Optional.empty();
  }
}
