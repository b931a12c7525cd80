package io.newsledger.weighing;

import io.newsledger.events.Metric;
import io.newsledger.events.Modality;
import io.newsledger.events.SeriesPoint;
import io.newsledger.weighing.PartialDate.Precision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Points of one series one after the other, though their dates are of different precision.
 *
 * <p>Years, months and days either lie apart or one in the other. A point in whose time a more
 * precise one lies is left out, so that those left over lie apart. Of revenue, which is earned over
 * a time and not held at one, only points of the same precision follow each other.
 */
public final class Timeline {
  private Timeline() {}

  /** Whether a point is of something actual that somebody stands by: no forecast, no rumour. */
  public static boolean isCertain(SeriesPoint point) {
    return !point.getForecast() && point.getModality() == Modality.REPORTED;
  }

  /** Whether a point can be of a shift: certain, a number, and with a date that a claim gives. */
  public static boolean isFixed(SeriesPoint point) {
    return isCertain(point)
        && point.getDated()
        && Double.isFinite(point.getValue())
        && PartialDate.parse(point.getDate()).isPresent();
  }

  /** Whether two points of one series may follow each other, by their precision. */
  public static boolean areComparable(SeriesPoint one, SeriesPoint other) {
    return areComparable(one, other.getDate());
  }

  /** Whether a point and one of this date in its series may follow each other. */
  public static boolean areComparable(SeriesPoint one, String date) {
    // Dates of one precision are of one length.
    return one.getMetric() != Metric.REVENUE || one.getDate().length() == date.length();
  }

  /** Whether the second lies in the time of the first. */
  public static boolean contains(SeriesPoint one, SeriesPoint other) {
    return other.getDate().startsWith(one.getDate())
        && other.getDate().length() > one.getDate().length();
  }

  /** The dates in whose time a point of this date lies, the longest time first: year, month. */
  public static List<String> wholes(String date) {
    return PartialDate.parse(date).map(PartialDate::wholes).orElse(List.of());
  }

  /**
   * The points that follow each other, in order; several rows of them where precisions may not
   * meet.
   *
   * @param points of one series, in any order, one a date, with dates that can be read
   */
  public static List<List<SeriesPoint>> of(Collection<SeriesPoint> points) {
    // As text, dates are in the order of their first days, and each before those that lie in it.
    List<SeriesPoint> ordered =
        points.stream().distinct().sorted(Comparator.comparing(SeriesPoint::getDate)).toList();
    Map<Precision, List<SeriesPoint>> rows = new EnumMap<>(Precision.class);
    for (SeriesPoint point : ordered) {
      boolean alone = point.getMetric() == Metric.REVENUE;
      List<SeriesPoint> row =
          rows.computeIfAbsent(alone ? precision(point) : Precision.DAY, p -> new ArrayList<>());
      while (!row.isEmpty() && contains(row.get(row.size() - 1), point)) {
        row.remove(row.size() - 1);
      }
      row.add(point);
    }
    return rows.values().stream().map(List::copyOf).toList();
  }

  private static Precision precision(SeriesPoint point) {
    return PartialDate.parse(point.getDate()).orElseThrow().precision();
  }
}
