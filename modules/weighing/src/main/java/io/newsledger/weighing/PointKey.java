package io.newsledger.weighing;

import io.newsledger.events.MarketClaim;
import io.newsledger.events.Metric;
import io.newsledger.events.Modality;
import io.newsledger.events.SeriesPoint;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Where a figure belongs. Figures that differ in any of this never meet, but that a count of the
 * whole is at least that of a part.
 *
 * @param entities whose figure, sorted
 * @param metric what is measured
 * @param unit PERCENT, COUNT or a currency
 * @param forecast whether it is a target or forecast
 * @param date what the figure holds for; the month of publication where the claim does not say
 */
public record PointKey(
    List<String> entities, Metric metric, String unit, boolean forecast, String date) {
  private static final String TOGETHER = "+";

  public PointKey {
    entities = List.copyOf(entities);
  }

  /** The point a claim belongs to. */
  public static PointKey of(MarketClaim claim) {
    return new PointKey(
        claim.getEntities().stream().sorted().toList(),
        claim.getMetric(),
        claim.getUnit(),
        claim.getModality() == Modality.ANNOUNCED,
        dated(claim)
            ? claim.getAsOf()
            : YearMonth.from(claim.getPublishedAt().atZone(ZoneOffset.UTC)).toString());
  }

  /** Whether a claim gives the date it holds for. */
  public static boolean dated(MarketClaim claim) {
    return PartialDate.parse(claim.getAsOf()).isPresent();
  }

  /** The entities as one text: what figures are partitioned by. */
  public static String subject(List<String> entities) {
    return entities.stream().sorted().reduce((a, b) -> a + TOGETHER + b).orElse("");
  }

  /** What a point is of and for: entities, metric, unit, actual or forecast, scope, date. */
  public static List<String> place(SeriesPoint point) {
    return List.of(
        subject(point.getEntities()),
        point.getMetric().name(),
        point.getUnit(),
        kind(point.getForecast()),
        point.getScope() == null ? "" : point.getScope(),
        point.getDate());
  }

  /** {@link #subject(List)} of this point. */
  public String subject() {
    return subject(entities);
  }

  /** "forecast" or "actual", as a part of keys. */
  public String kind() {
    return kind(forecast);
  }

  private static String kind(boolean forecast) {
    return forecast ? "forecast" : "actual";
  }
}
