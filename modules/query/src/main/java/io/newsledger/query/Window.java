package io.newsledger.query;

import io.newsledger.weighing.PartialDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of valid time, both ends included.
 *
 * @param from where it begins; empty for no bound
 * @param to where it ends; empty for no bound
 */
public record Window(Optional<PartialDate> from, Optional<PartialDate> to) {
  /** All time, undated movements included. */
  public static final Window ALL = new Window(Optional.empty(), Optional.empty());

  private static final Pattern QUARTER = Pattern.compile("([0-9]{4})-[Qq]([1-4])");

  public Window {
    if (from.isPresent() && to.isPresent() && to.get().last().isBefore(from.get().first())) {
      throw new BadQuestion(
          "the period ends before it begins: from " + from.get().text() + " to " + to.get().text(),
          List.of());
    }
  }

  /**
   * Reads a window; null and blank mean no bound.
   *
   * @throws BadQuestion if an end is no date, or the window ends before it begins
   */
  public static Window parse(String from, String to) {
    return new Window(date("from", from), date("to", to));
  }

  /**
   * Reads a calendar period: YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD.
   *
   * @throws BadQuestion if it is none
   */
  public static Window period(String text) {
    Matcher quarter = QUARTER.matcher(text.strip());
    if (quarter.matches()) {
      int last = 3 * Integer.parseInt(quarter.group(2));
      String month = quarter.group(1) + "-%02d";
      return parse(
          String.format(Locale.ROOT, month, last - 2), String.format(Locale.ROOT, month, last));
    }
    if (PartialDate.parse(text.strip()).isEmpty()) {
      throw new BadQuestion(
          "'" + text + "' is no period: give YYYY, YYYY-Q1, YYYY-MM or YYYY-MM-DD", List.of());
    }
    return parse(text, text);
  }

  /** Whether every day that the date may mean lies in the window; null is in no bounded one. */
  boolean holds(String date) {
    if (from.isEmpty() && to.isEmpty()) {
      return true;
    }
    return PartialDate.parse(date)
        .filter(one -> from.isEmpty() || !one.first().isBefore(first()))
        .filter(one -> to.isEmpty() || !one.last().isAfter(last()))
        .isPresent();
  }

  /** Name of the window: "2026-01 to 2026-03", "from 2026-01", "to 2026", "all". */
  String name() {
    if (from.isPresent() && to.isPresent()) {
      return from.get().text() + " to " + to.get().text();
    }
    return from.map(date -> "from " + date.text())
        .or(() -> to.map(date -> "to " + date.text()))
        .orElse("all");
  }

  private LocalDate first() {
    return from.orElseThrow().first();
  }

  private LocalDate last() {
    return to.orElseThrow().last();
  }

  private static Optional<PartialDate> date(String name, String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    Optional<PartialDate> date = PartialDate.parse(text.strip());
    if (date.isEmpty()) {
      throw new BadQuestion(
          "'" + text + "' is no date for '" + name + "': give YYYY, YYYY-MM or YYYY-MM-DD",
          List.of());
    }
    return date;
  }
}
