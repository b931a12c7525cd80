package io.newsledger.weighing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The normal form of a team's name, by which departures are of one unit. */
final class UnitKey {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private UnitKey() {}

  /** Lower case, one space between words; empty for null. */
  static String of(String worded) {
    return worded == null
        ? ""
        : SPACE
            .matcher(Normalizer.normalize(worded, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
            .replaceAll(" ")
            .strip();
  }
}
