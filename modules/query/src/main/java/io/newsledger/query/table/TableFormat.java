package io.newsledger.query.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** How a table is written. */
public enum TableFormat {
  /** Comma-separated, as RFC 4180 says, with names in the first line. */
  CSV,
  /** One JSON object a line, nested as in the API. */
  JSONL,
  /** Apache Parquet. */
  PARQUET;

  /**
   * Begins a table.
   *
   * @param out takes it; not closed
   */
  public TableWriter begin(List<Column> columns, OutputStream out) throws IOException {
    return switch (this) {
      case CSV -> CsvTable.begin(columns, out);
      case JSONL -> new JsonLines(out);
      case PARQUET -> ParquetTable.begin(columns, out);
    };
  }
}
