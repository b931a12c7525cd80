package io.newsledger.extraction.evaluation;

/**
 * Counts of one kind of fact.
 *
 * @param gold facts there are
 * @param found facts that were found, those that count for nothing left out
 * @param right found ones that are so
 * @param dated right ones whose date agrees
 */
public record Tally(int gold, int found, int right, int dated) {
  /** No counts. */
  public static final Tally NONE = new Tally(0, 0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(
        gold + other.gold, found + other.found, right + other.right, dated + other.dated);
  }

  /** Share of what was found that is right; with nothing found, 1 if there was nothing. */
  public double precision() {
    return found == 0 ? (gold == 0 ? 1 : 0) : (double) right / found;
  }

  /** Share of what there is that was found. */
  public double recall() {
    return gold == 0 ? 1 : (double) right / gold;
  }

  /** Harmonic mean of precision and recall. */
  public double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }

  /** Share of the right ones whose date agrees; NaN if none is right. */
  public double dates() {
    return right == 0 ? Double.NaN : (double) dated / right;
  }
}
