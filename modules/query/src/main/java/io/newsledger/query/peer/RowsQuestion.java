package io.newsledger.query.peer;

import io.newsledger.query.state.Keys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Which rows one instance asks another for: those of some keys, or without keys those of a range.
 *
 * @param application that keeps the state
 * @param store its name
 * @param partitions to look in; of a range exactly one
 * @param copies whether to look in copies, not in what the instance works on
 * @param keys looked for, in this order; empty for a range
 * @param range looked through, if there are no keys
 * @param limit rows of a range, at most; at least 1
 */
public record RowsQuestion(
    String application,
    String store,
    List<Integer> partitions,
    boolean copies,
    List<String> keys,
    Keys range,
    int limit) {
  /** Keys in one question, at most. */
  public static final int MOST_KEYS = 1_000;

  /** Bytes of a question, at most. */
  public static final int LARGEST = 4 * 1024 * 1024;

  private static final int MOST_PARTITIONS = 10_000;
  private static final int VERSION = 1;

  public RowsQuestion {
    Objects.requireNonNull(application, "application");
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(range, "range");
    partitions = List.copyOf(partitions);
    keys = List.copyOf(keys);
    if (keys.size() > MOST_KEYS || partitions.isEmpty() || partitions.size() > MOST_PARTITIONS) {
      throw new IllegalArgumentException("too many keys, or no partition or too many");
    }
    if ((keys.isEmpty() && partitions.size() != 1) || limit < 1) {
      throw new IllegalArgumentException("a range is of one partition and at least one row");
    }
  }

  /** As it is sent. */
  public byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      Texts.write(out, application);
      Texts.write(out, store);
      out.writeInt(partitions.size());
      for (int partition : partitions) {
        out.writeInt(partition);
      }
      out.writeBoolean(copies);
      out.writeInt(keys.size());
      for (String key : keys) {
        Texts.write(out, key);
      }
      Texts.write(out, range.first());
      Texts.write(out, range.last());
      out.writeInt(limit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a question.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static RowsQuestion decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION) {
        throw new IllegalArgumentException("a question of another version");
      }
      String application = Texts.read(in);
      String store = Texts.read(in);
      List<Integer> partitions = new ArrayList<>();
      for (int left = count(in, MOST_PARTITIONS); left > 0; left--) {
        partitions.add(in.readInt());
      }
      boolean copies = in.readBoolean();
      List<String> keys = new ArrayList<>();
      for (int left = count(in, MOST_KEYS); left > 0; left--) {
        keys.add(Texts.read(in));
      }
      Keys range = new Keys(Texts.read(in), Texts.read(in));
      return new RowsQuestion(application, store, partitions, copies, keys, range, in.readInt());
    } catch (IOException e) {
      throw new IllegalArgumentException("no question: " + e.getMessage(), e);
    }
  }

  private static int count(DataInputStream in, int most) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > most) {
      throw new IOException(count + " of something");
    }
    return count;
  }
}
