package io.newsledger.query;

/**
 * How much one question may cost.
 *
 * @param scan rows of a store that are looked at
 * @param answer items in a list that is answered
 * @param claims claims that are resolved in one answer
 * @param export rows of a store that are exported
 */
public record Limits(int scan, int answer, int claims, int export) {
  /** For answers to many askers. */
  public static final Limits DEFAULT = new Limits(200_000, 500, 2_000, 100_000);

  public Limits {
    if (scan < 1 || answer < 1 || claims < 1 || export < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
  }

  /** The same, with exports as large as memory allows. */
  public Limits exportingAll() {
    return new Limits(Integer.MAX_VALUE, answer, claims, Integer.MAX_VALUE);
  }
}
