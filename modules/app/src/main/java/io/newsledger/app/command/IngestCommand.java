package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
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
      "What is refused is told on standard error and kept (see newsledger rejects), and the rest"
          + " goes on: that is no failure. Articles known already are not written again."
    })
public final class IngestCommand implements Callable<Integer> {
  /** What all commands that read articles take. */
  static final String PATHS =
      "Files (text, Markdown, web pages, RSS, Atom, JSON Feed, ninjs, JSON, JSON Lines, WARC; gzip"
          + " or not), folders with all below them, patterns in quotation marks, or - for standard"
          + " input.";

  private final Context context;
  @Mixin private BrokerOption broker;
  @Mixin private PublishedOption published;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          PATHS)
  private List<String> paths;

  public IngestCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Offering offering = Offering.of(paths, published.reader(), context);
    Ending ending = new Ending();
    String servers = broker.servers();
    context.stop().onStop(ending::stop);
    Ingestion ingestion = new Ingestion(servers, ending, context.progress());
    offering.to(ingestion);
    context.progress().done();
    if (ingestion.isCutShort()) {
      throw new CommandFailure("stopped before all was read; given again, the rest is read");
    }
    return 0;
  }
}
