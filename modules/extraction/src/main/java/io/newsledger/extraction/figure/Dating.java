package io.newsledger.extraction.figure;

import java.util.Set;

/**
 * A date that a figure could hold for.
 *
 * @param iso ISO 8601, as precise as said; null for no date
 * @param features what is true of it, for the judge of dates
 */
public record Dating(String iso, Set<String> features) {
  public Dating {
    features = Set.copyOf(features);
  }
}
