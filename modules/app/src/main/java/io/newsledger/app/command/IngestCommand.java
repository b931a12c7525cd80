package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.connection.Connection;
import io.newsledger.app.pipeline.Ending;
import io.newsledger.app.pipeline.Ingestion;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

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
  @Mixin private BrokerOption broker;
  @Mixin private PublishedOption published;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = PathsText.PATHS)
  private List<String> paths;

  public IngestCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Offering offering = Offering.of(paths, published.reader(), context);
    Ending ending = new Ending();
    Connection connection = broker.connection();
    context.stop().onStop(ending::stop);
    Ingestion.Result result = offering.to(new Ingestion(connection, ending, context.progress()));
    context.progress().done();
    if (!result.complete()) {
      throw new CommandFailure(
          "stopped after "
              + result.report().offered()
              + " documents; given again, the rest is read");
    }
    return 0;
  }
}
