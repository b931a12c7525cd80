package io.newsledger.query.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** The body of a request, unpacked. Holds no more than the bound. */
final class OfferedBody {
  /** The packing that is understood. */
  static final String GZIP = "gzip";

  /** Status of a packing that is not, after RFC 9110. */
  static final int UNKNOWN_ENCODING = 415;

  private OfferedBody() {}

  /** Why a body is not taken. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private Refused(int status, String title, String detail) {
      super(detail);
      this.problem = Problem.of(status, title, detail);
    }

    /** As it is answered. */
    Problem problem() {
      return problem;
    }
  }

  /**
   * Reads all of it.
   *
   * @param in as it is sent; left open
   * @param encoding value of {@code Content-Encoding}; empty if there is none
   * @param most bytes that it may have, as it is sent and as it is unpacked
   * @throws Refused if it has more, or cannot be unpacked
   * @throws IOException if the sender breaks off
   */
  static byte[] read(InputStream in, String encoding, int most) throws IOException, Refused {
    Sent sent = new Sent(in, most);
    byte[] bytes =
        switch (encoding.strip().toLowerCase(Locale.ROOT)) {
          case "", "identity" -> sent.readNBytes(most + 1);
          case GZIP, "x-gzip" -> unpacked(sent, most);
          default ->
              throw new Refused(
                  UNKNOWN_ENCODING,
                  "Unknown encoding",
                  "a body is sent as it is, or with Content-Encoding: " + GZIP);
        };
    if (bytes.length > most || sent.isOver()) {
      sent.drain();
      throw new Refused(
          413,
          "Too large",
          "a body has at most "
              + most
              + " bytes, unpacked as well; offer it in parts, or with 'newsledger ingest'");
    }
    return bytes;
  }

  /** One byte more than is allowed, if there is more. */
  private static byte[] unpacked(Sent sent, int most) throws IOException, Refused {
    try (InputStream plain =
        GzipCompressorInputStream.builder()
            .setInputStream(sent)
            .setDecompressConcatenated(true)
            .get()) {
      return plain.readNBytes(most + 1);
    } catch (IOException e) {
      if (sent.failed()) {
        throw e;
      } else if (sent.isOver()) {
        return new byte[0];
      }
      throw new Refused(400, "Broken body", "the body is no whole gzip file: " + e.getMessage());
    }
  }

  /** What is sent, up to the bound; knows whether there was more. */
  private static final class Sent extends InputStream {
    private static final int PART = 64 * 1024;
    private static final int DRAINED = 4;

    private final InputStream in;
    private final int most;
    private long left;
    private boolean failed;

    private Sent(InputStream in, int most) {
      this.in = in;
      this.most = most;
      this.left = most + 1L;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (left == 0) {
        return -1;
      }
      try {
        int read = in.read(into, from, (int) Math.min(left, length));
        left -= Math.max(0, read);
        return read;
      } catch (IOException e) {
        failed = true;
        throw e;
      }
    }

    /** Whether more was sent than the bound. */
    boolean isOver() {
      return left == 0;
    }

    /** Whether the sender broke off. */
    boolean failed() {
      return failed;
    }

    /** Who is still sending would not hear the answer; who sends without end hears none. */
    void drain() throws IOException {
      byte[] part = new byte[PART];
      long drained = 0;
      int read = in.read(part);
      while (read >= 0 && drained < (long) DRAINED * most) {
        drained += read;
        read = in.read(part);
      }
    }
  }
}
