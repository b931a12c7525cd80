package io.newsledger.extraction.figure;

import io.newsledger.extraction.Figure;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A figure that the patterns propose.
 *
 * @param figure what it says
 * @param features what is true of it, for the judge
 * @param place number of the printed number that it is read from; of several readings of one only
 *     one can count
 * @param datings the dates that it could hold for
 */
public record Candidate(Figure figure, Set<String> features, int place, List<Dating> datings) {
  public Candidate {
    Objects.requireNonNull(figure, "figure");
    features = Set.copyOf(features);
    datings = List.copyOf(datings);
  }
}
