package io.newsledger.app.pipeline;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** Those of many that are wanted, found as they are asked for. */
final class Choice<T> implements Iterator<T> {
  private final Iterator<T> all;
  private final Predicate<T> wanted;
  private T next;

  Choice(Iterator<T> all, Predicate<T> wanted) {
    this.all = all;
    this.wanted = wanted;
  }

  @Override
  public boolean hasNext() {
    while (next == null && all.hasNext()) {
      T one = all.next();
      next = wanted.test(one) ? one : null;
    }
    return next != null;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all were taken");
    }
    T one = next;
    next = null;
    return one;
  }
}
