package io.newsledger.query.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.query.AsOf;
import io.newsledger.query.Ledger;
import io.newsledger.query.Samples;
import io.newsledger.query.SignalSamples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every view in every format; Parquet as a database that others wrote reads it. */
final class TablesOfViewsTest {
  private static final List<JsonNode> STATES =
      List.of(
          new Ledger(Samples.state()).export(AsOf.NOW),
          new Ledger(SignalSamples.state()).export(AsOf.NOW));

  @TempDir private Path folder;

  @Test
  void everyViewHasRowsSomewhereAndAColumnForEachField() {
    for (View view : View.ALL) {
      Set<String> columns = new TreeSet<>();
      view.columns().forEach(column -> columns.add(column.path().get(0)));
      int rows = 0;
      for (JsonNode state : STATES) {
        for (ObjectNode row : rows(view, state)) {
          Set<String> fields = new TreeSet<>();
          row.fieldNames().forEachRemaining(fields::add);
          assertEquals(columns, fields, view.name());
          rows++;
        }
      }
      assertTrue(rows > 0, view.name());
    }
  }

  @Test
  void aTableOfCommaSeparatedValuesSaysWhatTheStateSays() throws IOException {
    String table = text(View.MARKET_CLAIMS, TableFormat.CSV, STATES.get(0));
    List<String> lines = table.lines().toList();
    assertEquals(6, lines.size());
    assertTrue(lines.get(0).startsWith("id,articleId,"), lines.get(0));
    assertTrue(lines.get(0).contains("quote.text"), lines.get(0));
    String combined =
        lines.stream().filter(line -> line.startsWith("m5,")).findFirst().orElseThrow();
    assertTrue(combined.contains("\"[\"\"Comet\"\",\"\"Orbit\"\"]\""), combined);
    assertTrue(table.endsWith("\r\n"));
  }

  @Test
  void commasQuotesAndNothingKeepTheirPlace() throws IOException {
    List<Column> columns =
        List.of(
            new Column("a", Column.Type.TEXT, true, List.of("a")),
            new Column("b", Column.Type.TEXT, true, List.of("b")),
            new Column("c", Column.Type.FLAG, true, List.of("c")));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TableWriter table = TableFormat.CSV.begin(columns, out);
    ObjectNode row = new ObjectMapper().createObjectNode();
    table.write(row.deepCopy().put("a", "x, \"y\"\nz").put("c", true));
    table.write(row.deepCopy().put("b", ""));
    table.end();
    assertEquals(
        "a,b,c\r\n\"x, \"\"y\"\"\nz\",,true\r\n,\"\",\r\n", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void linesOfJsonAreTheRows() throws IOException {
    for (View view : View.ALL) {
      List<ObjectNode> read = new ArrayList<>();
      for (String line : text(view, TableFormat.JSONL, STATES.get(1)).lines().toList()) {
        read.add((ObjectNode) new ObjectMapper().readTree(line));
      }
      assertEquals(rows(view, STATES.get(1)).toString(), read.toString(), view.name());
    }
  }

  @Test
  void parquetIsReadByAnotherProgramAsItWasWritten() throws Exception {
    for (JsonNode state : STATES) {
      for (View view : View.ALL) {
        Path file = folder.resolve(view.name() + ".parquet");
        try (OutputStream out = Files.newOutputStream(file)) {
          write(view, TableFormat.PARQUET, state, out);
        }
        List<List<Object>> expected = new ArrayList<>();
        rows(view, state)
            .forEach(row -> expected.add(view.columns().stream().map(c -> value(c, row)).toList()));
        assertEquals(expected.toString(), read(file, view.columns()).toString(), view.name());
      }
    }
  }

  @Test
  void parquetHoldsMoreThanOneGroupOfRowsAndGapsInThem() throws Exception {
    List<Column> columns =
        List.of(
            new Column("n", Column.Type.WHOLE, false, List.of("n")),
            new Column("gap", Column.Type.NUMBER, true, List.of("gap")),
            new Column("flag", Column.Type.FLAG, true, List.of("flag")));
    Path file = folder.resolve("many.parquet");
    int rows = 100_001;
    try (OutputStream out = Files.newOutputStream(file)) {
      TableWriter table = TableFormat.PARQUET.begin(columns, out);
      for (int i = 0; i < rows; i++) {
        ObjectNode row = new ObjectMapper().createObjectNode().put("n", i);
        if (i % 3 == 0) {
          row.put("gap", i / 2.0).put("flag", i % 2 == 0);
        }
        table.write(row);
      }
      table.end();
    }
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement ask = database.createStatement();
        ResultSet found =
            ask.executeQuery(
                "select count(*), sum(n), count(gap), sum(gap), count_if(flag) from '"
                    + file
                    + "'")) {
      found.next();
      assertEquals(rows, found.getLong(1));
      assertEquals(5_000_050_000L, found.getLong(2));
      assertEquals(33_334, found.getLong(3));
      assertEquals(833_341_666.5, found.getDouble(4), 0.5);
      assertEquals(16_667, found.getLong(5));
    }
  }

  private static Object value(Column column, ObjectNode row) {
    JsonNode value = column.in(row);
    if (value == null) {
      return "nothing";
    }
    return switch (column.type()) {
      case FLAG -> value.asBoolean();
      case WHOLE -> value.asLong();
      case NUMBER -> value.asDouble();
      case TIME -> LocalDateTime.ofInstant(Instant.parse(value.asText()), ZoneOffset.UTC);
      case TEXT -> column.textIn(row);
    };
  }

  private static List<List<Object>> read(Path file, List<Column> columns) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement ask = database.createStatement()) {
      ask.execute("set timezone = 'UTC'");
      StringBuilder select = new StringBuilder();
      for (Column column : columns) {
        String name = '"' + column.name() + '"';
        select.append(select.length() == 0 ? "select " : ", ");
        select.append(column.type() == Column.Type.TIME ? name + "::timestamp" : name);
      }
      try (ResultSet found = ask.executeQuery(select + " from '" + file + "'")) {
        while (found.next()) {
          List<Object> row = new ArrayList<>();
          for (int i = 0; i < columns.size(); i++) {
            Object value =
                columns.get(i).type() == Column.Type.TIME
                    ? found.getObject(i + 1, LocalDateTime.class)
                    : found.getObject(i + 1);
            row.add(value == null ? "nothing" : value);
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static List<ObjectNode> rows(View view, JsonNode state) {
    List<ObjectNode> rows = new ArrayList<>();
    view.rows(state, rows::add);
    return rows;
  }

  private static String text(View view, TableFormat format, JsonNode state) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(view, format, state, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void write(View view, TableFormat format, JsonNode state, OutputStream out)
      throws IOException {
    TableWriter table = format.begin(view.columns(), out);
    view.rows(
        state,
        row -> {
          try {
            table.write(row);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    table.end();
  }
}
