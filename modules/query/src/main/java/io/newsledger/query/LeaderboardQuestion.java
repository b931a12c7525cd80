package io.newsledger.query;

import io.newsledger.events.Metric;
import io.newsledger.weighing.PartialDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whose figures are to be ranked.
 *
 * @param metric what is measured
 * @param scope what limits the figures, in any wording; empty for a board of each scope
 * @param at the date by whose end figures must have begun to hold; empty for the newest there is
 * @param days days by which a figure may be older, from 1 to {@value #MOST_DAYS}
 */
public record LeaderboardQuestion(
    Metric metric, Optional<String> scope, Optional<PartialDate> at, int days) {
  /** A year. */
  public static final int USUAL_DAYS = 365;

  private static final int MOST_DAYS = 36_500;

  public LeaderboardQuestion {
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(at, "at");
    if (days < 1 || days > MOST_DAYS) {
      throw new BadQuestion(
          "figures may be 1 to " + MOST_DAYS + " days older than the date, not " + days, List.of());
    }
  }

  /**
   * Reads a question; null and blank stand for market share, every scope, the newest date and a
   * year.
   *
   * @throws BadQuestion if the metric, the date or the days are none
   */
  public static LeaderboardQuestion parse(String metric, String scope, String at, String days) {
    return new LeaderboardQuestion(
        Ledger.metric(metric).orElse(Metric.MARKET_SHARE),
        given(scope),
        given(at).map(LeaderboardQuestion::date),
        given(days).map(LeaderboardQuestion::number).orElse(USUAL_DAYS));
  }

  private static PartialDate date(String text) {
    return PartialDate.parse(text)
        .orElseThrow(
            () ->
                new BadQuestion(
                    "'" + text + "' is no date for 'at': give YYYY, YYYY-MM or YYYY-MM-DD",
                    List.of()));
  }

  private static int number(String text) {
    if (!text.matches("[0-9]{1,6}")) {
      throw new BadQuestion("'" + text + "' is no number of days", List.of());
    }
    return Integer.parseInt(text);
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
  }
}
