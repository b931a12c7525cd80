package io.newsledger.query.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Rows as a Parquet file of flat columns: groups of rows, in each one plain page a column, packed
 * with gzip. As much as one group is kept in memory.
 */
final class ParquetTable implements TableWriter {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int GROUP = 50_000;
  private static final int PLAIN = 0;
  private static final int RUNS = 3;
  private static final int GZIP = 2;
  private static final int REQUIRED = 0;
  private static final int OPTIONAL = 1;
  private static final int CONVERTED_UTF8 = 0;
  private static final int CONVERTED_MILLIS = 9;

  private final OutputStream out;
  private final List<ParquetColumn> columns;
  private final List<Group> groups = new ArrayList<>();
  private long written;
  private int rows;

  private ParquetTable(List<Column> columns, OutputStream out) {
    this.columns = columns.stream().map(ParquetColumn::new).toList();
    this.out = out;
  }

  static ParquetTable begin(List<Column> columns, OutputStream out) throws IOException {
    ParquetTable table = new ParquetTable(columns, out);
    table.put(MAGIC);
    return table;
  }

  @Override
  public void write(ObjectNode row) throws IOException {
    columns.forEach(column -> column.add(row));
    rows++;
    if (rows == GROUP) {
      endGroup();
    }
  }

  @Override
  public void end() throws IOException {
    if (rows > 0) {
      endGroup();
    }
    byte[] footer = footer();
    put(footer);
    put(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.length).array());
    put(MAGIC);
    out.flush();
  }

  private void endGroup() throws IOException {
    List<Chunk> chunks = new ArrayList<>();
    for (ParquetColumn column : columns) {
      byte[] page = column.page();
      byte[] packed = packed(page);
      byte[] header = header(page.length, packed.length);
      chunks.add(new Chunk(written, header.length + page.length, header.length + packed.length));
      put(header);
      put(packed);
    }
    groups.add(new Group(chunks, rows));
    rows = 0;
  }

  private void put(byte[] bytes) throws IOException {
    out.write(bytes);
    written += bytes.length;
  }

  private byte[] header(int size, int packed) {
    return new CompactWriter()
        .begin()
        .i32(1, 0)
        .i32(2, size)
        .i32(3, packed)
        .begin(5)
        .i32(1, rows)
        .i32(2, PLAIN)
        .i32(3, RUNS)
        .i32(4, RUNS)
        .end()
        .end()
        .bytes();
  }

  private byte[] footer() {
    CompactWriter footer = new CompactWriter().begin().i32(1, 1);
    footer.list(2, CompactWriter.STRUCT, columns.size() + 1);
    footer.begin().text(4, "newsledger").i32(5, columns.size()).end();
    columns.forEach(column -> describe(footer, column));
    footer.i64(3, groups.stream().mapToLong(Group::rows).sum());
    footer.list(4, CompactWriter.STRUCT, groups.size());
    groups.forEach(group -> describe(footer, group));
    return footer.text(6, "newsledger").end().bytes();
  }

  private static void describe(CompactWriter footer, ParquetColumn column) {
    Column one = column.column();
    footer.begin().i32(1, column.physicalType()).i32(3, one.optional() ? OPTIONAL : REQUIRED);
    footer.text(4, one.name());
    if (one.type() == Column.Type.TEXT) {
      footer.i32(6, CONVERTED_UTF8).begin(10).begin(1).end().end();
    } else if (one.type() == Column.Type.TIME) {
      footer.i32(6, CONVERTED_MILLIS).begin(10).begin(8).flag(1, true);
      footer.begin(2).begin(1).end().end().end().end();
    }
    footer.end();
  }

  private void describe(CompactWriter footer, Group group) {
    footer.begin().list(1, CompactWriter.STRUCT, columns.size());
    long size = 0;
    for (int i = 0; i < columns.size(); i++) {
      Chunk chunk = group.chunks().get(i);
      size += chunk.size();
      footer.begin().i64(2, chunk.offset()).begin(3);
      footer.i32(1, columns.get(i).physicalType());
      footer.list(2, CompactWriter.I32, 2).i32(PLAIN).i32(RUNS);
      footer.list(3, CompactWriter.BINARY, 1).text(columns.get(i).column().name());
      footer.i32(4, GZIP).i64(5, group.rows()).i64(6, chunk.size()).i64(7, chunk.packed());
      footer.i64(9, chunk.offset()).end().end();
    }
    footer.i64(2, size).i64(3, group.rows()).end();
  }

  private static byte[] packed(byte[] page) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(page);
    }
    return packed.toByteArray();
  }

  /**
   * One column of a group.
   *
   * @param offset in the file, bytes
   * @param size in bytes, unpacked, with its header
   * @param packed in bytes, as it stands in the file
   */
  private record Chunk(long offset, long size, long packed) {}

  private record Group(List<Chunk> chunks, int rows) {
    Group {
      chunks = List.copyOf(chunks);
    }
  }
}
