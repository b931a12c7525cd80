package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.connection.Connection;
import io.newsledger.app.pipeline.Ending;
import io.newsledger.app.pipeline.Ingestion;
import io.newsledger.producer.input.Input;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Articles into a running pipeline. */
@Command(
    name = "ingest",
    description = {
      "Read articles into a running pipeline and end when they are written; it folds them by itself.",
      "What is refused is told on standard error and kept on the topic news.rejects, and the rest"
          + " goes on: that is no failure. Articles known already are not written again."
    })
public final class IngestCommand implements Callable<Integer> {
  private final Context context;
  @Spec private CommandSpec spec;
  @Mixin private BrokerOption broker;
  @Mixin private PublishedOption published;

  @Parameters(arity = "0..*", paramLabel = "PATH", description = PathsText.PATHS)
  private List<String> paths = List.of();

  @Mixin private FiguresOption figures;

  public IngestCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (paths.isEmpty() && figures.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "give a PATH, or --figures FILE");
    }
    Offering offering = Offering.of(paths, published.reader(), context);
    List<Input> tables = figures.inputs(context);
    Ending ending = new Ending();
    Connection connection = broker.connection();
    context.stop().onStop(ending::stop);
    Ingestion ingestion = new Ingestion(connection, ending, context.progress());
    if (!paths.isEmpty()) {
      finish(offering.to(ingestion));
    }
    if (!tables.isEmpty()) {
      finish(offering.figures(tables, figures, ingestion));
    }
    return 0;
  }

  private void finish(Ingestion.Result result) {
    context.progress().done();
    if (!result.complete()) {
      throw new CommandFailure(
          "stopped after "
              + result.report().offered()
              + " documents; given again, the rest is read");
    }
  }
}
