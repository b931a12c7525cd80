package io.newsledger.weighing;

import io.newsledger.events.KnownInterval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/**
 * How far knowledge reaches: all that was published, or what was published by the end of a day in
 * UTC.
 *
 * @param end the first instant no longer known; null for no limit
 */
public record Horizon(Instant end) {
  /** Everything published. */
  public static Horizon latest() {
    return new Horizon(null);
  }

  /** What was published by the end of this day, UTC. */
  public static Horizon endOf(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return new Horizon(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** Whether something published at this time is known. */
  public boolean reaches(Instant published) {
    return end == null || published.isBefore(end);
  }

  /** Whether a claim with these known intervals stands at the horizon. */
  public boolean stands(List<KnownInterval> known) {
    for (KnownInterval interval : known) {
      boolean begun = reaches(interval.getFrom());
      boolean over = interval.getUntil() != null && reaches(interval.getUntil());
      if (begun && !over) {
        return true;
      }
    }
    return false;
  }
}
