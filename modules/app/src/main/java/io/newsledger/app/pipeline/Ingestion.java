package io.newsledger.app.pipeline;

import io.newsledger.app.connection.Connection;
import io.newsledger.events.Article;
import io.newsledger.producer.input.Input;
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

/**
 * Writes what is offered to the brokers.
 *
 * @param connection how to reach them
 * @param ending ends it early, after a transaction
 * @param progress hears how many things were read
 */
public record Ingestion(Connection connection, Ending ending, Progress progress) {
  /**
   * Returns when all is written, or as much as was offered before the end.
   *
   * @param refusals hears of everything that is refused
   */
  public IngestReport run(List<Input> inputs, ArticleReader reader, Consumer<Refused> refusals) {
    progress.at("reading " + inputs.size() + " files");
    try (ArticleProducer producer = producer(reader)) {
      return producer.ingest(
          untilEnded(inputs.iterator()),
          step -> {
            if (step instanceof Refused refused) {
              refusals.accept(refused);
            } else if (step instanceof Committed committed) {
              progress.at(
                  "read " + committed.soFar().offered() + " of " + inputs.size() + " files");
            }
          });
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
        connection.properties(Map.of()), connection.serdes(), ProducerSettings.of(reader));
  }

  private Iterator<Input> untilEnded(Iterator<Input> inputs) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !ending.isOver() && inputs.hasNext();
      }

      @Override
      public Input next() {
        return inputs.next();
      }
    };
  }
}
