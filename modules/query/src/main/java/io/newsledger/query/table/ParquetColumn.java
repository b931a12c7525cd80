package io.newsledger.query.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The values of one column while a group of rows is gathered: plain, in one page. */
final class ParquetColumn {
  private final Column column;
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();
  private final ByteArrayOutputStream present = new ByteArrayOutputStream();
  private int run;
  private int runOf;
  private int bits;
  private int bitCount;

  ParquetColumn(Column column) {
    this.column = column;
  }

  Column column() {
    return column;
  }

  /** Number of Parquet's physical type. */
  int physicalType() {
    return switch (column.type()) {
      case FLAG -> 0;
      case WHOLE, TIME -> 2;
      case NUMBER -> 5;
      case TEXT -> 6;
    };
  }

  /**
   * Takes the value of the next row.
   *
   * @throws IllegalArgumentException if the column must have a value and the row has none
   */
  void add(JsonNode row) {
    JsonNode value = column.in(row);
    if (value == null && !column.optional()) {
      throw new IllegalArgumentException("a row has no " + column.name());
    }
    level(value == null ? 0 : 1);
    if (value != null) {
      value(value, row);
    }
  }

  /** What was gathered, as a page without its header; begins anew. */
  byte[] page() {
    endRun();
    if (bitCount > 0) {
      values.write(bits);
    }
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    if (column.optional()) {
      page.writeBytes(little(4).putInt(present.size()).array());
      page.writeBytes(present.toByteArray());
    }
    page.writeBytes(values.toByteArray());
    values.reset();
    present.reset();
    bits = 0;
    bitCount = 0;
    return page.toByteArray();
  }

  private void value(JsonNode value, JsonNode row) {
    switch (column.type()) {
      case FLAG -> {
        bits |= (value.asBoolean() ? 1 : 0) << bitCount;
        bitCount++;
        if (bitCount == Byte.SIZE) {
          values.write(bits);
          bits = 0;
          bitCount = 0;
        }
      }
      case WHOLE -> values.writeBytes(little(8).putLong(value.asLong()).array());
      case TIME ->
          values.writeBytes(
              little(8).putLong(Instant.parse(value.asText()).toEpochMilli()).array());
      case NUMBER -> values.writeBytes(little(8).putDouble(value.asDouble()).array());
      case TEXT -> {
        byte[] text = column.textIn(row).getBytes(StandardCharsets.UTF_8);
        values.writeBytes(little(4).putInt(text.length).array());
        values.writeBytes(text);
      }
    }
  }

  /** Whether there is a value, as runs of rows that have one or have none. */
  private void level(int of) {
    if (of != runOf) {
      endRun();
      runOf = of;
    }
    run++;
  }

  private void endRun() {
    if (run > 0) {
      int left = run << 1;
      while ((left & ~0x7F) != 0) {
        present.write((left & 0x7F) | 0x80);
        left >>>= 7;
      }
      present.write(left);
      present.write(runOf);
      run = 0;
    }
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
