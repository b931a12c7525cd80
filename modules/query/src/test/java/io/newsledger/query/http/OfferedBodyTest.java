package io.newsledger.query.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OfferedBodyTest {
  private static final int MOST = 100_000;
  private static final byte[] WORDS = "Ada Moor left Quill.".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @ValueSource(strings = {"", "identity", " Identity "})
  void whatIsNotPackedIsTakenAsItIs(String encoding) throws Exception {
    assertArrayEquals(WORDS, whole(WORDS, encoding));
    assertArrayEquals(gzip(WORDS), whole(gzip(WORDS), encoding));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
  void whatIsPackedIsUnpacked(String encoding) throws Exception {
    assertArrayEquals(WORDS, whole(gzip(WORDS), encoding));
    assertArrayEquals(
        "ab".getBytes(StandardCharsets.UTF_8),
        whole(joined(gzip(new byte[] {'a'}), gzip(new byte[] {'b'})), encoding));
  }

  @Test
  void theBoundHoldsForWhatIsSentAndForWhatIsUnpacked() throws Exception {
    byte[] most = new byte[MOST];
    assertEquals(MOST, whole(most, "").length);
    assertEquals(MOST, whole(gzip(most), "gzip").length);
    byte[] more = new byte[MOST + 1];
    assertEquals(413, status(new ByteArrayInputStream(more), ""));
    assertEquals(413, status(new ByteArrayInputStream(gzip(more)), "gzip"));
    byte[] noise = new byte[MOST];
    new Random(7).nextBytes(noise);
    assertEquals(413, status(new ByteArrayInputStream(gzip(noise)), "gzip"));
  }

  @Test
  void bombsAreLeftPacked() throws IOException {
    byte[] bomb = gzip(new byte[32 * 1024 * 1024]);
    assertTrue(bomb.length < MOST);
    assertEquals(413, status(new ByteArrayInputStream(bomb), "gzip"));
    assertEquals(413, status(new Endless(gzip(new byte[0])), "gzip"));
    assertEquals(413, status(new Endless(new byte[] {'x'}), ""));
  }

  @Test
  void whatIsBrokenIsTold() throws IOException {
    byte[] packed = gzip(WORDS);
    assertEquals(400, status(new ByteArrayInputStream(WORDS), "gzip"));
    assertEquals(400, status(new ByteArrayInputStream(new byte[0]), "gzip"));
    assertEquals(
        400, status(new ByteArrayInputStream(Arrays.copyOf(packed, packed.length - 9)), "gzip"));
    packed[packed.length - 6] ^= 1;
    assertEquals(400, status(new ByteArrayInputStream(packed), "gzip"));
    for (String unknown : new String[] {"br", "deflate", "gzip, gzip"}) {
      assertEquals(415, status(new ByteArrayInputStream(packed), unknown));
    }
  }

  @Test
  void whoBreaksOffHearsNothing() {
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(new byte[] {0x1F, (byte) 0x8B}),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("gone");
              }

              @Override
              public int read(byte[] into, int from, int length) throws IOException {
                throw new IOException("gone");
              }
            });
    assertThrows(IOException.class, () -> OfferedBody.read(broken, "gzip", MOST));
  }

  private static byte[] whole(byte[] sent, String encoding) throws Exception {
    return OfferedBody.read(new ByteArrayInputStream(sent), encoding, MOST);
  }

  private static int status(InputStream sent, String encoding) {
    return assertThrows(OfferedBody.Refused.class, () -> OfferedBody.read(sent, encoding, MOST))
        .problem()
        .status();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** The same bytes for ever. */
  private static final class Endless extends InputStream {
    private final byte[] bytes;
    private int at;

    private Endless(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      int one = bytes[at] & 0xFF;
      at = (at + 1) % bytes.length;
      return one;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      for (int i = 0; i < length; i++) {
        into[from + i] = (byte) read();
      }
      return length;
    }
  }
}
