package io.newsledger.app.pipeline;

import io.newsledger.app.connection.Connection;
import io.newsledger.events.Article;
import io.newsledger.producer.format.OfferReader;
import io.newsledger.producer.format.Offers;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.Offer;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.writing.ArticleProducer;
import io.newsledger.producer.writing.IngestReport;
import io.newsledger.producer.writing.ProducerSettings;
import io.newsledger.producer.writing.Progress.Committed;
import io.newsledger.producer.writing.Progress.Refused;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Writes what is offered to the brokers.
 *
 * @param connection how to reach them
 * @param ending ends it early, after a transaction
 * @param progress hears how many things were read
 */
public record Ingestion(Connection connection, Ending ending, Progress progress) {
  /**
   * What came of it.
   *
   * @param report all that was offered
   * @param sources the same by what it is counted under
   * @param passedOver parts of archives that are no documents
   * @param complete whether all was read; not so if it was ended early
   */
  public record Result(
      IngestReport report, Map<String, IngestReport> sources, long passedOver, boolean complete) {}

  /**
   * Returns when all is written, or as much as was offered before the end.
   *
   * @param refusals hears of everything that is refused
   */
  public Result run(List<Input> inputs, ArticleReader reader, Consumer<Refused> refusals) {
    Reach reach = new Reach(inputs.size());
    progress.at("reading " + inputs.size() + " files");
    try (ArticleProducer producer = producer(reader);
        Offers offers = new OfferReader(reader).offers(reach.over(inputs.iterator()))) {
      Committed[] last = {new Committed(IngestReport.NONE, Map.of())};
      producer.write(
          untilEnded(offers),
          step -> {
            if (step instanceof Refused refused) {
              refusals.accept(refused);
            } else if (step instanceof Committed committed) {
              last[0] = committed;
              progress.at(reach.told(committed.soFar().offered()));
            }
          });
      return new Result(
          last[0].soFar(),
          last[0].sources(),
          offers.passedOver(),
          !ending.isOver() || !offers.hasNext());
    }
  }

  /**
   * Writes one revision.
   *
   * @return whether it was not there yet
   */
  public boolean write(Article revision) {
    try (ArticleProducer producer = producer(ArticleReader.strict())) {
      return producer.write(revision);
    }
  }

  private ArticleProducer producer(ArticleReader reader) {
    return new ArticleProducer(
        connection.properties(Map.of()),
        connection.serdes(),
        ProducerSettings.of(reader, RandomGenerator.getDefault()));
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
