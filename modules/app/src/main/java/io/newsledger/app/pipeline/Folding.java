package io.newsledger.app.pipeline;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.drain.Backlog;
import io.newsledger.app.drain.Drain;
import io.newsledger.app.drain.DrainException;
import io.newsledger.query.Ledger;
import io.newsledger.query.Limits;
import io.newsledger.query.state.StateUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the work of applications, which are started anew when they stand still.
 *
 * @param cluster their brokers
 * @param ending ends the wait
 * @param progress hears how far they are
 * @param patience how long nothing may move before they are started anew, each time; the last ends
 *     the wait
 */
record Folding(Cluster cluster, Ending ending, Progress progress, List<Duration> patience) {
  private static final Logger LOG = LoggerFactory.getLogger(Folding.class);

  /**
   * A rebalance, a session and a transaction that end by time-out are over within half a minute;
   * where that was not all, a fresh start is what helps.
   */
  static final List<Duration> PATIENCE =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(3),
          Duration.ofMinutes(5));

  /** As long as it goes on, it may last. */
  private static final Duration FOREVER = Duration.ofDays(365);

  /** How long a store may be at another instance before that is where it stays. */
  private static final Duration ELSEWHERE = Duration.ofSeconds(30);

  private static final long LOOK_MILLIS = 20;

  Folding {
    patience = List.copyOf(patience);
  }

  /** Ends applications and starts them again. */
  @FunctionalInterface
  interface Restart {
    Applications again(Applications standing) throws InterruptedException;
  }

  /**
   * Returns when everything on the topics is folded and all stores can be read.
   *
   * @throws CommandFailure if the instance has to end before, or the work stands still whatever is
   *     done
   */
  void await(Applications applications, Restart restart) throws InterruptedException {
    Applications working = applications;
    for (int times = 0; !isDone(working, patience.get(times)); times++) {
      long seconds = patience.get(times).toSeconds();
      if (times + 1 == patience.size()) {
        throw new CommandFailure(
            "the work stands still: nothing moved for %d seconds, though the applications were"
                    .formatted(seconds)
                + " started anew "
                + times
                + " times. The log in the data folder says more; started again, it continues where"
                + " it was");
      }
      LOG.warn("nothing moved for {} s: the applications are started anew", seconds);
      progress.say("nothing moved for " + seconds + " seconds: the applications are started anew");
      working = restart.again(working);
    }
  }

  /** False if nothing moves for so long. */
  private boolean isDone(Applications applications, Duration bound) throws InterruptedException {
    String reading = applications.stages().get(0).application();
    Stall stall = new Stall(ending, bound, applications::restored);
    try (Drain drain =
        Drain.connect(cluster.connection()::properties, applications.stages(), Cluster.REQUEST)) {
      drain.await(
          FOREVER,
          stall,
          backlog -> {
            stall.at(backlog);
            progress.at(words(backlog, reading));
          });
    } catch (DrainException e) {
      if (!ending.isOver() && stall.isOver()) {
        LOG.warn("{}", e.getMessage());
        return false;
      }
      throw ending.failure().orElseGet(() -> new CommandFailure(e.getMessage(), e));
    }
    return unreadable(applications, bound).isEmpty();
  }

  /**
   * Returns when all stores can be read: what is committed is in them once they are restored, not
   * before.
   *
   * @throws CommandFailure if the instance has to end before, or the last patience is over
   */
  void awaitReadable(Applications applications) throws InterruptedException {
    Optional<StateUnavailable> missing =
        unreadable(applications, patience.get(patience.size() - 1));
    if (missing.isPresent()) {
      throw new CommandFailure(
          "the state stores cannot be read: " + missing.get().getMessage() + "; see the log",
          missing.get());
    }
  }

  /** What cannot be read, if nothing moves for so long; empty once all can be. */
  private Optional<StateUnavailable> unreadable(Applications applications, Duration bound)
      throws InterruptedException {
    Ledger ledger = new Ledger(applications.state(), Limits.DEFAULT);
    Stall stall = new Stall(ending, bound, applications::restored);
    long start = System.nanoTime();
    StateUnavailable missing = look(ledger);
    while (missing != null) {
      progress.at(opening(applications.toRestore()));
      if (ending.within(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        throw ending.failure().orElseGet(() -> new CommandFailure("stopped before all was folded"));
      }
      long waited = System.nanoTime() - start;
      if (missing.reason() == StateUnavailable.Reason.NOT_HERE && waited > ELSEWHERE.toNanos()) {
        throw new CommandFailure(
            "other instances on these brokers hold a part of the state, and this one keeps no copy"
                + " of it: let instances ask each other (--advertise, at each), or set"
                + " num.standby.replicas to one less than there are instances, in the file of"
                + " --kafka-config",
            missing);
      }
      if (stall.isOver()) {
        LOG.warn("the state stores cannot be read: {}", missing.getMessage());
        return Optional.of(missing);
      }
      missing = look(ledger);
    }
    return Optional.empty();
  }

  private static StateUnavailable look(Ledger ledger) {
    try {
      ledger.check();
      return null;
    } catch (StateUnavailable e) {
      return e;
    }
  }

  private static String opening(long toRestore) {
    return toRestore == 0
        ? "opening the state stores"
        : "restoring the state: " + toRestore + " records to go";
  }

  private static String words(Backlog backlog, String reading) {
    String work =
        backlog.application().equals(reading) ? "reading the articles" : "weighing the claims";
    return backlog.offsets() == 0 ? work : work + ": " + backlog.offsets() + " to go";
  }
}
