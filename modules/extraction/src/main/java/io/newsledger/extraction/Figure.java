package io.newsledger.extraction;

import java.util.List;
import java.util.Objects;

/**
 * One number that measures market position or adoption.
 *
 * @param entities whose figure it is, canonical short names; more than one for one combined figure
 * @param metric what is measured
 * @param scope market, region, product or platform that limits it, as worded, or null
 * @param value number in full, percent as 0 to 100
 * @param unit PERCENT, COUNT or an ISO 4217 currency code
 * @param bound how it limits the true value
 * @param asOf ISO 8601 date the figure holds for, as precise as said, or null
 * @param modality certainty; ANNOUNCED for targets and forecasts
 * @param quote words it stands on
 */
public record Figure(
    List<String> entities,
    Metric metric,
    String scope,
    double value,
    String unit,
    Bound bound,
    String asOf,
    Modality modality,
    Quote quote) {
  public Figure {
    entities = List.copyOf(entities);
    if (entities.isEmpty()) {
      throw new IllegalArgumentException("a figure needs an entity");
    }
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(bound, "bound");
    Objects.requireNonNull(modality, "modality");
    Objects.requireNonNull(quote, "quote");
  }

  /** The same for another date; null for none. */
  public Figure at(String date) {
    return new Figure(entities, metric, scope, value, unit, bound, date, modality, quote);
  }
}
