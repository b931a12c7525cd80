package io.newsledger.extraction.judge;

import java.util.Objects;
import java.util.Set;

/**
 * A candidate of which is known whether it counts.
 *
 * @param group what it must not be parted from in cross-validation: its article
 * @param features what is true of it
 * @param right whether it counts
 * @param weight how much it says, more than 0; 1 for what stands in one article
 */
public record Example(String group, Set<String> features, boolean right, double weight) {
  public Example {
    Objects.requireNonNull(group, "group");
    features = Set.copyOf(features);
    if (!(weight > 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException("a weight is a number above 0, not " + weight);
    }
  }
}
