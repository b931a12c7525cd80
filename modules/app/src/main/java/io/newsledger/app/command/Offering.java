package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.pipeline.Ingestion;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.Inputs;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.writing.IngestException;
import io.newsledger.producer.writing.Progress.Refused;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Articles on their way to the log.
 *
 * @param paths as the user gave them
 * @param inputs what they offer
 * @param reader reads it
 */
record Offering(List<String> paths, Inputs inputs, ArticleReader reader) {
  private static final String REJECTS = "; see 'newsledger rejects'";

  /**
   * Looks up what is offered.
   *
   * @throws CommandFailure if a path names nothing: better told before anything is written
   */
  static Offering of(List<String> paths, ArticleReader reader, Context context) {
    Inputs inputs = Inputs.of(paths, context.in());
    if (!inputs.missing().isEmpty()) {
      throw new CommandFailure(
          "there is no " + String.join(", no ", inputs.missing()) + ": nothing was read");
    }
    return new Offering(paths, inputs, reader);
  }

  /** Writes it all, and tells what was refused. */
  Ingestion.Result to(Ingestion ingestion) {
    return told(paths, ingestion, refusals -> ingestion.run(inputs.inputs(), reader, refusals));
  }

  /** Writes tables of figures, and tells what was refused. */
  Ingestion.Result figures(List<Input> tables, FiguresOption figures, Ingestion ingestion) {
    return told(
        figures.files(),
        ingestion,
        refusals -> ingestion.figures(tables, figures.tables(reader), reader, refusals));
  }

  private static Ingestion.Result told(
      List<String> paths, Ingestion ingestion, Function<Consumer<Refused>, Ingestion.Result> work) {
    Refusals refusals = new Refusals(paths, ingestion.progress(), REJECTS);
    try {
      Ingestion.Result result =
          work.apply(refused -> refusals.add(refused.origin(), refused.reason(), refused.detail()));
      refusals.finish();
      Summary.of(result).forEach(ingestion.progress()::say);
      return result;
    } catch (IngestException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }
}
