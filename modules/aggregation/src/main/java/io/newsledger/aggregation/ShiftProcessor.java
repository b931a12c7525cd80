package io.newsledger.aggregation;

import io.newsledger.events.SeriesPoint;
import io.newsledger.events.Shift;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Stores;
import io.newsledger.weighing.PointKey;
import io.newsledger.weighing.ShiftFold;
import io.newsledger.weighing.ShiftRule;
import io.newsledger.weighing.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Keeps the shifts of each series. A point that came, changed or went, as its row tells already,
 * bears on which points of its year follow each other, and on the point that follows that year:
 * their shifts are made anew; what no longer holds is withdrawn.
 */
final class ShiftProcessor extends ContextualProcessor<String, PointChange, String, Shift> {
  /** Behind every date of the year it is appended to. */
  private static final String AFTER = "~";

  private final ShiftRule rule;
  private Rows<SeriesPoint> series;
  private Rows<Shift> shifts;

  private ShiftProcessor(ShiftRule rule) {
    this.rule = rule;
  }

  static ProcessorSupplier<String, PointChange, String, Shift> supplier(
      EventSerdes serdes, ShiftRule rule) {
    return new StoringSupplier<>(
        () -> new ShiftProcessor(rule), Set.of(Rows.builder(Stores.SHIFTS, serdes)));
  }

  @Override
  public void init(ProcessorContext<String, Shift> context) {
    super.init(context);
    series = Rows.of(context, Stores.SERIES);
    shifts = Rows.of(context, Stores.SHIFTS);
  }

  @Override
  public void process(Record<String, PointChange> message) {
    PointChange change = message.value();
    if (isFixed(change.before()) || isFixed(change.after())) {
      fold(message, change);
    }
  }

  private void fold(Record<String, PointChange> message, PointChange change) {
    SeriesPoint point = change.any();
    List<String> place = PointKey.place(point);
    String[] of = place.subList(0, place.size() - 1).toArray(String[]::new);
    String year = point.getDate().substring(0, 4);
    Optional<SeriesPoint> next = next(of, year, point);
    List<SeriesPoint> window = new ArrayList<>();
    previous(of, year, point).ifPresent(window::add);
    series.range(row(of, year), row(of, year + AFTER)).stream()
        .filter(one -> Timeline.areComparable(one, point))
        .forEach(window::add);
    next.ifPresent(window::add);
    if (window.size() <= 1 && change.before() == null) {
      // A new point that nothing comes before or behind: there is no shift, and there was none.
      return;
    }
    TreeMap<String, Shift> changed = new TreeMap<>();
    shifts.range(row(of, year), row(of, year + AFTER)).stream()
        .map(told -> told.getAfter().getDate())
        .filter(date -> Timeline.areComparable(point, date))
        .forEach(date -> changed.put(date, null));
    next.ifPresent(one -> changed.put(one.getDate(), null));
    for (Shift shift : ShiftFold.fold(rule, window)) {
      changed.put(shift.getAfter().getDate(), shift);
    }
    for (Map.Entry<String, Shift> shift : changed.entrySet()) {
      if (shifts.change(row(of, shift.getKey()), shift.getValue())) {
        String key = String.join("|", of) + "|" + shift.getKey();
        context().forward(message.withKey(key).withValue(shift.getValue()));
      }
    }
  }

  /** The last point before the year that has a follower. */
  private Optional<SeriesPoint> previous(String[] of, String year, SeriesPoint like) {
    // Behind a point stand those that lie in its time: the last one holds none.
    List<SeriesPoint> last = new ArrayList<>();
    series.visit(
        RowKey.first(of),
        row(of, year),
        true,
        point -> {
          if (!point.getDate().startsWith(year) && counts(point, like)) {
            last.add(point);
          }
          return last.isEmpty();
        });
    return last.stream().findFirst();
  }

  /** The first point behind the year that follows another. */
  private Optional<SeriesPoint> next(String[] of, String year, SeriesPoint like) {
    List<SeriesPoint> first = new ArrayList<>();
    series.visit(
        row(of, year + AFTER),
        RowKey.last(of),
        false,
        point -> {
          if (counts(point, like)) {
            if (!first.isEmpty() && !Timeline.contains(first.get(0), point)) {
              return false;
            }
            first.clear();
            first.add(point);
          }
          return true;
        });
    return first.stream().findFirst();
  }

  private static boolean counts(SeriesPoint point, SeriesPoint like) {
    return Timeline.isFixed(point) && Timeline.areComparable(point, like);
  }

  private static boolean isFixed(SeriesPoint point) {
    return point != null && Timeline.isFixed(point);
  }

  private static String row(String[] of, String date) {
    String[] parts = Arrays.copyOf(of, of.length + 1);
    parts[of.length] = date;
    return RowKey.of(parts);
  }
}
