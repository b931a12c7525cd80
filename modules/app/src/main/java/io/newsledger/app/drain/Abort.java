package io.newsledger.app.drain;

import java.util.concurrent.TimeUnit;

/** Something that ends a wait early. */
@FunctionalInterface
public interface Abort {
  /** Waits this long at most; true as soon as the wait is to end. */
  boolean within(long time, TimeUnit unit) throws InterruptedException;
}
