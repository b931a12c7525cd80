package io.newsledger.producer.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The bytes of something offered, held once, in parts.
 *
 * @param parts in order, each of {@link #PART} bytes but for the last, read only; without bytes,
 *     one empty part
 * @param size how many bytes there were; more than the parts hold if they were too many to keep
 */
public record Original(List<ByteBuffer> parts, long size) {
  /** Bytes of a part. */
  public static final int PART = 512 * 1024;

  /** Most bytes that are kept. */
  public static final int MAX_KEPT = 64 * 1024 * 1024;

  /** Where counting the bytes of a stream ends that does not end by itself. */
  private static final long MAX_COUNTED = 1024L * 1024 * 1024;

  /** Nothing, for what could not be read. */
  public static final Original NONE =
      new Original(List.of(ByteBuffer.allocate(0).asReadOnlyBuffer()), 0);

  public Original {
    parts = List.copyOf(parts);
  }

  /**
   * Reads all of it, or as much as is kept.
   *
   * @param size how many bytes are expected, if known: beyond what is kept, they are not read then
   */
  public static Original read(InputStream in, OptionalLong size) throws IOException {
    List<ByteBuffer> parts = new ArrayList<>();
    long kept = 0;
    boolean more = true;
    while (more && kept < MAX_KEPT) {
      byte[] part = in.readNBytes(PART);
      if (part.length > 0) {
        parts.add(ByteBuffer.wrap(part).asReadOnlyBuffer());
      }
      kept += part.length;
      more = part.length == PART;
    }
    if (parts.isEmpty()) {
      return NONE;
    }
    long beyond = more ? beyond(in, kept, size) : 0;
    return new Original(parts, kept + beyond);
  }

  private static long beyond(InputStream in, long kept, OptionalLong size) throws IOException {
    if (size.isPresent()) {
      return Math.max(0, size.getAsLong() - kept);
    }
    byte[] buffer = new byte[PART];
    long beyond = 0;
    int read = in.readNBytes(buffer, 0, PART);
    while (read > 0 && kept + beyond < MAX_COUNTED) {
      beyond += read;
      read = in.readNBytes(buffer, 0, PART);
    }
    return beyond;
  }

  /** Whether there were more bytes than are kept. */
  public boolean isCut() {
    return kept() < size;
  }

  /** How many bytes are kept. */
  public long kept() {
    return parts.stream().mapToLong(ByteBuffer::remaining).sum();
  }

  /** All bytes kept, as one array. */
  public byte[] bytes() {
    ByteBuffer joined = ByteBuffer.allocate(Math.toIntExact(kept()));
    parts.forEach(part -> joined.put(part.duplicate()));
    return joined.array();
  }
}
