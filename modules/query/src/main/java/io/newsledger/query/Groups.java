package io.newsledger.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Gathers rows that come one after the other under one key, and hands on each group when it is
 * whole. Lives within one scan.
 */
final class Groups<T> {
  private final BiConsumer<String, List<T>> whole;
  private String key;
  private List<T> items = new ArrayList<>();

  /**
   * @param whole takes key and items of a group, never an empty one
   */
  Groups(BiConsumer<String, List<T>> whole) {
    this.whole = whole;
  }

  /** A row of this key; an empty one counts for nothing. */
  void add(String of, Optional<T> item) {
    if (!of.equals(key)) {
      handOn();
      key = of;
    }
    item.ifPresent(items::add);
  }

  /** The last row has been added; if the scan was cut short, the last group is not whole. */
  void end(boolean truncated) {
    if (!truncated) {
      handOn();
    }
  }

  private void handOn() {
    if (!items.isEmpty()) {
      whole.accept(key, items);
      items = new ArrayList<>();
    }
  }
}
