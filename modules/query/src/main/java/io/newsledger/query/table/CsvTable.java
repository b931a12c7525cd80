package io.newsledger.query.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows as RFC 4180 says, in UTF-8. A value that is missing is empty, empty text is {@code ""}. */
final class CsvTable implements TableWriter {
  private static final String END = "\r\n";

  private final List<Column> columns;
  private final OutputStream out;

  private CsvTable(List<Column> columns, OutputStream out) {
    this.columns = columns;
    this.out = out;
  }

  static CsvTable begin(List<Column> columns, OutputStream out) throws IOException {
    CsvTable table = new CsvTable(columns, out);
    table.line(columns.stream().map(Column::name).toList());
    return table;
  }

  @Override
  public void write(ObjectNode row) throws IOException {
    List<String> cells = new ArrayList<>(columns.size());
    columns.forEach(column -> cells.add(column.textIn(row)));
    line(cells);
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }

  private void line(List<String> cells) throws IOException {
    String line = String.join(",", cells.stream().map(CsvTable::cell).toList()) + END;
    out.write(line.getBytes(StandardCharsets.UTF_8));
  }

  private static String cell(String text) {
    if (text == null) {
      return "";
    }
    boolean plain =
        !text.isEmpty()
            && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
