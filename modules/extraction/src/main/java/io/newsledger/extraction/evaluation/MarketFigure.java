package io.newsledger.extraction.evaluation;

import java.util.Set;

/**
 * A market figure.
 *
 * @param entities folded names
 * @param family metric, shares of all kinds as one
 * @param unit PERCENT, COUNT or a currency
 * @param value number in full
 */
record MarketFigure(
    Set<String> entities,
    String family,
    String unit,
    double value,
    String date,
    boolean optional,
    String label)
    implements Fact {
  private static final double TOLERANCE = 0.005;
  private static final double TINY = 1e-9;

  MarketFigure {
    entities = Set.copyOf(entities);
  }

  @Override
  public boolean matches(Fact other) {
    return other instanceof MarketFigure figure
        && entities.equals(figure.entities)
        && family.equals(figure.family)
        && unit.equals(figure.unit)
        && isClose(figure.value);
  }

  /** The same number of others. */
  MarketFigure with(Set<String> others) {
    return new MarketFigure(others, family, unit, value, date, optional, label);
  }

  private boolean isClose(double other) {
    double largest = Math.max(Math.max(Math.abs(value), Math.abs(other)), TINY);
    return Math.abs(value - other) <= TOLERANCE * largest;
  }
}
