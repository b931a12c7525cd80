package io.newsledger.extraction.judge;

import io.newsledger.extraction.phrase.Lines;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a logistic regression has learnt: a weight for each feature, and a bias. Features that it
 * has never met count for nothing. Immutable.
 */
public final class Weights {
  /** Name under which the bias stands in files. */
  public static final String BIAS = "(bias)";

  private static final int SHOWN_DIGITS = 4;

  private final double bias;
  private final Map<String, Double> byFeature;

  /**
   * Takes weights as learnt.
   *
   * @param bias weight of a candidate without any feature
   * @param byFeature weight of each feature
   */
  public Weights(double bias, Map<String, Double> byFeature) {
    this.bias = bias;
    this.byFeature = Map.copyOf(byFeature);
  }

  /**
   * Reads a resource of two columns, feature and weight. Other rows, of one name of the caller's
   * own and a number, are read with {@link #number}.
   *
   * @throws IllegalStateException if there is no such resource, or a row has no number
   */
  public static Weights load(Class<?> beside, String resource) {
    Map<String, Double> weights = new TreeMap<>();
    for (List<String> row : Lines.columns(beside, resource)) {
      if (row.size() != 2 || weights.put(row.get(0), value(row)) != null) {
        throw new IllegalStateException(resource + " holds no weight, or a second one: " + row);
      }
    }
    Double bias = weights.remove(BIAS);
    if (bias == null) {
      throw new IllegalStateException(resource + " has no " + BIAS);
    }
    return new Weights(bias, weights);
  }

  private static double value(List<String> row) {
    try {
      return Double.parseDouble(row.get(1));
    } catch (NumberFormatException e) {
      throw new IllegalStateException("no number: " + row, e);
    }
  }

  /** A number that the caller keeps beside the weights: a threshold. */
  public double number(String name) {
    Double number = byFeature.get(name);
    if (number == null) {
      throw new IllegalStateException("there is no " + name + " among the weights");
    }
    return number;
  }

  /** Probability that a candidate with these features counts, 0 to 1. */
  public double probability(Collection<String> features) {
    double sum = bias;
    // In one order, since addition of doubles depends on it.
    for (String feature : new TreeSet<>(features)) {
      sum += byFeature.getOrDefault(feature, 0.0);
    }
    return probability(sum);
  }

  static double probability(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }

  /**
   * The features that say most for or against a candidate, each with its weight: {@code clause=main
   * +1.2, owner=guess -0.8}.
   *
   * @param most how many at most
   */
  public String reasons(Collection<String> features, int most) {
    return features.stream()
        .distinct()
        .filter(byFeature::containsKey)
        .sorted(
            Comparator.comparingDouble((String f) -> -Math.abs(byFeature.get(f)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .map(f -> f + String.format(Locale.ROOT, " %+.1f", byFeature.get(f)))
        .collect(Collectors.joining(", "));
  }

  /** The rows of a resource that {@link #load} reads, the bias first, then by name. */
  public List<String> rows() {
    List<String> rows = new ArrayList<>();
    rows.add(row(BIAS, bias));
    new TreeMap<>(byFeature).forEach((feature, weight) -> rows.add(row(feature, weight)));
    return rows;
  }

  private static String row(String name, double value) {
    return name + "\t" + String.format(Locale.ROOT, "%." + SHOWN_DIGITS + "f", value);
  }
}
