package io.newsledger.producer.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.RejectReason;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class InputReaderTest {
  private static final InputReader READER = new InputReader(ArticleReader.strict());

  @Test
  void whatIsReadKeepsNoSecondCopy() {
    Offer offer = READER.read(stream("a.md", "---\ndate: 2026-03-05\n---\nWords."));
    assertInstanceOf(Reading.Read.class, offer.reading());
    assertSame(Original.NONE, offer.original());
  }

  @Test
  void whatIsRefusedKeepsItsBytes() {
    Offer offer = READER.read(stream("a.md", "no date"));
    assertEquals(RejectReason.FRONT_MATTER, refused(offer).reason());
    assertArrayEquals("no date".getBytes(StandardCharsets.UTF_8), offer.original().bytes());
  }

  @Test
  void anEmptyOneHasOneEmptyPart() {
    Offer offer = READER.read(stream("a.md", ""));
    assertEquals(RejectReason.EMPTY, refused(offer).reason());
    assertEquals(1, offer.original().parts().size());
    assertEquals(0, offer.original().size());
    assertFalse(offer.original().isCut());
  }

  @Test
  void aStreamWithoutEndIsCutAndToldSo() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] to, int at, int length) {
            Arrays.fill(to, at, at + length, (byte) 'x');
            return length;
          }
        };
    Offer offer = READER.read(Input.stream("endless", "a.md", endless));
    assertEquals(RejectReason.TOO_LARGE, refused(offer).reason());
    assertTrue(refused(offer).detail().contains("only its first 67108864 bytes are kept"));
    assertEquals(Original.MAX_KEPT, offer.original().kept());
    assertTrue(offer.original().isCut());
  }

  @Test
  void aFileThatShrankOrGrewIsTakenAsItWasRead() throws IOException {
    for (long told : new long[] {0, 3, 1000}) {
      Original original =
          Original.read(
              new ByteArrayInputStream("abcdef".getBytes(StandardCharsets.US_ASCII)),
              OptionalLong.of(told));
      assertEquals(6, original.size());
      assertFalse(original.isCut());
    }
  }

  @Test
  void troubleWithTheDiskIsARefusal() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk on fire");
          }

          @Override
          public int read(byte[] to, int at, int length) throws IOException {
            throw new IOException("disk on fire");
          }
        };
    Reading.Refused refused = refused(READER.read(Input.stream("disk", "a.md", broken)));
    assertEquals(RejectReason.UNREADABLE, refused.reason());
    assertTrue(refused.detail().contains("disk on fire"));
  }

  @Property(tries = 30)
  void partsHoldEveryByteInOrder(@ForAll @IntRange(max = 3 * Original.PART) int size)
      throws IOException {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i * 31 + i / 251);
    }
    Original original = Original.read(new ByteArrayInputStream(bytes), OptionalLong.empty());
    assertArrayEquals(bytes, original.bytes());
    assertEquals(size, original.size());
    assertEquals(Math.max(1, (size + Original.PART - 1) / Original.PART), original.parts().size());
  }

  private static Reading.Refused refused(Offer offer) {
    return assertInstanceOf(Reading.Refused.class, offer.reading());
  }

  private static Input stream(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Input.stream(name, name, new ByteArrayInputStream(bytes));
  }
}
