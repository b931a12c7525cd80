package io.newsledger.extraction.figure;

/**
 * Hears what becomes of each figure that the patterns propose, so that a reading can be explained.
 */
@FunctionalInterface
public interface FigureTrace {
  /** Hears nothing. */
  FigureTrace NONE = (candidate, kept, why) -> {};

  /**
   * A figure was judged.
   *
   * @param kept whether it counts
   * @param why its probability, and the features that say most for or against it
   */
  void judged(Candidate candidate, boolean kept, String why);
}
