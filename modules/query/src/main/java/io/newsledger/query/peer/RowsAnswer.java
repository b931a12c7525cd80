package io.newsledger.query.peer;

import io.newsledger.query.state.Peers.Row;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows as one instance sends them to another.
 *
 * @param rows with values in single-object encoding
 * @param more whether it stopped before the last row or key, since it was full
 * @param keys of the question that were looked for
 * @param lag records that copies lacked at most; 0 if none were asked
 */
public record RowsAnswer(List<Row<byte[]>> rows, boolean more, int keys, long lag) {
  /** Bytes of an answer beyond which no row is added. */
  static final int FULL = 4 * 1024 * 1024;

  private static final int VERSION = 1;
  private static final int ROW = 1;
  private static final int END = 0;

  public RowsAnswer {
    rows = List.copyOf(rows);
  }

  /** As it is sent. */
  public byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      for (Row<byte[]> row : rows) {
        out.writeByte(ROW);
        Texts.write(out, row.key());
        Texts.write(out, row.value());
      }
      out.writeByte(END);
      out.writeBoolean(more);
      out.writeInt(keys);
      out.writeLong(lag);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads an answer.
   *
   * @throws IOException if it is none
   */
  public static RowsAnswer decode(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION) {
        throw new IOException("an answer of another version");
      }
      List<Row<byte[]>> rows = new ArrayList<>();
      int kind = in.readByte();
      while (kind == ROW) {
        rows.add(new Row<>(Texts.read(in), Texts.readBytes(in)));
        kind = in.readByte();
      }
      if (kind != END) {
        throw new IOException("no answer");
      }
      return new RowsAnswer(rows, in.readBoolean(), in.readInt(), in.readLong());
    }
  }
}
