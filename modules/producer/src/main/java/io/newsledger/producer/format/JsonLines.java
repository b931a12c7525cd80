package io.newsledger.producer.format;

import io.newsledger.events.RejectReason;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.Offer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** JSON Lines, one line in memory at a time. Blank lines are none. */
final class JsonLines extends StreamedOffers {
  /** Longest line that is read, in bytes. */
  static final int MAX_LINE = 16 * 1024 * 1024;

  /** A line of more bytes than this has no end, and nothing is read behind it. */
  private static final long MAX_COUNTED = 1024L * 1024 * 1024;

  private final Input input;
  private final InputStream in;
  private final JsonDocuments documents;
  private final Deque<Offer> waiting = new ArrayDeque<>();
  private final byte[] buffer = new byte[64 * 1024];
  private int at;
  private int filled;
  private long line;
  private boolean ended;

  JsonLines(Input input, InputStream in, JsonDocuments documents) {
    super(in);
    this.input = input;
    this.in = in;
    this.documents = documents;
  }

  @Override
  Optional<Offer> read() {
    while (waiting.isEmpty() && !ended) {
      line++;
      Part part = Part.of(input, Long.toString(line), new byte[0]);
      try {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        long beyond = line(kept);
        part = Part.of(input, Long.toString(line), kept.toByteArray());
        if (beyond > 0) {
          waiting.add(
              part.refused(
                  RejectReason.TOO_LARGE,
                  "is a line of more than " + MAX_LINE + " bytes; only these are kept here"));
        } else if (!isBlank(kept)) {
          waiting.addAll(documents.read(part));
        }
      } catch (IOException e) {
        ended = true;
        waiting.add(
            part.refused(RejectReason.UNREADABLE, "the file breaks off: " + e.getMessage()));
      }
    }
    return Optional.ofNullable(waiting.poll());
  }

  /** Reads to the end of the line; how many bytes of it were not kept. */
  private long line(ByteArrayOutputStream kept) throws IOException {
    long beyond = 0;
    while (beyond < MAX_COUNTED) {
      if (at == filled) {
        filled = Math.max(0, in.read(buffer, 0, buffer.length));
        at = 0;
        if (filled == 0) {
          ended = true;
          return beyond;
        }
      }
      int end = at;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      int wanted = Math.min(end - at, MAX_LINE - kept.size());
      kept.write(buffer, at, wanted);
      beyond += end - at - wanted;
      at = end;
      if (end < filled) {
        at++;
        return beyond;
      }
    }
    ended = true;
    return beyond;
  }

  private static boolean isBlank(ByteArrayOutputStream bytes) {
    return bytes.size() < 64 && bytes.toString(StandardCharsets.ISO_8859_1).isBlank();
  }

  @Override
  public long passedOver() {
    return 0;
  }
}
