package io.newsledger.broker;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs what has no bound of its own in a thread of its own, and waits for it only so long. */
final class Bounded {
  private final String what;
  private final Thread thread;
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  /** What is run; may wait, and be interrupted. */
  @FunctionalInterface
  interface Step {
    void run() throws InterruptedException;
  }

  private Bounded(String what, Step step) {
    this.what = what;
    this.thread = new Thread(() -> run(step), "broker-" + what);
    thread.setDaemon(true);
  }

  /** Starts a step; its thread does not keep the process alive. */
  static Bounded begin(String what, Step step) {
    Bounded bounded = new Bounded(what, step);
    bounded.thread.start();
    return bounded;
  }

  private void run(Step step) {
    try {
      step.run();
      done.complete(null);
    } catch (Throwable e) {
      done.completeExceptionally(e);
    }
  }

  /**
   * Waits until the step has ended or a fault came. The step goes on if it has not ended.
   *
   * @throws BrokerException if it failed or takes longer
   */
  void await(Duration timeout, CompletableFuture<Void> fault) throws InterruptedException {
    try {
      CompletableFuture.anyOf(done, fault).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      thread.join(timeout.toMillis());
    } catch (TimeoutException e) {
      throw new BrokerException(
          "the broker did not %s within %d ms: allow it more time, or look into its log"
              .formatted(what, timeout.toMillis()),
          e);
    } catch (ExecutionException e) {
      throw new BrokerException(
          "the broker could not %s: %s".formatted(what, e.getCause().getMessage()), e.getCause());
    }
  }

  /** As {@link #await}, but an interrupt is kept until the step has ended or the time is up. */
  void awaitKeepingInterrupt(Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          long left = Math.max(1, (end - System.nanoTime()) / 1_000_000);
          await(Duration.ofMillis(left), new CompletableFuture<>());
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Tells the step to give up. */
  void interrupt() {
    thread.interrupt();
  }
}
