package io.newsledger.app.pipeline;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.drain.Abort;
import io.newsledger.events.registry.RegistryException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The reason why an instance has to end, if there is one: a part that broke, or a wish to stop. The
 * first one counts.
 */
public final class Ending implements Abort {
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<Cause> cause = new AtomicReference<>();

  /**
   * Why a part broke.
   *
   * @param part the part, in words
   * @param error what happened
   */
  public record Cause(String part, Throwable error) {}

  /** A part broke. */
  void report(String part, Throwable error) {
    cause.compareAndSet(null, new Cause(part, root(error)));
    ended.countDown();
  }

  /** What Kafka Streams wraps says more than the wrapping, where it is the registry. */
  private static Throwable root(Throwable error) {
    Throwable cause = error;
    while (cause != null) {
      if (cause instanceof RegistryException) {
        return cause;
      }
      cause = cause.getCause();
    }
    return error;
  }

  /** Somebody wants the instance to end. */
  public void stop() {
    ended.countDown();
  }

  /** What broke, if anything did. */
  public Optional<Cause> cause() {
    return Optional.ofNullable(cause.get());
  }

  /** What broke, for the user, if anything did. */
  public Optional<CommandFailure> failure() {
    return cause()
        .map(
            broken ->
                new CommandFailure(
                    broken.part()
                        + " cannot go on: "
                        + broken.error().getMessage()
                        + ". The log in the data folder says more; started again, it continues"
                        + " where it was",
                    broken.error()));
  }

  /** Whether the instance has to end. */
  boolean isOver() {
    return ended.getCount() == 0;
  }

  /** Waits until the instance has to end. */
  public void await() throws InterruptedException {
    ended.await();
  }

  @Override
  public boolean within(long time, TimeUnit unit) throws InterruptedException {
    return ended.await(time, unit);
  }
}
