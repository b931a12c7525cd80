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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Keeps the shifts of each series. A point that came, changed or went, as its row tells already,
 * bears on what follows what at five places at most: at itself, at the month and the year that hold
 * it, at the next point behind it, and all those by the last one before it. Their shifts are made
 * anew, however long the series; what no longer holds is withdrawn.
 */
final class ShiftProcessor extends ContextualProcessor<String, PointChange, String, Shift> {
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
    List<SeriesPoint> wholes = wholes(of, point);
    Optional<SeriesPoint> previous = previous(of, point);
    Optional<SeriesPoint> next = next(of, point);
    List<SeriesPoint> window = new ArrayList<>(wholes);
    previous.ifPresent(window::add);
    next.ifPresent(window::add);
    if (window.isEmpty() && change.before() == null) {
      // A new point that nothing comes before or behind: there is no shift, and there was none.
      return;
    }
    if (change.after() != null) {
      window.add(change.after());
    }
    TreeMap<String, Shift> found = new TreeMap<>();
    ShiftFold.fold(rule, window).forEach(shift -> found.put(shift.getAfter().getDate(), shift));
    TreeSet<String> touched = new TreeSet<>(Set.of(point.getDate()));
    wholes.forEach(whole -> touched.add(whole.getDate()));
    next.ifPresent(one -> touched.add(one.getDate()));
    for (String date : touched) {
      Shift shift = found.get(date);
      if (shifts.change(row(of, date), shift)) {
        String key = String.join("|", of) + "|" + date;
        context().forward(message.withKey(key).withValue(shift));
      }
    }
  }

  /** The points in whose time this one lies: of its year, of its month. */
  private List<SeriesPoint> wholes(String[] of, SeriesPoint point) {
    List<SeriesPoint> found = new ArrayList<>();
    for (String date : Timeline.wholes(point.getDate())) {
      SeriesPoint whole = series.get(row(of, date));
      if (whole != null && counts(whole, point)) {
        found.add(whole);
      }
    }
    return found;
  }

  /** The last point before this one that has a follower. */
  private Optional<SeriesPoint> previous(String[] of, SeriesPoint point) {
    // Behind a point stand those that lie in its time: the last one holds none, unless it is one
    // that this one lies in.
    List<SeriesPoint> last = new ArrayList<>();
    series.visit(
        RowKey.first(of),
        row(of, point.getDate()),
        true,
        one -> {
          if (counts(one, point) && !point.getDate().startsWith(one.getDate())) {
            last.add(one);
          }
          return last.isEmpty();
        });
    return last.stream().findFirst();
  }

  /** The first point behind this one that follows another. */
  private Optional<SeriesPoint> next(String[] of, SeriesPoint point) {
    List<SeriesPoint> first = new ArrayList<>();
    series.visit(
        row(of, point.getDate()),
        RowKey.last(of),
        false,
        one -> {
          if (counts(one, point) && !one.getDate().equals(point.getDate())) {
            if (!first.isEmpty() && !Timeline.contains(first.get(0), one)) {
              return false;
            }
            first.clear();
            first.add(one);
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
