package io.newsledger.extraction.figure;

import io.newsledger.extraction.Figure;
import java.util.Objects;
import java.util.Set;

/**
 * A figure that the patterns propose.
 *
 * @param figure what it says
 * @param features what is true of it, for the judge
 */
public record Candidate(Figure figure, Set<String> features) {
  public Candidate {
    Objects.requireNonNull(figure, "figure");
    features = Set.copyOf(features);
  }
}
