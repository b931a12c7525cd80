package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.pipeline.Counted;
import io.newsledger.app.pipeline.Ingestion;
import io.newsledger.app.pipeline.Source;
import io.newsledger.producer.input.Inputs;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.writing.IngestException;
import java.util.ArrayList;
import java.util.List;

/**
 * Articles on their way to the log.
 *
 * @param sources what was given, in order
 * @param reader reads it
 */
record Offering(List<Source> sources, ArticleReader reader) {
  private static final String REJECTS = "; see 'newsledger rejects'";

  /**
   * Looks up what is offered.
   *
   * @throws CommandFailure if a path names nothing: better told before anything is written
   */
  static Offering of(List<String> paths, ArticleReader reader, Context context) {
    List<Source> sources = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String path : paths) {
      Inputs inputs = Inputs.of(List.of(path), context.in());
      missing.addAll(inputs.missing());
      sources.add(new Source(path, inputs.inputs()));
    }
    if (!missing.isEmpty()) {
      throw new CommandFailure(
          "there is no " + String.join(", no ", missing) + ": nothing was read");
    }
    return new Offering(List.copyOf(sources), reader);
  }

  /** Whether nothing is offered. */
  boolean isEmpty() {
    return sources.stream().allMatch(source -> source.inputs().isEmpty());
  }

  /** Writes it all, and tells what was refused and what became of the rest. */
  void to(Ingestion ingestion) {
    List<String> names = sources.stream().map(Source::name).toList();
    Refusals refusals = new Refusals(names, ingestion.progress(), REJECTS);
    try {
      List<Counted> counts =
          ingestion.run(
              sources,
              reader,
              refused -> refusals.add(refused.origin(), refused.reason(), refused.detail()));
      refusals.finish();
      Summary.of(counts).forEach(ingestion.progress()::say);
    } catch (IngestException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }
}
