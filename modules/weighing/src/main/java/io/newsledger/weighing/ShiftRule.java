package io.newsledger.weighing;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What it takes to tell a shift.
 *
 * @param points change of a percentage, in percentage points, above 0
 * @param percent change of anything else, in percent of the earlier value, above 0
 */
public record ShiftRule(double points, double percent) {
  /** Five points, ten percent. */
  public static final ShiftRule DEFAULT = new ShiftRule(5, 10);

  static final String PERCENT = "PERCENT";

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,6})?)/([0-9]{1,6}(?:\\.[0-9]{1,6})?)");

  public ShiftRule {
    if (!(points > 0 && points <= 100)) {
      throw new IllegalArgumentException(
          "a shift takes a change of more than 0 and at most 100 points, not " + points);
    }
    if (!(percent > 0 && Double.isFinite(percent))) {
      throw new IllegalArgumentException(
          "a shift takes a change of more than 0 percent, not " + percent);
    }
  }

  /**
   * Reads points and percent, as in "5/10".
   *
   * @throws IllegalArgumentException with what is wrong and what to give
   */
  public static ShiftRule parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no rule for shifts: give POINTS/PERCENT, for instance 5/10");
    }
    return new ShiftRule(Double.parseDouble(form.group(1)), Double.parseDouble(form.group(2)));
  }

  /** As {@link #parse} reads it. */
  String text() {
    return plain(points) + "/" + plain(percent);
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /** The change it takes in a unit: points for percentages, else percent of the earlier value. */
  double of(String unit) {
    return unit.equals(PERCENT) ? points : percent;
  }
}
