package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.producer.figures.FigureTables;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.Inputs;
import io.newsledger.producer.reading.ArticleReader;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Tables of figures, and what they do not tell themselves. */
final class FiguresOption {
  @Option(
      names = "--figures",
      paramLabel = "FILE",
      description =
          "A table of figures as comma-separated values: StatCounter's export, or a header with"
              + " entity, metric, value and perhaps unit, scope, bound, certainty, date, and a figure"
              + " a line. Each becomes a claim. May be given again.")
  private List<String> files = List.of();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Publisher of tables that name none.")
  private String source;

  @Option(
      names = "--scope",
      paramLabel = "TEXT",
      description = "Market of figures that name none, as 'AI chatbots, worldwide'.")
  private String scope;

  boolean isEmpty() {
    return files.isEmpty();
  }

  /** The tables, not opened yet. */
  List<Input> inputs(Context context) {
    Inputs inputs = Inputs.of(files, context.in());
    if (!inputs.missing().isEmpty()) {
      throw new CommandFailure(
          "there is no " + String.join(", no ", inputs.missing()) + ": nothing was read");
    }
    return inputs.inputs();
  }

  /** Paths as they were given. */
  List<String> files() {
    return files;
  }

  FigureTables tables(ArticleReader reader) {
    return new FigureTables(reader, Optional.ofNullable(source), Optional.ofNullable(scope));
  }
}
