package io.newsledger.producer.figures;

import java.util.Map;

/**
 * The cells of a line by the names of their columns.
 *
 * @param line number in the file, from 1
 * @param byColumn cells without blanks around them
 */
record Cells(int line, Map<String, String> byColumn) {
  /** The cell; empty if there is none. */
  String get(String column) {
    return byColumn.getOrDefault(column, "");
  }

  String required(String column) throws BadTable {
    String cell = get(column);
    if (cell.isEmpty()) {
      throw bad(column + " is empty");
    }
    return cell;
  }

  BadTable bad(String message) {
    return BadTable.at(line, message);
  }
}
