package io.newsledger.app.pipeline;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.drain.Backlog;
import io.newsledger.app.drain.Drain;
import io.newsledger.app.drain.DrainException;
import io.newsledger.query.Ledger;
import io.newsledger.query.Limits;
import io.newsledger.query.state.StateUnavailable;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the work of applications.
 *
 * @param cluster their brokers
 * @param ending ends the wait
 * @param progress hears how far they are
 */
record Folding(Cluster cluster, Ending ending, Progress progress) {
  /** How long work may stand still before it is given up. */
  private static final Duration STALL = Duration.ofMinutes(5);

  /** As long as it goes on, it may last. */
  private static final Duration FOREVER = Duration.ofDays(365);

  /** How long a store may be at another instance before that is where it stays. */
  private static final Duration ELSEWHERE = Duration.ofSeconds(30);

  private static final long LOOK_MILLIS = 20;

  /**
   * Returns when everything on the topics is folded and all stores can be read.
   *
   * @throws CommandFailure if the instance has to end before, or the work stands still
   */
  void await(Applications applications) throws InterruptedException {
    String reading = applications.stages().get(0).application();
    try (Drain drain =
        Drain.connect(cluster.connection()::properties, applications.stages(), Cluster.REQUEST)) {
      Stall stall = new Stall(ending, STALL);
      drain.await(
          FOREVER,
          stall,
          backlog -> {
            stall.at(backlog);
            progress.at(words(backlog, reading));
          });
    } catch (DrainException e) {
      throw ending.failure().orElseGet(() -> new CommandFailure(e.getMessage(), e));
    }
    awaitReadable(applications);
  }

  /**
   * Returns when all stores can be read: what is committed is in them once they are restored, not
   * before.
   */
  void awaitReadable(Applications applications) throws InterruptedException {
    progress.at("opening the state stores");
    Ledger ledger = new Ledger(applications.state(), Limits.DEFAULT);
    long start = System.nanoTime();
    StateUnavailable missing = look(ledger);
    while (missing != null) {
      if (ending.within(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        throw ending.failure().orElseGet(() -> new CommandFailure("stopped before all was folded"));
      }
      long waited = System.nanoTime() - start;
      if (missing.reason() == StateUnavailable.Reason.NOT_HERE && waited > ELSEWHERE.toNanos()) {
        throw new CommandFailure(
            "other instances on these brokers hold a part of the state, and this one keeps no copy of"
                + " it: stop or ask them, or set num.standby.replicas to one less than there are"
                + " instances, in the file of --kafka-config",
            missing);
      }
      if (waited > STALL.toNanos()) {
        throw new CommandFailure(
            "the state stores cannot be read: " + missing.getMessage() + "; see the log", missing);
      }
      missing = look(ledger);
    }
  }

  private static StateUnavailable look(Ledger ledger) {
    try {
      ledger.check();
      return null;
    } catch (StateUnavailable e) {
      return e;
    }
  }

  private static String words(Backlog backlog, String reading) {
    String work =
        backlog.application().equals(reading) ? "reading the articles" : "weighing the claims";
    return backlog.offsets() == 0 ? work : work + ": " + backlog.offsets() + " to go";
  }
}
