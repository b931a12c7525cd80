package io.newsledger.weighing;

import java.util.List;
import java.util.Objects;

/**
 * From what on something is told as an alert or a shift. Part of how the views are made: state that
 * was made by other thresholds has to be made anew.
 *
 * @param alerts for departures
 * @param shifts for figures
 */
public record Thresholds(ExodusRules alerts, ShiftRule shifts) {
  private static final String SEPARATOR = "\n";

  /** The usual ones. */
  public static final Thresholds DEFAULT = new Thresholds(ExodusRules.DEFAULT, ShiftRule.DEFAULT);

  public Thresholds {
    Objects.requireNonNull(alerts, "alerts");
    Objects.requireNonNull(shifts, "shifts");
  }

  /**
   * Reads what {@link #text} gives.
   *
   * @throws IllegalArgumentException if it is no such text
   */
  public static Thresholds parse(String text) {
    int end = text.lastIndexOf(SEPARATOR);
    if (end < 0) {
      throw new IllegalArgumentException("'" + text + "' are no thresholds");
    }
    return new Thresholds(
        ExodusRules.parse(List.of(text.substring(0, end).split(SEPARATOR, -1))),
        ShiftRule.parse(text.substring(end + 1)));
  }

  /** One text for equal thresholds: the rules for alerts, a line each, then that for shifts. */
  public String text() {
    return String.join(SEPARATOR, alerts.texts()) + SEPARATOR + shifts.text();
  }

  /** As the options of commands give them. */
  public String words() {
    return "--exodus " + String.join(" --exodus ", alerts.texts()) + " --shift " + shifts.text();
  }
}
