package io.newsledger.producer.rejects;

import io.newsledger.producer.format.OfferReader;
import io.newsledger.producer.format.Offers;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.Offer;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Reading;
import io.newsledger.producer.writing.ArticleProducer;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Offers again what was refused, after a fix. */
public final class Retry {
  private final OfferReader reader;
  private final ArticleProducer producer;

  /** What became of a reject. */
  public sealed interface Result {
    /** Its articles stand on the log now; it is settled. */
    record Taken(long articles) implements Result {}

    /** It is refused still, for this reason. */
    record Refused(String detail) implements Result {}

    /** Its bytes are not at hand. */
    record NotAtHand() implements Result {}

    /** It was settled before. */
    record Settled() implements Result {}
  }

  /** Reads with this reader and writes by this producer, which stays open. */
  public Retry(ArticleReader reader, ArticleProducer producer) {
    this.reader = new OfferReader(reader);
    this.producer = producer;
  }

  /** Offers one again; refused again, it stays as it stands. */
  public Result offer(Rejected rejected) {
    if (!producer.isOpen(rejected.id())) {
      return new Result.Settled();
    }
    Optional<Input> again = rejected.again();
    if (again.isEmpty()) {
      return new Result.NotAtHand();
    }
    try (Offers offers = reader.offers(again.get())) {
      Found found = new Found(offers);
      long articles = producer.write(found, told -> {}).offered();
      if (found.refusal != null || articles == 0) {
        return new Result.Refused(found.refusal == null ? "holds no article" : found.refusal);
      }
      producer.settle(rejected.id());
      return new Result.Taken(articles);
    }
  }

  /** Of what is offered the articles; notes the first refusal. */
  private static final class Found implements Iterator<Offer> {
    private final Offers offers;
    private Offer next;
    private String refusal;

    private Found(Offers offers) {
      this.offers = offers;
    }

    @Override
    public boolean hasNext() {
      while (next == null && offers.hasNext()) {
        Offer offer = offers.next();
        if (offer.reading() instanceof Reading.Refused refused) {
          refusal = refusal == null ? refused.detail() : refusal;
        } else {
          next = offer;
        }
      }
      return next != null;
    }

    @Override
    public Offer next() {
      if (!hasNext()) {
        throw new NoSuchElementException("all articles were taken");
      }
      Offer offer = next;
      next = null;
      return offer;
    }
  }
}
