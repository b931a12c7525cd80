package io.newsledger.benchmarks;

import java.util.Objects;

/**
 * Two ways of doing the same work.
 *
 * @param what is measured, in words
 * @param against the yardstick, in words
 * @param unit of work, plural: articles
 * @param target least ratio that is wanted; 0 if none is
 * @param ours the ledger's way
 * @param yardstick the other way
 * @param end gives back what both hold
 * @param megabytes of a unit of work; 0 where that tells nothing
 */
record Comparison(
    String what,
    String against,
    String unit,
    double target,
    Contender ours,
    Contender yardstick,
    End end,
    double megabytes) {
  Comparison {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(against, "against");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(ours, "ours");
    Objects.requireNonNull(yardstick, "yardstick");
    Objects.requireNonNull(end, "end");
  }

  /** One whose megabytes tell nothing. */
  Comparison(
      String what,
      String against,
      String unit,
      double target,
      Contender ours,
      Contender yardstick,
      End end) {
    this(what, against, unit, target, ours, yardstick, end, 0);
  }

  /** Gives back what is held. */
  @FunctionalInterface
  interface End {
    /** Does it. */
    void run() throws Exception;
  }
}
