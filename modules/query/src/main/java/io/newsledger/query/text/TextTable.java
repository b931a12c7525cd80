package io.newsledger.query.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of plain text. Cells are wrapped to the width of their column; line ends in cells are
 * kept. Made by one thread.
 */
final class TextTable {
  /** Columns of the terminal that a table may take. */
  static final int WIDTH = 100;

  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param columns from left to right; with two spaces between them no wider than {@link #WIDTH}
   */
  TextTable(Column... columns) {
    this.columns = List.of(columns);
    int width =
        this.columns.stream().mapToInt(Column::width).sum() + GAP.length() * (columns.length - 1);
    if (width > WIDTH) {
      throw new IllegalArgumentException("a table of " + width + " columns is too wide");
    }
  }

  /** Adds a row: a cell for each column. */
  TextTable row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          cells.length + " cells do not fit " + columns.size() + " columns");
    }
    rows.add(Arrays.asList(cells));
    return this;
  }

  /** The table with its head and a line end at the end; empty without rows. */
  String text() {
    if (rows.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    append(text, columns.stream().map(Column::title).toList());
    line(text, columns.stream().map(column -> "-".repeat(column.width)).toList());
    rows.forEach(row -> append(text, row));
    return text.toString();
  }

  private void append(StringBuilder text, List<String> cells) {
    List<List<String>> wrapped = new ArrayList<>();
    int height = 0;
    for (int i = 0; i < cells.size(); i++) {
      List<String> lines = DisplayWidth.wrapped(cells.get(i), columns.get(i).width);
      wrapped.add(lines);
      height = Math.max(height, lines.size());
    }
    for (int line = 0; line < height; line++) {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < wrapped.size(); i++) {
        List<String> lines = wrapped.get(i);
        parts.add(columns.get(i).padded(line < lines.size() ? lines.get(line) : ""));
      }
      line(text, parts);
    }
  }

  private static void line(StringBuilder text, List<String> parts) {
    text.append(parts.stream().collect(Collectors.joining(GAP)).stripTrailing()).append('\n');
  }

  /**
   * A column.
   *
   * @param title its head
   * @param width columns of the terminal that it takes
   * @param right whether cells stand at the right, as numbers do
   */
  record Column(String title, int width, boolean right) {
    static Column of(String title, int width) {
      return new Column(title, width, false);
    }

    static Column number(String title, int width) {
      return new Column(title, width, true);
    }

    private String padded(String cell) {
      String space = " ".repeat(Math.max(0, width - DisplayWidth.of(cell)));
      return right ? space + cell : cell + space;
    }
  }
}
