package io.newsledger.producer.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.Offer;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Reading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class ReadAheadTest {
  private static final int MANY = 1000;
  private static final int LARGE = 3 * 1024 * 1024;

  private final OfferReader reader =
      new OfferReader(ArticleReader.withDefault(Instant.parse("2026-03-05T00:00:00Z")));
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private final AtomicLong read = new AtomicLong();

  @Test
  void allIsOfferedInItsOrder() {
    List<Input> inputs =
        IntStream.range(0, MANY)
            .mapToObj(
                i ->
                    switch (i % 4) {
                      case 0 -> input(i + ".md", "Article " + i, true);
                      case 1 -> input(i + ".html", "<p>Article " + i + "</p>", true);
                      case 2 -> input(i + ".jsonl", "{\"text\":\"Article " + i + "\"}\n", true);
                      default -> input(i + ".txt", "Article " + i, false);
                    })
            .toList();
    List<String> bodies = new ArrayList<>();
    try (Offers offers = reader.offers(inputs.iterator())) {
      offers.forEachRemaining(offer -> bodies.add(body(offer)));
    }
    assertEquals(IntStream.range(0, MANY).mapToObj(i -> "Article " + i).toList(), bodies);
    assertEquals(MANY, opened.get());
    assertEquals(MANY, closed.get());
  }

  @Test
  void fewInputsAreReadBeforeTheirTurn() {
    List<Input> inputs =
        IntStream.range(0, MANY).mapToObj(i -> input(i + ".md", "Words.", true)).toList();
    try (Offers offers = reader.offers(inputs.iterator())) {
      offers.next();
    }
    assertTrue(opened.get() <= ReadAhead.MOST_INPUTS, opened + " opened");
    assertEquals(opened.get(), closed.get());
  }

  @Test
  void fewBytesAreReadBeforeTheirTurn() {
    byte[] large = "w".repeat(LARGE).getBytes(StandardCharsets.UTF_8);
    List<Input> inputs =
        IntStream.range(0, MANY).mapToObj(i -> input(i + ".md", large, true)).toList();
    try (Offers offers = reader.offers(inputs.iterator())) {
      offers.next();
    }
    assertTrue(read.get() <= ReadAhead.MOST_BYTES, read + " bytes read");
  }

  @Test
  void whatIsLargerThanAllThatMayBeReadAheadIsReadInItsTurn() {
    Input large = input("a.md", "w".repeat((int) ReadAhead.MOST_BYTES + 1), true);
    try (Offers offers = reader.offers(List.of(large, large, large).iterator())) {
      offers.next();
      assertEquals(1, opened.get());
      assertTrue(offers.hasNext());
      assertEquals(2, opened.get());
    }
  }

  @Test
  void whatIsStreamedIsOpenedInItsTurn() {
    Input stream = input("stdin", "Words.", false);
    try (Offers offers = reader.offers(List.of(input("a.md", "A.", true), stream).iterator())) {
      assertEquals("A.", body(offers.next()));
      assertEquals(1, opened.get());
      assertEquals("Words.", body(offers.next()));
    }
  }

  @Test
  void whatIsPackedIsUnpackedInItsTurn() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 128; i++) {
        out.write(new byte[1024 * 1024]);
      }
    }
    byte[] bomb = packed.toByteArray();
    assertTrue(bomb.length > 64 * 1024 + 1 && bomb.length < ReadAhead.MOST_BYTES / 4);
    Input input = input("a.gz", bomb, true);
    Offers ahead = reader.offers(input);
    assertTrue(read.get() < bomb.length, read + " bytes read");
    ahead.close();
    assertEquals(1, closed.get());
    assertFalse(ahead.hasNext());
  }

  private static String body(Offer offer) {
    return ((Reading.Read) offer.reading()).article().getBody();
  }

  private Input input(String name, String text, boolean sized) {
    return input(name, text.getBytes(StandardCharsets.UTF_8), sized);
  }

  private Input input(String name, byte[] bytes, boolean sized) {
    return new Input(
        name,
        name,
        name,
        new Input.Content() {
          @Override
          public InputStream open() {
            opened.incrementAndGet();
            return new Watched(new ByteArrayInputStream(bytes));
          }

          @Override
          public OptionalLong size() {
            return sized ? OptionalLong.of(bytes.length) : OptionalLong.empty();
          }
        });
  }

  /** Counts what is read and what is closed. */
  private final class Watched extends FilterInputStream {
    private boolean isClosed;

    private Watched(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      read.addAndGet(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = super.read(into, from, length);
      read.addAndGet(Math.max(0, count));
      return count;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    @Override
    public void close() throws IOException {
      if (!isClosed) {
        isClosed = true;
        closed.incrementAndGet();
      }
      super.close();
    }
  }
}
