package io.newsledger.weighing;

import java.util.List;
import java.util.Optional;

/**
 * A stretch of time that flows are counted in.
 *
 * @param name month (2026-03), quarter (2026-Q1), year (2026) or {@value #UNDATED_NAME}
 * @param firstDate smallest date, as text, of a movement in it
 * @param lastDate bound, as text, that no date of a movement in it is greater than
 */
public record Period(String name, String firstDate, String lastDate) {
  private static final String UNDATED_NAME = "undated";

  /** Behind every date that begins with the same year or month. */
  private static final char AFTER = '~';

  private static final List<String> FIRST_OF_QUARTER = List.of("-01", "-04", "-07", "-10");
  private static final List<String> LAST_OF_QUARTER = List.of("-03", "-06", "-09", "-12");

  /** Movements of which no source gives a date. */
  public static final Period UNDATED = new Period(UNDATED_NAME, "", "");

  /** The periods that a movement of this date counts in, shortest first. */
  public static List<Period> of(String date) {
    Optional<PartialDate> parsed = PartialDate.parse(date);
    if (parsed.isEmpty()) {
      return List.of(UNDATED);
    }
    String year = date.substring(0, 4);
    Period wholeYear = new Period(year, year, year + AFTER);
    if (parsed.get().precision() == PartialDate.Precision.YEAR) {
      return List.of(wholeYear);
    }
    String month = date.substring(0, 7);
    int quarter = (parsed.get().first().getMonthValue() + 2) / 3;
    String first = FIRST_OF_QUARTER.get(quarter - 1);
    String last = LAST_OF_QUARTER.get(quarter - 1);
    return List.of(
        new Period(month, month, month + AFTER),
        new Period(year + "-Q" + quarter, year + first, year + last + AFTER),
        wholeYear);
  }

  /** Whether a movement of this date, null for none, counts in this period. */
  public boolean holds(String date) {
    if (!equals(UNDATED)
        && (date == null || date.compareTo(firstDate) < 0 || date.compareTo(lastDate) > 0)) {
      return false;
    }
    return of(date).contains(this);
  }
}
