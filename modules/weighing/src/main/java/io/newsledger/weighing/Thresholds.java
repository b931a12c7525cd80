package io.newsledger.weighing;

import java.util.Objects;

/**
 * From what on something is told as an alert or a shift. Part of how the views are made: state that
 * was made by other thresholds has to be made anew.
 *
 * @param alerts for departures
 * @param shifts for figures
 */
public record Thresholds(ExodusRules alerts, ShiftRule shifts) {
  /** The usual ones. */
  public static final Thresholds DEFAULT = new Thresholds(ExodusRules.DEFAULT, ShiftRule.DEFAULT);

  public Thresholds {
    Objects.requireNonNull(alerts, "alerts");
    Objects.requireNonNull(shifts, "shifts");
  }
}
