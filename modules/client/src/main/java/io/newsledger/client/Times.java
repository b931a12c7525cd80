package io.newsledger.client;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Of when a question is asked.
 *
 * @param known what was known by the end of this day, UTC; empty for all
 * @param at what was so by this day; empty for all
 */
public record Times(Optional<LocalDate> known, Optional<LocalDate> at) {
  /** All that is known, of all times. */
  public static final Times NOW = new Times(Optional.empty(), Optional.empty());

  public Times {
    Objects.requireNonNull(known, "known");
    Objects.requireNonNull(at, "at");
  }

  /** What was known by the end of a day, UTC. */
  public static Times asOf(LocalDate day) {
    return new Times(Optional.of(day), Optional.empty());
  }

  /** What was so by a day. */
  public static Times at(LocalDate day) {
    return new Times(Optional.empty(), Optional.of(day));
  }

  /** The same of what was so by a day. */
  public Times by(LocalDate day) {
    return new Times(known, Optional.of(day));
  }

  /**
   * Parameters of a question, as the API names them.
   *
   * @param namesAndValues of other parameters, by turns; those whose value is null are left out
   */
  public Map<String, String> with(String... namesAndValues) {
    TreeMap<String, String> parameters = new TreeMap<>();
    known.ifPresent(day -> parameters.put("asOf", day.toString()));
    at.ifPresent(day -> parameters.put("at", day.toString()));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        parameters.put(namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return parameters;
  }
}
