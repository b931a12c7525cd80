package io.newsledger.app.pipeline;

import io.newsledger.app.drain.Abort;
import io.newsledger.app.drain.Backlog;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Ends a wait when nothing moves for too long, or the instance ends. For one thread. */
final class Stall implements Abort {
  private final Ending ending;
  private final Duration bound;
  private final LongSupplier restored;
  private Backlog last;
  private long read;
  private long since = System.nanoTime();

  /**
   * @param bound how long nothing may move
   * @param restored records of state read back so far: while that goes on, nothing else can
   */
  Stall(Ending ending, Duration bound, LongSupplier restored) {
    this.ending = ending;
    this.bound = bound;
    this.restored = restored;
    this.read = restored.getAsLong();
  }

  /** How things stand. */
  void at(Backlog backlog) {
    if (!backlog.equals(last)) {
      last = backlog;
      since = System.nanoTime();
    }
  }

  /** Whether nothing moved for longer than the bound. */
  boolean isOver() {
    long now = restored.getAsLong();
    if (now != read) {
      read = now;
      since = System.nanoTime();
    }
    return System.nanoTime() - since > bound.toNanos();
  }

  @Override
  public boolean within(long time, TimeUnit unit) throws InterruptedException {
    return ending.within(time, unit) || isOver();
  }
}
