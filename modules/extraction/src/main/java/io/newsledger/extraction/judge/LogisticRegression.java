package io.newsledger.extraction.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Logistic regression over features that are true or not, with an L2 penalty, by cyclic coordinate
 * descent: each step goes down by the bound of the curvature, so that it can never overshoot. The
 * same examples in the same order give the same weights to the bit.
 */
public final class LogisticRegression {
  private static final int MOST_SWEEPS = 2_000;
  private static final double SMALLEST_STEP = 1e-6;
  private static final double LARGEST_CURVATURE = 0.25;

  private final double penalty;
  private final int fewest;

  /**
   * Settings of the learner.
   *
   * @param penalty L2 penalty of a weight, above 0; the bias has none
   * @param fewest in how many examples a feature must be true to be learnt, at least 1
   */
  public LogisticRegression(double penalty, int fewest) {
    if (!(penalty > 0) || fewest < 1) {
      throw new IllegalArgumentException("penalty " + penalty + ", fewest " + fewest);
    }
    this.penalty = penalty;
    this.fewest = fewest;
  }

  /**
   * Learns from examples.
   *
   * @throws IllegalArgumentException if there is none that is right, or none that is not
   */
  public Weights learn(List<Example> examples) {
    if (examples.stream().allMatch(Example::right) || examples.stream().noneMatch(Example::right)) {
      throw new IllegalArgumentException("examples of both kinds are needed");
    }
    return new Descent(examples).run();
  }

  /** One learning in work. */
  private final class Descent {
    private final List<Example> examples;
    private final List<String> features = new ArrayList<>();

    /** For each feature, the examples in which it is true. */
    private final List<int[]> columns = new ArrayList<>();

    private final double[] logits;

    Descent(List<Example> examples) {
      this.examples = examples;
      this.logits = new double[examples.size()];
      Map<String, List<Integer>> places = new TreeMap<>();
      for (int i = 0; i < examples.size(); i++) {
        for (String feature : examples.get(i).features()) {
          places.computeIfAbsent(feature, f -> new ArrayList<>()).add(i);
        }
      }
      places.forEach(
          (feature, at) -> {
            if (at.size() >= fewest) {
              features.add(feature);
              columns.add(at.stream().mapToInt(i -> i).toArray());
            }
          });
    }

    Weights run() {
      int[] all = new int[examples.size()];
      for (int i = 0; i < all.length; i++) {
        all[i] = i;
      }
      double bias = 0;
      double[] weights = new double[columns.size()];
      for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
        double step = step(all, bias, 0);
        bias += step;
        double largest = Math.abs(step);
        for (int j = 0; j < weights.length; j++) {
          step = step(columns.get(j), weights[j], penalty);
          weights[j] += step;
          largest = Math.max(largest, Math.abs(step));
        }
        if (largest < SMALLEST_STEP) {
          break;
        }
      }
      Map<String, Double> byFeature = new HashMap<>();
      for (int j = 0; j < weights.length; j++) {
        byFeature.put(features.get(j), weights[j]);
      }
      return new Weights(bias, byFeature);
    }

    /** Moves one weight; returns by how much. */
    private double step(int[] places, double weight, double shrink) {
      double slope = shrink * weight;
      double curvature = shrink;
      for (int i : places) {
        Example example = examples.get(i);
        double wanted = example.right() ? 1 : 0;
        slope += example.weight() * (Weights.probability(logits[i]) - wanted);
        curvature += example.weight() * LARGEST_CURVATURE;
      }
      double step = -slope / curvature;
      for (int i : places) {
        logits[i] += step;
      }
      return step;
    }
  }
}
