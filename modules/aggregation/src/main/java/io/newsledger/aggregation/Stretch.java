package io.newsledger.aggregation;

import io.newsledger.events.OrganisationMovement;
import io.newsledger.weighing.ExodusFold;
import io.newsledger.weighing.PartialDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The departures that can bear on each other through those between them: a run of departures with
 * no gap of more than so many days. What lies outside has no bearing on the alerts inside.
 *
 * @param first first day that the first may mean
 * @param last last day that the last may mean
 * @param departures all of them
 */
record Stretch(LocalDate first, LocalDate last, List<OrganisationMovement> departures) {
  private static final LocalDate BEGIN = LocalDate.of(0, 1, 1);
  private static final LocalDate END = LocalDate.of(9999, 12, 31);

  /**
   * The stretch that holds a date, or held it while there was a departure of that date.
   *
   * @param days largest gap
   * @param rows gives the movements of an organisation from a day to a day; others do no harm
   */
  static Stretch around(
      PartialDate date,
      int days,
      BiFunction<LocalDate, LocalDate, List<OrganisationMovement>> rows) {
    TreeMap<String, OrganisationMovement> found = new TreeMap<>();
    LocalDate first = date.first();
    LocalDate last = date.last();
    // Read from the first day on, and then only what the stretch has grown by.
    LocalDate readFrom = first;
    LocalDate readTo = first.minusDays(1);
    boolean grown = true;
    while (grown) {
      LocalDate from = later(BEGIN, first.minusDays(days));
      LocalDate to = earlier(END, last.plusDays(days));
      List<OrganisationMovement> before =
          from.isBefore(readFrom) ? rows.apply(from, readFrom) : List.of();
      List<OrganisationMovement> behind = to.isAfter(readTo) ? rows.apply(readTo, to) : List.of();
      readFrom = earlier(from, readFrom);
      readTo = later(to, readTo);
      grown = false;
      for (List<OrganisationMovement> side : List.of(before, behind)) {
        for (OrganisationMovement end : side) {
          Optional<PartialDate> when = ExodusFold.date(end);
          if (when.isPresent()
              && !when.get().last().isBefore(from)
              && !when.get().first().isAfter(to)
              && found.put(MovementRows.row(end), end) == null) {
            first = earlier(first, when.get().first());
            last = later(last, when.get().last());
            grown = true;
          }
        }
      }
    }
    return new Stretch(first, last, List.copyOf(found.values()));
  }

  boolean holds(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
