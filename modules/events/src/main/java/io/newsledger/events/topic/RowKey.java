package io.newsledger.events.topic;

import java.util.List;

/**
 * Composite keys of store rows: parts parted by U+0000, so that all rows of a subject are one
 * range. No part may contain U+0000; those that come from outside have it replaced.
 */
public final class RowKey {
  private static final char SEPARATOR = '\u0000';

  private RowKey() {}

  /** The key of these parts; null counts as empty. */
  public static String of(String... parts) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        key.append(SEPARATOR);
      }
      key.append(part(parts[i]));
    }
    return key.toString();
  }

  /** First key of the range of all rows that begin with these whole parts and have more. */
  public static String first(String... parts) {
    return of(parts) + SEPARATOR;
  }

  /**
   * Last key, included, of the range of all rows that begin with these whole parts and have more.
   */
  public static String last(String... parts) {
    // No part begins with U+0001 behind the separator's place: the byte after the separator bounds
    // the range.
    return of(parts) + (char) (SEPARATOR + 1);
  }

  /** The parts of a key. */
  public static List<String> parts(String key) {
    return List.of(key.split(String.valueOf(SEPARATOR), -1));
  }

  private static String part(String text) {
    if (text == null) {
      return "";
    }
    return text.indexOf(SEPARATOR) < 0 ? text : text.replace(SEPARATOR, ' ');
  }
}
