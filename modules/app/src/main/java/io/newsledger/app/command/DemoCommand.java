package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.connection.ClientSettings;
import io.newsledger.app.pipeline.PipelineSettings;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.query.text.Tables;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Everything at once, on the sample articles. */
@Command(
    name = "demo",
    description = {
      "Run the ledger on the sample articles, print what it holds, and stay up until Ctrl-C.",
      "Keeps everything in the folder 'demo' of the data folder; started again, it shows the same"
          + " and reads nothing twice."
    })
public final class DemoCommand implements Callable<Integer> {
  private final Context context;
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;
  @Mixin private PortOption port;
  @Mixin private ThresholdOption thresholds;

  public DemoCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    PipelineSettings settings =
        PipelineSettings.on(Optional.empty(), ClientSettings.NONE, thresholds.choice());
    Path samples = context.home().resolve("samples");
    if (!Files.isDirectory(samples)) {
      throw new CommandFailure(
          "there are no sample articles at "
              + samples.toAbsolutePath()
              + ": start it with the script 'newsledger' of the project");
    }
    Offering offering = Offering.of(List.of(samples.toString()), ArticleReader.strict(), context);
    try (Instance instance = Instance.start(data.folder().resolve("demo"), settings, context)) {
      URI api = serve(instance);
      offering.to(instance.ingestion());
      instance.pipeline().awaitFolded();
      context.progress().done();
      PrintWriter out = spec.commandLine().getOut();
      out.print(Tables.overview(instance.pipeline().export()));
      out.flush();
      tell(api, instance.pipeline().connection().bootstrapServers());
      instance.awaitEnd();
    }
    return 0;
  }

  /** Where the usual port is taken, any other will do for a demo, unless one was asked for. */
  private URI serve(Instance instance) {
    if (port.port().isPresent()) {
      return instance.serve(port.host(), port.port().getAsInt());
    }
    try {
      return instance.serve(port.host(), PortOption.DEFAULT);
    } catch (CommandFailure e) {
      return instance.serve(port.host(), 0);
    }
  }

  private void tell(URI api, String servers) {
    context
        .progress()
        .say(
"""

The ledger is up.
  page         %s/
  API          %s/career/NAME, /flow/ORGANISATION, /series/ENTITY, /claims, /export
  Kafka        %s
Ask it from another terminal in this folder, for instance:
  newsledger career Lin Junyang
  newsledger flow OpenAI --from 2025
  newsledger series Gemini 'monthly active users'
  newsledger claims --entity Qwen --as-of 2026-03-06
  newsledger tail talent.careers --from-beginning
Ctrl-C ends it.\
"""
                .formatted(api, api, servers));
  }
}
