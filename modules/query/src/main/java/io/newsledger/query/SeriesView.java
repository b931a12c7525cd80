package io.newsledger.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Metric;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.json.EventJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Points grouped into series, series sorted by what they are of, points by date. */
final class SeriesView {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> OF_SERIES =
      List.of("entities", "metric", "scope", "unit", "forecast");

  private static final List<Metric> METRICS = List.of(Metric.values());

  private SeriesView() {}

  /** The series as an array. */
  static ArrayNode of(Collection<SeriesPoint> points) {
    return of(points, points);
  }

  /**
   * A part of the points as an array of series.
   *
   * @param all points of these series, of which some words are chosen
   */
  static ArrayNode of(Collection<SeriesPoint> part, Collection<SeriesPoint> all) {
    Map<Key, List<SeriesPoint>> whole = grouped(all);
    ArrayNode array = JSON.arrayNode();
    grouped(part).forEach((key, points) -> array.add(of(points, whole.get(key))));
    return array;
  }

  /** The place of a point in the order of series and dates. */
  static List<String> place(SeriesPoint point) {
    Key key = Key.of(point);
    return List.of(
        "",
        key.entities().replace('\u0000', '\u0001'),
        String.format(Locale.ROOT, "%03d", METRICS.indexOf(key.metric())),
        key.scope(),
        key.unit(),
        Boolean.toString(key.forecast()),
        point.getDate());
  }

  private static Map<Key, List<SeriesPoint>> grouped(Collection<SeriesPoint> points) {
    TreeMap<Key, List<SeriesPoint>> series = new TreeMap<>();
    points.forEach(
        point -> series.computeIfAbsent(Key.of(point), key -> new ArrayList<>()).add(point));
    return series;
  }

  private static ObjectNode of(List<SeriesPoint> points, List<SeriesPoint> all) {
    points.sort(Comparator.comparing(SeriesPoint::getDate));
    ObjectNode first = EventJson.of(points.get(0));
    ObjectNode series = JSON.objectNode();
    OF_SERIES.forEach(name -> series.set(name, first.get(name)));
    series.put("scopeWorded", worded(all));
    ArrayNode array = series.putArray("points");
    points.forEach(point -> array.add(EventJson.of(point).remove(OF_SERIES)));
    return series;
  }

  /** The wording of most points; of equals the first. */
  private static String worded(List<SeriesPoint> points) {
    return points.stream()
        .map(SeriesPoint::getScopeWorded)
        .filter(scope -> scope != null)
        .collect(Collectors.groupingBy(scope -> scope, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .min(
            Comparator.comparing((Map.Entry<String, Long> entry) -> -entry.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /** What points of one series share. */
  private record Key(String entities, Metric metric, String scope, String unit, boolean forecast)
      implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::entities)
            .thenComparing(Key::metric)
            .thenComparing(Key::scope)
            .thenComparing(Key::unit)
            .thenComparing(Key::forecast);

    static Key of(SeriesPoint point) {
      return new Key(
          String.join("\u0000", point.getEntities()),
          point.getMetric(),
          point.getScope() == null ? "" : point.getScope(),
          point.getUnit(),
          point.getForecast());
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }
}
