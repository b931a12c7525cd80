package io.newsledger.app.pipeline;

import io.newsledger.app.connection.Connection;
import io.newsledger.events.Article;
import io.newsledger.producer.figures.FigureTables;
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
import io.newsledger.producer.writing.RejectLog;
import io.newsledger.producer.writing.Rejected;
import io.newsledger.producer.writing.Retry;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;
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
    try (Offers offers = new OfferReader(reader).offers(reach.over(inputs.iterator()))) {
      Committed done = write(offers, reader, refusals, reach::told);
      return result(done, offers.passedOver(), offers);
    }
  }

  /**
   * Writes tables of figures.
   *
   * @param tables reads them
   * @param refusals hears of each that is refused
   */
  public Result figures(
      List<Input> files, FigureTables tables, ArticleReader reader, Consumer<Refused> refusals) {
    progress.at("reading " + files.size() + " tables");
    Iterator<Offer> offers = files.stream().map(tables::read).iterator();
    Committed done = write(offers, reader, refusals, offered -> "read " + offered + " tables");
    return result(done, 0, offers);
  }

  /**
   * Offers again what was refused.
   *
   * @param log all that was refused
   * @param wanted which of it
   * @param reader reads it
   * @param lost hears of what cannot be read again, as not all of its bytes are kept
   * @param refusals hears of what is refused again
   */
  public Result retry(
      RejectLog log,
      Predicate<Rejected> wanted,
      ArticleReader reader,
      Consumer<Rejected> lost,
      Consumer<Refused> refusals) {
    progress.at("reading what was refused");
    Iterator<Rejected> whole = new Choice<>(log, one -> wanted.test(one) && isWhole(one, lost));
    Retry retry = new Retry(whole, reader);
    Committed done =
        write(retry, reader, refusals, offered -> "read " + offered + " rejects again");
    return result(done, 0, retry);
  }

  private static boolean isWhole(Rejected one, Consumer<Rejected> lost) {
    if (!one.isWhole()) {
      lost.accept(one);
    }
    return one.isWhole();
  }

  private Result result(Committed done, long passedOver, Iterator<Offer> offers) {
    boolean complete = !ending.isOver() || !offers.hasNext();
    return new Result(done.soFar(), done.sources(), passedOver, complete);
  }

  private Committed write(
      Iterator<Offer> offers,
      ArticleReader reader,
      Consumer<Refused> refusals,
      LongFunction<String> told) {
    Committed[] last = {new Committed(IngestReport.NONE, Map.of())};
    try (ArticleProducer producer = open(reader)) {
      producer.write(
          untilEnded(offers),
          step -> {
            if (step instanceof Refused refused) {
              refusals.accept(refused);
            } else if (step instanceof Committed committed) {
              last[0] = committed;
              progress.at(told.apply(committed.soFar().offered()));
            }
          });
    }
    return last[0];
  }

  /**
   * Writes one revision.
   *
   * @return whether it was not there yet
   */
  public boolean write(Article revision) {
    try (ArticleProducer producer = open(ArticleReader.strict())) {
      return producer.write(revision);
    }
  }

  /** A writer to write with more than once; closed by the caller. */
  public ArticleProducer open(ArticleReader reader) {
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
