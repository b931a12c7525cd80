package io.newsledger.producer.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Comma-separated values.
 *
 * @param header names of columns
 * @param rows lines behind it that are not blank
 */
record Sheet(List<String> header, List<Row> rows) {
  private static final int MAX_LINES = 20_000;
  private static final int MAX_COLUMNS = 200;

  private static final ObjectReader CSV =
      new CsvMapper()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .readerFor(String[].class);

  /** A line and its number in the text, from 1, as long as no cell holds a line end. */
  record Row(int line, List<String> cells) {}

  /** Reads a text; with semicolons or tabs where its first line has more of these than commas. */
  static Sheet of(String text) throws BadTable {
    List<Row> rows = new ArrayList<>();
    int line = 0;
    try (MappingIterator<String[]> lines =
        CSV.with(CsvSchema.emptySchema().withColumnSeparator(separator(text))).readValues(text)) {
      while (lines.hasNext()) {
        line++;
        List<String> cells = Arrays.stream(lines.next()).map(String::strip).toList();
        if (rows.size() >= MAX_LINES || cells.size() > MAX_COLUMNS) {
          throw BadTable.at(
              line, "a table has at most " + MAX_LINES + " lines of " + MAX_COLUMNS + " columns");
        }
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
          rows.add(new Row(line, cells));
        }
      }
    } catch (JsonProcessingException e) {
      throw BadTable.at(line + 1, e.getOriginalMessage());
    } catch (IOException | RuntimeException e) {
      throw BadTable.at(line + 1, String.valueOf(e.getMessage()));
    }
    if (rows.isEmpty()) {
      throw new BadTable("has no lines");
    }
    return new Sheet(rows.get(0).cells(), List.copyOf(rows.subList(1, rows.size())));
  }

  private static char separator(String text) {
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    return Stream.of('\t', ';', ',')
        .max(Comparator.comparing(one -> first.chars().filter(c -> c == one).count()))
        .orElseThrow();
  }
}
