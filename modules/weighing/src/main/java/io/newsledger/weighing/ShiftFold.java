package io.newsledger.weighing;

import io.newsledger.events.Agreement;
import io.newsledger.events.Direction;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.Shift;
import io.newsledger.events.ShiftPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Finds large changes in a series. A shift lies between two points that follow each other on the
 * {@link Timeline} of the points that are certain and dated, if their agreed values differ by what
 * the rule says, and no true value can be behind both: bounds ("over 600 million", "over 700
 * million"), approximations and rounding explain no shift.
 */
public final class ShiftFold {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ShiftFold() {}

  /**
   * The shifts of one series, by the date of their later points.
   *
   * @param points of the series, in any order, one a date; those that do not count are passed over
   */
  public static List<Shift> fold(ShiftRule rule, Collection<SeriesPoint> points) {
    List<Shift> shifts = new ArrayList<>();
    for (List<SeriesPoint> row : Timeline.of(points.stream().filter(Timeline::isFixed).toList())) {
      for (int i = 1; i < row.size(); i++) {
        between(rule, row.get(i - 1), row.get(i)).ifPresent(shifts::add);
      }
    }
    return List.copyOf(shifts);
  }

  private static Optional<Shift> between(ShiftRule rule, SeriesPoint before, SeriesPoint after) {
    BigDecimal old = BigDecimal.valueOf(before.getValue());
    BigDecimal change = BigDecimal.valueOf(after.getValue()).subtract(old);
    String unit = after.getUnit();
    if (change.signum() == 0
        || !isLarge(rule, unit, old, change)
        || range(before).meets(range(after))) {
      return Optional.empty();
    }
    String worded = after.getScopeWorded();
    return Optional.of(
        Shift.newBuilder()
            .setEntities(after.getEntities())
            .setMetric(after.getMetric())
            .setScope(after.getScope())
            .setScopeWorded(worded == null ? before.getScopeWorded() : worded)
            .setUnit(unit)
            .setDirection(change.signum() > 0 ? Direction.UP : Direction.DOWN)
            .setChange(change.doubleValue())
            .setChangePercent(percent(old, change))
            .setContested(isContested(before) || isContested(after))
            .setBefore(point(before))
            .setAfter(point(after))
            .setThreshold(rule.of(unit))
            .build());
  }

  private static boolean isLarge(ShiftRule rule, String unit, BigDecimal old, BigDecimal change) {
    BigDecimal least = BigDecimal.valueOf(rule.of(unit));
    BigDecimal needed =
        unit.equals(ShiftRule.PERCENT) ? least : least.multiply(old.abs()).divide(HUNDRED);
    return change.abs().compareTo(needed) >= 0;
  }

  private static Double percent(BigDecimal old, BigDecimal change) {
    return old.signum() == 0
        ? null
        : change.multiply(HUNDRED).divide(old.abs(), 2, RoundingMode.HALF_EVEN).doubleValue();
  }

  private static boolean isContested(SeriesPoint point) {
    return point.getAgreement() == Agreement.CONFLICTING;
  }

  private static ValueRange range(SeriesPoint point) {
    return ValueRange.of(point.getValue(), point.getUnit(), point.getBound());
  }

  private static ShiftPoint point(SeriesPoint point) {
    return ShiftPoint.newBuilder()
        .setKey(String.join("|", PointKey.place(point)))
        .setDate(point.getDate())
        .setValue(point.getValue())
        .setBound(point.getBound())
        .setAgreement(point.getAgreement())
        .setSources(point.getSources())
        .setClaims(point.getClaims())
        .setAgainst(point.getAgainst())
        .setImplied(point.getImplied())
        .build();
  }
}
