package io.newsledger.events.serde;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.newsledger.events.Article;
import io.newsledger.events.ClaimStatus;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.Modality;
import io.newsledger.events.Quote;
import io.newsledger.events.QuoteField;
import io.newsledger.events.TalentClaim;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class EventSerdesTest {
  private final Serde<Article> articles = EventSerdes.singleObject().of(Article.class);

  private static Article article(String body) {
    return Article.newBuilder()
        .setId("a1")
        .setRevision("r1")
        .setRevisedAt(Instant.parse("2026-03-05T00:00:00Z"))
        .setPublishedAt(Instant.parse("2026-03-04T00:00:00Z"))
        .setTitle("İstanbul — 北京")
        .setBody(body)
        .build();
  }

  @Test
  void anEventSurvivesTheTrip() {
    Article article = article("Two lines\nof text, 千问.");
    byte[] bytes = articles.serializer().serialize("news.articles", article);
    assertEquals(article, articles.deserializer().deserialize("news.articles", bytes));
  }

  @Test
  void bytesBeginWithTheSingleObjectMarker() {
    byte[] bytes = articles.serializer().serialize("news.articles", article(null));
    assertArrayEquals(new byte[] {(byte) 0xC3, 0x01}, Arrays.copyOf(bytes, 2));
  }

  @Test
  void bytesAreThoseOfAvrosOwnEncoder() throws IOException {
    Article article = article("Two lines\nof text, 千问.");
    ByteBuffer expected =
        new BinaryMessageEncoder<Article>(
                SpecificData.getForClass(Article.class), Article.getClassSchema())
            .encode(article);
    assertEquals(
        expected, ByteBuffer.wrap(articles.serializer().serialize("news.articles", article)));
  }

  @Test
  void nothingIsLeftBehindOfAnEventThatCannotBeWritten() {
    byte[] whole = articles.serializer().serialize("t", article("text"));
    Article broken = article("text");
    broken.put(Article.getClassSchema().getField("revision").pos(), null);
    assertThrows(RuntimeException.class, () -> articles.serializer().serialize("t", broken));
    assertArrayEquals(whole, articles.serializer().serialize("t", article("text")));
  }

  @Test
  void decodedEventsWithTimesInListsCompare() {
    Serde<TalentClaim> claims = EventSerdes.singleObject().of(TalentClaim.class);
    Instant day = Instant.parse("2026-03-05T00:00:00Z");
    TalentClaim claim =
        TalentClaim.newBuilder()
            .setId("c")
            .setArticleId("a")
            .setRevision("r")
            .setPublishedAt(day)
            .setStatus(ClaimStatus.RETRACTED)
            .setKnown(List.of(new KnownInterval(day, day.plusSeconds(1))))
            .setExtractor("x")
            .setPerson("Ada Vale")
            .setModality(Modality.REPORTED)
            .setQuote(new Quote(QuoteField.BODY, 0, 1, "t"))
            .build();
    byte[] bytes = claims.serializer().serialize("t", claim);
    assertEquals(
        claims.deserializer().deserialize("t", bytes),
        claims.deserializer().deserialize("t", bytes));
  }

  @Test
  void nullIsADeletion() {
    assertNull(articles.serializer().serialize("t", null));
    assertNull(articles.deserializer().deserialize("t", null));
  }

  @Test
  void otherBytesAreRefusedWithTheTopicNamed() {
    byte[] text = "not an event".getBytes(StandardCharsets.UTF_8);
    SerializationException e =
        assertThrows(
            SerializationException.class, () -> articles.deserializer().deserialize("t1", text));
    assertEquals("not a Article: 12 bytes on t1", e.getMessage());
  }

  @Test
  void anEventOfAnotherTypeIsRefused() {
    Quote quote = new Quote(QuoteField.BODY, 0, 2, "ab");
    byte[] bytes = EventSerdes.singleObject().of(Quote.class).serializer().serialize("t", quote);
    assertThrows(
        SerializationException.class, () -> articles.deserializer().deserialize("t", bytes));
  }

  @Test
  void truncatedEventsAreRefusedAtEveryLength() {
    byte[] bytes = articles.serializer().serialize("t", article("some body"));
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(
          SerializationException.class,
          () -> articles.deserializer().deserialize("t", cut),
          "cut at " + length);
    }
  }
}
