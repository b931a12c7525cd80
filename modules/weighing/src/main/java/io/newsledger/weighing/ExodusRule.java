package io.newsledger.weighing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What it takes to raise an alert.
 *
 * @param people different people who left, from 2 to {@value #MOST_PEOPLE}
 * @param days days that may lie between the first and the last departure, from 1 to {@value
 *     #MOST_DAYS}
 */
public record ExodusRule(int people, int days) {
  /** Three people in thirty days. */
  public static final ExodusRule DEFAULT = new ExodusRule(3, 30);

  private static final int MOST_PEOPLE = 1000;
  private static final int MOST_DAYS = 366;
  private static final Pattern FORM = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");

  public ExodusRule {
    if (people < 2 || people > MOST_PEOPLE) {
      throw new IllegalArgumentException(
          "an alert takes 2 to " + MOST_PEOPLE + " people, not " + people);
    }
    if (days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException(
          "an alert looks at 1 to " + MOST_DAYS + " days, not " + days);
    }
  }

  /**
   * Reads people and days, as in "3/30".
   *
   * @throws IllegalArgumentException with what is wrong and what to give
   */
  public static ExodusRule parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no rule for alerts: give PEOPLE/DAYS, for instance 3/30");
    }
    return new ExodusRule(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
  }

  /** As {@link #parse} reads it. */
  String text() {
    return people + "/" + days;
  }
}
