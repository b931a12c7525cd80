package io.newsledger.producer.fuzz;

import io.newsledger.events.Article;
import io.newsledger.events.RejectReason;
import io.newsledger.producer.format.OfferReader;
import io.newsledger.producer.format.Offers;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.Offer;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Reading;
import java.io.ByteArrayInputStream;
import java.time.Instant;

/** What holds for everything that is read. */
final class Offered {
  private static final OfferReader READER =
      new OfferReader(ArticleReader.withDefault(Instant.EPOCH));

  private Offered() {}

  /** Reads a file of this name. */
  static void check(String name, byte[] bytes) {
    try (Offers offers = READER.offers(Input.stream(name, name, new ByteArrayInputStream(bytes)))) {
      offers.forEachRemaining(Offered::check);
    }
  }

  /** An article has what it needs; a refusal has a reason and is no fault of ours. */
  static void check(Offer offer) {
    if (offer.reading() instanceof Reading.Refused refused) {
      if (refused.reason() == RejectReason.FAILED || refused.detail().isBlank()) {
        throw new AssertionError(refused.toString());
      }
      return;
    }
    Article article = ((Reading.Read) offer.reading()).article();
    boolean empty = article.getBody() != null && article.getBody().isBlank();
    if (empty || article.getRevisedAt().isBefore(article.getPublishedAt())) {
      throw new AssertionError(article.toString());
    }
  }
}
