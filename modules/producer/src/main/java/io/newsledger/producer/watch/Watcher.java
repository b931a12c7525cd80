package io.newsledger.producer.watch;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Visits many feeds, each when it is due, on threads of its own, so that a slow one holds up no
 * other. What visits bring waits in a queue with a bound, for one reader.
 */
public final class Watcher implements AutoCloseable {
  private static final int MOST_THREADS = 64;
  private static final int MOST_WAITING = 64;

  private final FeedVisit visits;
  private final Clock clock;
  private final ScheduledThreadPoolExecutor threads;
  private final BlockingQueue<FeedVisit.Result> results = new ArrayBlockingQueue<>(MOST_WAITING);

  /** Starts to watch feeds as far as they are known, each when it is due. */
  public Watcher(List<FeedState> feeds, FeedVisit visits, Clock clock) {
    this.visits = visits;
    this.clock = clock;
    this.threads =
        new ScheduledThreadPoolExecutor(
            Math.max(1, Math.min(MOST_THREADS, feeds.size())),
            task -> {
              Thread thread = new Thread(task, "feeds");
              thread.setDaemon(true);
              return thread;
            });
    feeds.stream().filter(feed -> !feed.gone()).forEach(this::schedule);
  }

  /** What the next visit brought, if one ends within this time. */
  public Optional<FeedVisit.Result> next(Duration wait) throws InterruptedException {
    return Optional.ofNullable(results.poll(wait.toNanos(), TimeUnit.NANOSECONDS));
  }

  // What a visit fails with, it puts in the queue itself.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void schedule(FeedState state) {
    long wait = Math.max(0, Duration.between(clock.instant(), state.next()).toMillis());
    try {
      threads.schedule(() -> visit(state), wait, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // Closed in the meantime.
    }
  }

  private void visit(FeedState state) {
    try {
      FeedVisit.Result result = guarded(state);
      results.put(result);
      if (!result.state().gone()) {
        schedule(result.state());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whatever one feed makes a parser do, the watch goes on. */
  private FeedVisit.Result guarded(FeedState state) throws InterruptedException {
    try {
      return visits.visit(state);
    } catch (RuntimeException e) {
      return visits.failed(state, state.address() + " cannot be read: " + e, Optional.empty());
    }
  }

  /** Stops; what waits may still be taken. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
