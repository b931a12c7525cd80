package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.connection.ClientSettings;
import io.newsledger.app.pipeline.PipelineSettings;
import io.newsledger.events.json.CanonicalJson;
import io.newsledger.query.http.Access;
import io.newsledger.query.http.PeerAccess;
import io.newsledger.query.http.ServerException;
import io.newsledger.query.peer.PeerSettings;
import io.newsledger.query.webhook.Webhook;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The pipeline and the API. */
@Command(
    name = "run",
    description = {
      "Run the ledger: a Kafka broker in this process (unless others are given), the pipeline and"
          + " the API. Everything is kept in the data folder; started again, it goes on where it"
          + " was.",
      "Articles of --input are read first. What is refused is told on standard error and kept on"
          + " the topic news.rejects, and the rest goes on: that is no failure. Articles known"
          + " already are not written again.",
      "Runs until Ctrl-C, or with --once until everything is folded into the stores."
    })
public final class RunCommand implements Callable<Integer> {
  private static final String STANDARD_OUTPUT = "-";

  private final Context context;
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;
  @Mixin private PortOption port;
  @Mixin private PublishedOption published;
  @Mixin private TokenOption token;
  @Mixin private AccessOption access;
  @Mixin private ClientOptions clients;
  @Mixin private ThresholdOption thresholds;
  @Mixin private WebhookOptions hooks;

  @Option(
      names = "--input",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Articles to read. " + PathsText.PATHS)
  private List<String> input = List.of();

  @Option(
      names = "--once",
      description =
          "End when all input is folded into the stores. The API is there only if --port is given.")
  private boolean once;

  @Option(
      names = "--export",
      paramLabel = "FILE",
      description =
          "With --once: write the state to a file, or to standard output for -, as one JSON"
              + " document that is the same, to the byte, for the same articles.")
  private String export;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT[,…]",
      description = "Kafka brokers to use, in place of one in this process.")
  private String servers;

  @Option(
      names = "--advertise",
      paramLabel = "HOST:PORT",
      description =
          "Where other instances on the same brokers reach the API of this one. Instances that have"
              + " this ask each other for the state that each works on; others answer from their"
              + " own part and copies. All must have the same --read-token-file, and TLS or not.")
  private String advertised;

  @Option(
      names = "--production",
      description =
          "Register no schemas, and start only if the registry has them: 'newsledger schemas"
              + " register' puts them there.")
  private boolean production;

  public RunCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (export != null && !once) {
      throw new ParameterException(
          spec.commandLine(), "--export needs --once: a state that goes on has no last word");
    }
    List<Webhook> webhooks = hooks.webhooks();
    Access asked = access.access();
    Set<String> origins = access.origins();
    Offering offering = Offering.of(input, published.reader(), context);
    Optional<PeerSettings> peers = peers(asked);
    try (Instance instance = start(peers)) {
      URI api =
          once && port.port().isEmpty()
              ? null
              : instance.serve(
                  port.host(),
                  port.port().orElse(PortOption.DEFAULT),
                  token.intake(instance.ingestion(), published.reader()),
                  asked,
                  origins);
      if (!webhooks.isEmpty()) {
        instance.pipeline().tell(webhooks, context.clock());
      }
      if (!offering.inputs().inputs().isEmpty()) {
        offering.to(instance.ingestion());
      }
      instance.pipeline().awaitFolded();
      context.progress().done();
      if (once) {
        export(instance);
        return 0;
      }
      context.progress().say("The ledger is up: page and API " + api + "/");
      context.progress().say("Kafka is at " + instance.pipeline().connection());
      context.progress().say("Ctrl-C ends it.");
      instance.awaitEnd();
    }
    return 0;
  }

  private Optional<PeerSettings> peers(Access asked) {
    if (advertised == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(PeerAccess.of(PeerSettings.address(advertised), asked));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--advertise: " + e.getMessage());
    } catch (ServerException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private Instance start(Optional<PeerSettings> peers) throws InterruptedException {
    ClientSettings settings = clients.settings(production);
    Optional<String> brokers = Optional.ofNullable(servers).or(settings::servers);
    if (brokers.isEmpty() && settings.file().isPresent()) {
      throw new ParameterException(
          spec.commandLine(),
          "--kafka-config needs --bootstrap-servers, or bootstrap.servers in its file: a broker in"
              + " this process takes no settings");
    }
    if (brokers.isEmpty() && peers.isPresent()) {
      throw new ParameterException(
          spec.commandLine(),
          "--advertise needs --bootstrap-servers: a broker in this process has one instance only");
    }
    return Instance.start(
        data.folder(),
        PipelineSettings.on(brokers, settings, thresholds.choice()).among(peers),
        context);
  }

  private void export(Instance instance) {
    if (export == null) {
      return;
    }
    String document = CanonicalJson.write(instance.pipeline().export());
    if (export.equals(STANDARD_OUTPUT)) {
      PrintWriter out = spec.commandLine().getOut();
      out.print(document);
      out.flush();
      return;
    }
    Path file = Path.of(export).toAbsolutePath();
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(fresh, document);
      // Whoever looks at the file finds a whole state, or none.
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CommandFailure("cannot write " + file + ": " + e, e);
    }
  }
}
