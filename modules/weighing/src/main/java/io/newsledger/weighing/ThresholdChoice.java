package io.newsledger.weighing;

import java.util.Objects;
import java.util.Optional;

/**
 * Thresholds as somebody asks for them: what is not asked for stays as it is.
 *
 * @param alerts for departures, all of them
 * @param shifts for figures
 */
public record ThresholdChoice(Optional<ExodusRules> alerts, Optional<ShiftRule> shifts) {
  /** Whatever there is. */
  public static final ThresholdChoice NONE =
      new ThresholdChoice(Optional.empty(), Optional.empty());

  public ThresholdChoice {
    Objects.requireNonNull(alerts, "alerts");
    Objects.requireNonNull(shifts, "shifts");
  }

  /** Exactly these. */
  public static ThresholdChoice of(Thresholds thresholds) {
    return new ThresholdChoice(Optional.of(thresholds.alerts()), Optional.of(thresholds.shifts()));
  }

  /** What it makes of these. */
  public Thresholds over(Thresholds present) {
    return new Thresholds(alerts.orElse(present.alerts()), shifts.orElse(present.shifts()));
  }
}
