package io.newsledger.extraction.figure;

import io.newsledger.extraction.Metric;
import io.newsledger.extraction.number.Quantity;

/**
 * A number that has found its metric.
 *
 * @param quantity the number
 * @param metric what it measures
 * @param trigger the words that say so: its own, or those of the number it follows
 * @param role how it stands to the number it took its metric from
 * @param base the number it took its metric from; null if the words are its own
 */
record Measure(Quantity quantity, Metric metric, Trigger trigger, Role role, Measure base) {
  /** Part in a comparison. */
  enum Role {
    /** Stands for itself. */
    PLAIN,
    /** What it was before: up from 1%. */
    EARLIER,
    /** What it has become: from 55% to 40%. */
    LATER,
    /** The same metric of another entity: compared with 21% for B. */
    OTHER
  }

  Measure as(Role other) {
    return new Measure(quantity, metric, trigger, other, base);
  }

  /** Value in full, in the figure's unit. */
  double value() {
    return quantity.value();
  }

  /** Unit of the figure. */
  String unit() {
    return quantity.unit().equals(Quantity.MULTIPLE) ? Quantity.COUNT : quantity.unit();
  }
}
