package io.newsledger.app.pipeline;

import io.newsledger.events.Article;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.producer.format.OfferReader;
import io.newsledger.producer.format.Offers;
import io.newsledger.producer.input.Offer;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.writing.ArticleProducer;
import io.newsledger.producer.writing.IngestReport;
import io.newsledger.producer.writing.ProducerSettings;
import io.newsledger.producer.writing.Progress.Committed;
import io.newsledger.producer.writing.Progress.Refused;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Writes what is offered to the brokers.
 *
 * @param bootstrapServers brokers
 * @param ending ends it early, after a transaction
 * @param progress hears how many things were read
 */
public record Ingestion(String bootstrapServers, Ending ending, Progress progress) {
  /**
   * Returns when all is written, or as much as was offered before the end.
   *
   * @param refusals hears of everything that is refused
   * @return counts by source, in their order
   */
  public List<Counted> run(
      List<Source> sources, ArticleReader reader, Consumer<Refused> refusals) {
    progress.at("reading");
    OfferReader offerReader = new OfferReader(reader);
    List<Counted> counts = new ArrayList<>();
    long before = 0;
    try (ArticleProducer producer = producer()) {
      for (Source source : sources) {
        try (Offers offers = offerReader.offers(source.inputs().iterator())) {
          IngestReport report = producer.write(untilEnded(offers), steps(before, refusals));
          before += report.offered();
          counts.add(new Counted(source.name(), report, offers.passedOver()));
        }
      }
    }
    return counts;
  }

  private Consumer<io.newsledger.producer.writing.Progress> steps(
      long before, Consumer<Refused> refusals) {
    return step -> {
      if (step instanceof Refused refused) {
        refusals.accept(refused);
      } else if (step instanceof Committed committed) {
        progress.at("read: " + (before + committed.soFar().offered()));
      }
    };
  }

  /** Whether it ended before all was read. */
  public boolean isCutShort() {
    return ending.isOver();
  }

  /**
   * Writes one revision.
   *
   * @return whether it was not there yet
   */
  public boolean write(Article revision) {
    try (ArticleProducer producer = producer()) {
      return producer.write(revision);
    }
  }

  /** A producer to these brokers, for one thread. */
  public ArticleProducer producer() {
    return new ArticleProducer(
        kafka(), EventSerdes.singleObject(), ProducerSettings.of(ArticleReader.strict()));
  }

  /** What Kafka clients need to know. */
  public Map<String, Object> kafka() {
    return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
  }

  private Iterator<Offer> untilEnded(Iterator<Offer> offers) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !ending.isOver() && offers.hasNext();
      }

      @Override
      public Offer next() {
        return offers.next();
      }
    };
  }
}
