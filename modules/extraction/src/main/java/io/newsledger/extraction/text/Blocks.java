package io.newsledger.extraction.text;

import io.newsledger.extraction.text.Sentence.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits a text into paragraphs, headings, list items and table rows. */
final class Blocks {
  private static final int LONGEST_HEADING = 14;
  private static final int WRAP_LEAST = 45;
  private static final int WRAP_MOST = 105;

  /** Characters of the shortest address that a link hides. */
  private static final int LEAST_ADDRESS = 8;

  /** So many items in a row that are links and nothing else lead to other articles. */
  private static final int LEAST_LINKS = 3;

  private static final int LEAST_WORDS = 4;

  private final char[] text;
  private final List<Block> blocks = new ArrayList<>();

  private Blocks(String source) {
    text = Markup.blank(source);
  }

  static List<Block> of(String source) {
    Blocks blocks = new Blocks(source);
    blocks.run();
    return blocks.blocks;
  }

  private void run() {
    List<Line> group = new ArrayList<>();
    int at = 0;
    while (at <= text.length) {
      int end = at;
      while (end < text.length && text[end] != '\n') {
        end++;
      }
      Line line = line(at, end);
      if (line == null) {
        flush(group);
      } else {
        group.add(line);
      }
      at = end + 1;
    }
    flush(group);
  }

  /** Lines between two empty ones: one paragraph if they are wrapped, else one block each. */
  private void flush(List<Line> group) {
    if (group.size() >= LEAST_LINKS && group.stream().allMatch(this::isLink)) {
      group.clear();
    }
    boolean wrapped = isWrapped(group);
    int i = 0;
    while (i < group.size()) {
      int next = i + 1;
      while (next < group.size() && continues(group.get(next - 1), group.get(next), wrapped)) {
        next++;
      }
      add(group.get(i), group.get(next - 1).end);
      i = next;
    }
    group.clear();
  }

  /** Whether an item is several words that are a link, and nothing else. */
  private boolean isLink(Line line) {
    int spaces = 0;
    int hidden = 0;
    for (int i = line.start; i < line.end; i++) {
      spaces += text[i] == ' ' ? 1 : 0;
      hidden = text[i] == Markup.GONE ? hidden + 1 : 0;
      if (hidden >= LEAST_ADDRESS) {
        return false;
      }
    }
    int end = line.end;
    while (end < text.length && text[end] == Markup.GONE) {
      end++;
    }
    return line.kind == Kind.LIST_ITEM && spaces >= LEAST_WORDS && end - line.end >= LEAST_ADDRESS;
  }

  private static boolean isWrapped(List<Line> group) {
    if (group.size() < 3) {
      return false;
    }
    for (int i = 0; i + 1 < group.size(); i++) {
      int length = group.get(i).end - group.get(i).start;
      if (length < WRAP_LEAST || length > WRAP_MOST) {
        return false;
      }
    }
    return true;
  }

  private boolean continues(Line before, Line line, boolean wrapped) {
    if (line.kind != Kind.PROSE || before.kind == Kind.TABLE_ROW || before.kind == Kind.HEADING) {
      return false;
    }
    char last = text[before.end - 1];
    return wrapped || (Character.isLowerCase(text[line.start]) && (last == ',' || isWord(last)));
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c);
  }

  private void add(Line first, int end) {
    StringBuilder plain = new StringBuilder(end - first.start);
    int[] origins = new int[end - first.start];
    for (int i = first.start; i < end; i++) {
      char c = text[i];
      if (c == Markup.GONE) {
        continue;
      }
      char p = c == '\n' ? ' ' : Typography.plain(c);
      boolean space = p == ' ';
      int length = plain.length();
      if (space && (length == 0 || plain.charAt(length - 1) == ' ')) {
        continue;
      }
      origins[length] = i;
      plain.append(Typography.isDash(c) ? Block.DASH : p);
    }
    int length = plain.length();
    while (length > 0 && plain.charAt(length - 1) == ' ') {
      length--;
    }
    if (length > 0) {
      String words = plain.substring(0, length);
      Kind kind = first.kind == Kind.PROSE && isHeading(words) ? Kind.HEADING : first.kind;
      blocks.add(new Block(kind, words, origins));
    }
  }

  /** A short line without an end: no sentence. */
  private static boolean isHeading(String words) {
    char last = words.charAt(words.length() - 1);
    if (last == '.' || last == ':' || last == ';' || last == '"' || last == ',' || last == '!') {
      return false;
    }
    return words.chars().filter(c -> c == ' ').count() < LONGEST_HEADING;
  }

  private Line line(int from, int to) {
    int start = from;
    while (start < to && isBlank(text[start])) {
      start++;
    }
    int end = to;
    while (end > start && isBlank(text[end - 1])) {
      end--;
    }
    if (start == end) {
      return null;
    }
    char first = text[start];
    if (first == '#') {
      return marked(Kind.HEADING, start, end, '#');
    }
    if (first == '>') {
      return marked(Kind.PROSE, start, end, '>');
    }
    if (first == '|' || isTabbed(start, end)) {
      return new Line(Kind.TABLE_ROW, start, end);
    }
    boolean spaced = start + 1 < end && isBlank(text[start + 1]);
    if (Typography.isBullet(first) || (spaced && (first == '*' || first == '-' || first == '+'))) {
      return marked(Kind.LIST_ITEM, start, end, first);
    }
    int number = numbering(start, end);
    return number > start ? line(Kind.LIST_ITEM, number, end) : new Line(Kind.PROSE, start, end);
  }

  private Line marked(Kind kind, int from, int end, char mark) {
    int start = from;
    while (start < end && (text[start] == mark || isBlank(text[start]))) {
      start++;
    }
    return start == end ? null : new Line(kind, start, end);
  }

  private static Line line(Kind kind, int start, int end) {
    return start == end ? null : new Line(kind, start, end);
  }

  private boolean isTabbed(int start, int end) {
    int bars = 0;
    for (int i = start + 1; i < end - 1; i++) {
      if (text[i] == '|' && isBlank(text[i - 1]) && isBlank(text[i + 1])) {
        bars++;
      }
    }
    return bars > 1;
  }

  /** Where the words behind "1." or "1)" begin, or the start if the line has no number. */
  private int numbering(int start, int end) {
    int at = start;
    while (at < end && at < start + 2 && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    boolean numbered =
        at > start && at + 1 < end && (text[at] == '.' || text[at] == ')') && isBlank(text[at + 1]);
    if (!numbered) {
      return start;
    }
    at++;
    while (at < end && isBlank(text[at])) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == Markup.GONE || c == '\n' || Typography.plain(c) == ' ';
  }

  private record Line(Kind kind, int start, int end) {}
}
