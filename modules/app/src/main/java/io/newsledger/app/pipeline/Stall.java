package io.newsledger.app.pipeline;

import io.newsledger.app.drain.Abort;
import io.newsledger.app.drain.Backlog;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Ends a wait when nothing moves for too long, or the instance ends. For one thread. */
final class Stall implements Abort {
  private final Ending ending;
  private final Duration bound;
  private Backlog last;
  private long since = System.nanoTime();

  Stall(Ending ending, Duration bound) {
    this.ending = ending;
    this.bound = bound;
  }

  /** How things stand. */
  void at(Backlog backlog) {
    if (!backlog.equals(last)) {
      last = backlog;
      since = System.nanoTime();
    }
  }

  @Override
  public boolean within(long time, TimeUnit unit) throws InterruptedException {
    return ending.within(time, unit) || System.nanoTime() - since > bound.toNanos();
  }
}
