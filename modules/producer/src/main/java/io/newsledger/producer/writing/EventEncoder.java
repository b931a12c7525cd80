package io.newsledger.producer.writing;

import io.newsledger.events.Article;
import io.newsledger.events.ArticleIndex;
import io.newsledger.events.Reject;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Topic;
import io.newsledger.events.topic.Topics;
import io.newsledger.producer.input.Offer;
import io.newsledger.producer.input.Original;
import io.newsledger.producer.reading.Reading;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Events as records.
 *
 * <p>All records bear the time stamp 0. The clock's would not replay; an article's own may lie in
 * the future, which brokers refuse beyond an hour ({@code message.timestamp.after.max.ms}), so that
 * a single misdated article would stop all. The times of an event stand in the event.
 */
final class EventEncoder {
  private static final long TIMESTAMP = 0L;
  private static final int ID_BYTES = 16;

  private final Serializer<Article> articles;
  private final Serializer<ArticleIndex> entries;
  private final Serializer<Reject> rejects;

  EventEncoder(EventSerdes serdes) {
    this.articles = serdes.of(Article.class).serializer();
    this.entries = serdes.of(ArticleIndex.class).serializer();
    this.rejects = serdes.of(Reject.class).serializer();
  }

  ProducerRecord<String, byte[]> article(Article article) {
    return encoded(Topics.ARTICLES, article.getId(), article, articles);
  }

  ProducerRecord<String, byte[]> entry(ArticleIndex entry) {
    return encoded(Topics.ARTICLE_INDEX, entry.getId(), entry, entries);
  }

  /** The entry of this id is gone. */
  ProducerRecord<String, byte[]> noEntry(String id) {
    return new ProducerRecord<>(Topics.ARTICLE_INDEX.name(), null, TIMESTAMP, id, (byte[]) null);
  }

  /** The parts of a reject, encoded one by one as they are asked for. */
  Stream<ProducerRecord<String, byte[]>> reject(String id, Offer offer, Reading.Refused refused) {
    Original original = offer.original();
    int parts = original.parts().size();
    return IntStream.range(0, parts)
        .mapToObj(
            part ->
                new Reject(
                    id,
                    offer.input().origin(),
                    refused.reason(),
                    refused.detail(),
                    original.size(),
                    part,
                    parts,
                    original.parts().get(part).duplicate()))
        .map(reject -> encoded(Topics.REJECTS, id, reject, rejects));
  }

  /**
   * Identity of a reject: where it came from and its bytes. What could not be kept of it counts by
   * its size.
   */
  static String rejectId(Offer offer) {
    MessageDigest digest = sha256();
    byte[] origin = offer.input().origin().getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, origin.length));
    digest.update(origin);
    Original original = offer.original();
    original.parts().forEach(part -> digest.update(part.duplicate()));
    if (original.isCut()) {
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, original.size()));
    }
    return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
  }

  private static <T extends SpecificRecord> ProducerRecord<String, byte[]> encoded(
      Topic<T> topic, String key, T event, Serializer<T> serializer) {
    byte[] bytes = serializer.serialize(topic.name(), event);
    return new ProducerRecord<>(topic.name(), null, TIMESTAMP, key, bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
