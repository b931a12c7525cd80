package io.newsledger.query;

import io.newsledger.events.Exodus;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.Shift;
import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Stores;
import io.newsledger.query.state.Keys;
import io.newsledger.query.state.StateReader;
import io.newsledger.query.state.StateReader.Rows;
import io.newsledger.weighing.ExodusFold;
import io.newsledger.weighing.ExodusKey;
import io.newsledger.weighing.PointKey;
import io.newsledger.weighing.ShiftFold;
import io.newsledger.weighing.Thresholds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Alerts and shifts in one state of knowledge. The present ones are read as they stand in the
 * stores; those of the past are found in what was known then.
 */
final class KnownSignals {
  private static final Comparator<Shift> BY_SERIES =
      Comparator.comparing((Shift shift) -> PointKey.subject(shift.getEntities()))
          .thenComparing(Shift::getMetric)
          .thenComparing(shift -> shift.getScope() == null ? "" : shift.getScope())
          .thenComparing(Shift::getUnit)
          .thenComparing(shift -> shift.getAfter().getDate());

  private final StateReader state;
  private final KnownState known;
  private final int scan;
  private final Thresholds thresholds;

  /**
   * @param scan rows that one method looks at, at most
   * @param thresholds those that the stores were made by
   */
  KnownSignals(StateReader state, KnownState known, int scan, Thresholds thresholds) {
    this.state = state;
    this.known = known;
    this.scan = scan;
    this.thresholds = thresholds;
  }

  /**
   * All alerts, by organisation, start and unit.
   *
   * @throws TooLarge if not all that was known then can be looked at: in part of it there may be
   *     other alerts
   */
  Rows<Exodus> alerts() {
    List<Exodus> alerts = new ArrayList<>();
    boolean truncated = false;
    if (known.asOf().isNow()) {
      truncated = state.visit(Stores.ALERTS, Keys.ALL, scan, (row, alert) -> alerts.add(alert));
    } else {
      TreeMap<String, List<OrganisationMovement>> ends = new TreeMap<>();
      checkWhole(
          known.movements(
              end ->
                  ends.computeIfAbsent(end.getOrganisation(), name -> new ArrayList<>()).add(end)));
      ends.forEach(
          (organisation, of) ->
              alerts.addAll(
                  ExodusFold.fold(organisation, thresholds.alerts().of(organisation), of)));
    }
    alerts.sort(Comparator.comparing(ExodusKey::of));
    return new Rows<>(alerts, truncated);
  }

  /**
   * All shifts, by series and date.
   *
   * @throws TooLarge if not all that was known then can be looked at: in part of it there may be
   *     other shifts
   */
  Rows<Shift> shifts() {
    List<Shift> shifts = new ArrayList<>();
    boolean truncated = false;
    if (known.asOf().isNow()) {
      truncated = state.visit(Stores.SHIFTS, Keys.ALL, scan, (row, shift) -> shifts.add(shift));
    } else {
      Rows<SeriesPoint> points = known.points(entities -> true);
      checkWhole(points.truncated());
      TreeMap<String, List<SeriesPoint>> series = new TreeMap<>();
      for (SeriesPoint point : points.rows()) {
        List<String> place = PointKey.place(point);
        String row = RowKey.of(place.subList(0, place.size() - 1).toArray(String[]::new));
        series.computeIfAbsent(row, key -> new ArrayList<>()).add(point);
      }
      series.values().forEach(of -> shifts.addAll(ShiftFold.fold(thresholds.shifts(), of)));
    }
    shifts.sort(BY_SERIES);
    return new Rows<>(shifts, truncated);
  }

  private void checkWhole(boolean truncated) {
    if (truncated) {
      throw new TooLarge(
          "there are more than " + scan + " claims to look at for alerts and shifts of the past");
    }
  }
}
