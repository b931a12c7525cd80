package io.newsledger.query.text;

import java.util.ArrayList;
import java.util.List;

/** How much room text takes in a terminal, where some characters take two columns or none. */
final class DisplayWidth {
  private DisplayWidth() {}

  /** Columns that the text takes. */
  static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  /**
   * The text in lines no wider than asked for, broken at spaces where possible. Line ends in the
   * text are kept. Characters that steer a terminal become spaces.
   *
   * @param width at least 2
   */
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : plain(paragraph).split(" ", -1)) {
        add(word, width, line, lines);
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static void add(String word, int width, StringBuilder line, List<String> lines) {
    String rest = word;
    while (!rest.isEmpty()) {
      int room = width - of(line.toString()) - (line.isEmpty() ? 0 : 1);
      if (of(rest) <= room) {
        line.append(line.isEmpty() ? "" : " ").append(rest);
        return;
      }
      if (line.isEmpty()) {
        int fitting = fitting(rest, width);
        lines.add(rest.substring(0, fitting));
        rest = rest.substring(fitting);
      } else {
        lines.add(line.toString());
        line.setLength(0);
      }
    }
  }

  /** How many chars from the start fit. */
  private static int fitting(String text, int width) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      used += of(point);
      if (used > width) {
        break;
      }
      end += Character.charCount(point);
    }
    return end;
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .map(point -> Character.isISOControl(point) || isDirection(point) ? ' ' : point)
        .forEach(plain::appendCodePoint);
    return plain.toString().strip();
  }

  /** Characters that turn the direction of what follows, and so could make a line lie. */
  private static boolean isDirection(int point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  }

  private static int of(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(point) ? 2 : 1;
  }

  private static boolean isWide(int point) {
    boolean letter =
        switch (Character.UnicodeScript.of(point)) {
          case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
          default -> false;
        };
    return letter
        || (point >= 0x3000 && point <= 0x303E)
        || (point >= 0xFF01 && point <= 0xFF60)
        || (point >= 0x1F300 && point <= 0x1FAFF);
  }
}
