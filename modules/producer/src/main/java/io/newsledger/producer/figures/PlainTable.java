package io.newsledger.producer.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The plain layout: a header that names the columns, in any order, and a figure a line. Needed are
 * entity, metric and value; unit, scope, bound, certainty and date may be left out.
 */
final class PlainTable {
  private static final Set<String> COLUMNS = Set.of(FigureRow.HEADER.split(",", -1));
  private static final List<String> NEEDED = List.of("entity", "metric", "value");

  private PlainTable() {}

  static boolean isPlain(Sheet sheet) {
    return names(sheet).containsAll(NEEDED);
  }

  static List<FigureRow> rows(Sheet sheet) throws BadTable {
    List<String> names = names(sheet);
    for (String name : names) {
      if (!COLUMNS.contains(name)) {
        throw BadTable.at(1, "there is no column '" + name + "', only " + FigureRow.HEADER);
      }
    }
    if (Set.copyOf(names).size() < names.size()) {
      throw BadTable.at(1, "a column stands there twice");
    }
    List<FigureRow> rows = new ArrayList<>();
    for (Sheet.Row row : sheet.rows()) {
      if (row.cells().size() > names.size()) {
        throw BadTable.at(row.line(), "has more cells than the header has names");
      }
      Map<String, String> cells = new HashMap<>();
      for (int i = 0; i < row.cells().size(); i++) {
        cells.put(names.get(i), row.cells().get(i));
      }
      rows.add(FigureRow.of(new Cells(row.line(), cells)));
    }
    return rows;
  }

  private static List<String> names(Sheet sheet) {
    return sheet.header().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }
}
