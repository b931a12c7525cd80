package io.newsledger.app.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Works on items in several threads and hands the results on in the order of the items. */
final class OrderedWork {
  /** Bounds what is in memory at once, twice as many articles. */
  private static final int MOST_THREADS = 4;

  private final int threads;

  OrderedWork(int threads) {
    this.threads = threads;
  }

  /** With as many threads as there are processors, within reason. */
  static OrderedWork onAllProcessors() {
    return new OrderedWork(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
  }

  /**
   * Applies the work to each item. Items are taken and results handed on by the calling thread,
   * with twice as many under way as there are threads; an error of the work is thrown on.
   */
  <T, R> void run(Iterator<T> items, Function<T, R> work, Consumer<R> results)
      throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      Deque<Future<R>> underWay = new ArrayDeque<>();
      while (items.hasNext() || !underWay.isEmpty()) {
        while (items.hasNext() && underWay.size() < 2 * threads) {
          T item = items.next();
          underWay.add(workers.submit(() -> work.apply(item)));
        }
        results.accept(result(underWay.remove()));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static <R> R result(Future<R> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException error) {
        throw error;
      } else if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("work that throws no checked exception threw one", e);
    }
  }
}
