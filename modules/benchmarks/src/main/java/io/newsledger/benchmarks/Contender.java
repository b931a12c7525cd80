package io.newsledger.benchmarks;

/** One side of a comparison. */
@FunctionalInterface
interface Contender {
  /** Lays ready what the next run works on; not timed. */
  default void prepare() throws Exception {}

  /**
   * Does the whole work once.
   *
   * @return how much was done, in the unit of the comparison
   */
  long run() throws Exception;
}
