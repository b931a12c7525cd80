package io.newsledger.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Bound;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.json.EventJson;
import io.newsledger.weighing.PartialDate;
import io.newsledger.weighing.Timeline;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Figures of one metric, scope and unit, the greatest first: of each series the newest point that
 * had begun to hold by the date.
 *
 * <p>Of percentages it says how much of the whole is told. No entity counts twice: rows are counted
 * in the order of how many entities they combine, then of their value, and a row that shares an
 * entity with one that was counted is shown but not counted.
 *
 * @param scope normal form of the scope
 * @param unit unit of the values
 * @param rows the newest point of each series, the greatest first
 */
record Leaderboard(String scope, String unit, List<SeriesPoint> rows) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
  private static final String PERCENT = "PERCENT";
  private static final Comparator<SeriesPoint> GREATEST_FIRST =
      Comparator.comparing(SeriesPoint::getValue, Comparator.reverseOrder())
          .thenComparing(point -> String.join("+", point.getEntities()));
  private static final Comparator<SeriesPoint> WIDEST_FIRST =
      Comparator.comparing((SeriesPoint point) -> -point.getEntities().size())
          .thenComparing(GREATEST_FIRST);

  /** The day on which the newest of these points begins to hold; empty if there is none. */
  static Optional<LocalDate> newest(Collection<SeriesPoint> points) {
    return points.stream()
        .filter(Timeline::isCertain)
        .map(point -> date(point).first())
        .max(Comparator.naturalOrder());
  }

  /**
   * The boards of all scopes and units, those with most rows first.
   *
   * @param points of one metric
   * @param at day by which a point must have begun to hold
   * @param days days that may lie between the end of a point and that day
   */
  static List<Leaderboard> of(Collection<SeriesPoint> points, LocalDate at, int days) {
    Map<List<String>, Map<List<String>, List<SeriesPoint>>> boards =
        new TreeMap<>(Comparator.comparing((List<String> key) -> String.join("\u0000", key)));
    for (SeriesPoint point : points) {
      if (Timeline.isCertain(point) && !date(point).first().isAfter(at)) {
        String scope = point.getScope() == null ? "" : point.getScope();
        boards
            .computeIfAbsent(
                List.of(scope, point.getUnit()),
                key -> new TreeMap<>(Comparator.comparing((List<String> k) -> k.toString())))
            .computeIfAbsent(point.getEntities(), key -> new ArrayList<>())
            .add(point);
      }
    }
    List<Leaderboard> found = new ArrayList<>();
    boards.forEach(
        (key, series) -> {
          List<SeriesPoint> rows =
              series.values().stream()
                  .map(Leaderboard::last)
                  .filter(point -> age(point, at) <= days)
                  .sorted(GREATEST_FIRST)
                  .toList();
          if (!rows.isEmpty()) {
            found.add(new Leaderboard(key.get(0), key.get(1), rows));
          }
        });
    found.sort(Comparator.comparing(board -> -board.rows.size()));
    return List.copyOf(found);
  }

  /**
   * The board as JSON: {@code {scope, scopeWorded, unit, rows: [{rank, counted, days, point}],
   * told: {value, bound, rest}}}. Told is null but for percentages; the rest is null where more
   * than the whole is told, which figures of one whole cannot do.
   *
   * @param shown rows that are shown
   */
  ObjectNode json(LocalDate at, List<SeriesPoint> shown) {
    Set<SeriesPoint> counted = counted();
    ObjectNode board = JSON.objectNode();
    board.put("scope", scope.isEmpty() ? null : scope);
    board.put("scopeWorded", worded());
    board.put("unit", unit);
    ArrayNode array = board.putArray("rows");
    for (SeriesPoint point : shown) {
      ObjectNode row = array.addObject();
      row.put("rank", 1 + rows.stream().filter(one -> one.getValue() > point.getValue()).count());
      row.put("counted", counted.contains(point));
      row.put("days", age(point, at));
      row.set("point", EventJson.of(point));
    }
    board.set("told", unit.equals(PERCENT) ? told(counted) : JSON.nullNode());
    return board;
  }

  /** The place of a row in the order of all boards: that of {@link #of}, and of the rows. */
  List<String> place(SeriesPoint row) {
    return List.of(
        String.format(Locale.ROOT, "%010d", rows.size()),
        scope,
        unit,
        // The greater the value, the smaller this.
        String.format(Locale.ROOT, "%016x", ~ordered(row.getValue())),
        String.join("+", row.getEntities()));
  }

  /** The bits of a number, so that they are ordered as unsigned numbers are. */
  private static long ordered(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits < 0 ? ~bits : bits | Long.MIN_VALUE;
  }

  private Set<SeriesPoint> counted() {
    Set<String> entities = new HashSet<>();
    Set<SeriesPoint> counted = new HashSet<>();
    for (SeriesPoint point : rows.stream().sorted(WIDEST_FIRST).toList()) {
      if (Collections.disjoint(entities, point.getEntities())) {
        entities.addAll(point.getEntities());
        counted.add(point);
      }
    }
    return counted;
  }

  private static JsonNode told(Collection<SeriesPoint> counted) {
    BigDecimal sum =
        counted.stream()
            .map(point -> BigDecimal.valueOf(point.getValue()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    ObjectNode told = JSON.objectNode();
    told.put("value", plain(sum));
    told.put("bound", bound(counted).name());
    told.put("rest", sum.compareTo(WHOLE) > 0 ? null : plain(WHOLE.subtract(sum)));
    return told;
  }

  /** Without the trailing zeros that would tell equal sums apart. */
  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** What is known of a sum of figures of these bounds. */
  private static Bound bound(Collection<SeriesPoint> counted) {
    Set<Bound> bounds = counted.stream().map(SeriesPoint::getBound).collect(Collectors.toSet());
    boolean low = bounds.contains(Bound.AT_LEAST);
    boolean high = bounds.contains(Bound.AT_MOST);
    if (low != high) {
      return low ? Bound.AT_LEAST : Bound.AT_MOST;
    }
    return low || bounds.contains(Bound.ABOUT) ? Bound.ABOUT : Bound.EXACT;
  }

  /** The wording of the first row that has one. */
  private String worded() {
    return rows.stream()
        .map(SeriesPoint::getScopeWorded)
        .filter(scopeWorded -> scopeWorded != null)
        .findFirst()
        .orElse(null);
  }

  /** Of those that follow each other the last; of several such rows that which began last. */
  private static SeriesPoint last(List<SeriesPoint> series) {
    return Timeline.of(series).stream()
        .map(row -> row.get(row.size() - 1))
        .max(
            Comparator.comparing((SeriesPoint point) -> date(point).first())
                .thenComparing(point -> date(point).precision()))
        .orElseThrow();
  }

  private static long age(SeriesPoint point, LocalDate at) {
    return Math.max(0, ChronoUnit.DAYS.between(date(point).last(), at));
  }

  private static PartialDate date(SeriesPoint point) {
    return PartialDate.parse(point.getDate()).orElseThrow();
  }
}
