package io.newsledger.app.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.aggregation.AggregationTopology;
import io.newsledger.app.CommandFailure;
import io.newsledger.app.drain.Backlog;
import io.newsledger.app.drain.Drain;
import io.newsledger.app.drain.DrainException;
import io.newsledger.app.instance.DataFolder;
import io.newsledger.app.instance.LocalState;
import io.newsledger.enrichment.EnrichmentTopology;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.extraction.Extractor;
import io.newsledger.extraction.NewsExtractor;
import io.newsledger.query.AsOf;
import io.newsledger.query.Ledger;
import io.newsledger.query.Limits;
import io.newsledger.query.http.LedgerServer;
import io.newsledger.query.state.StateUnavailable;
import io.newsledger.query.state.StreamsStateReader;
import io.newsledger.query.stream.ChangeFeed;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.streams.Topology;

/** A running instance: brokers, topics, both applications and the questions to their stores. */
public final class Pipeline implements AutoCloseable {
  private static final Duration STOP = Duration.ofSeconds(20);

  /** How long work may stand still before it is given up. */
  private static final Duration STALL = Duration.ofMinutes(5);

  /** As long as it goes on, it may last. */
  private static final Duration FOREVER = Duration.ofDays(365);

  /** How long a store may be at another instance before that is where it stays. */
  private static final Duration ELSEWHERE = Duration.ofSeconds(30);

  private static final long LOOK_MILLIS = 20;

  private final Closing closing;
  private final Cluster cluster;
  private final StreamsApp enrichment;
  private final StreamsApp aggregation;
  private final Ending ending;
  private final Progress progress;

  private Pipeline(
      Closing closing,
      Cluster cluster,
      StreamsApp enrichment,
      StreamsApp aggregation,
      Ending ending,
      Progress progress) {
    this.closing = closing;
    this.cluster = cluster;
    this.enrichment = enrichment;
    this.aggregation = aggregation;
    this.ending = ending;
    this.progress = progress;
  }

  /**
   * Starts. With the return the brokers answer and both applications are on their way.
   *
   * @param folder outlives the pipeline
   * @param ending hears of parts that break
   * @param progress hears what is under way
   */
  public static Pipeline start(
      DataFolder folder, PipelineSettings settings, Ending ending, Progress progress)
      throws InterruptedException {
    Closing closing = new Closing();
    boolean started = false;
    try {
      Background<Extractor> extractor = Background.begin("extractor", NewsExtractor::load);
      Background<RocksMemory> rocks =
          Background.begin("rocksdb", () -> RocksMemory.load(folder.root().resolve("native")));
      progress.at(settings.bootstrapServers().isPresent() ? "connecting" : "starting the broker");
      Cluster cluster = closing.add(Cluster.open(settings, folder, ending));
      progress.at("starting the applications");
      LocalState state = LocalState.open(folder);
      StreamsSettings streams =
          new StreamsSettings(
              cluster.bootstrapServers(),
              state.folder(),
              settings.threads(),
              cluster.own().isPresent(),
              closing.add(rocks.result()));
      EventSerdes serdes = EventSerdes.singleObject();
      StreamsApp aggregation =
          app(
              streams,
              AggregationTopology.APPLICATION_ID,
              properties -> AggregationTopology.build(serdes, properties),
              ending);
      Extractor reader = extractor.result();
      StreamsApp enrichment =
          app(
              streams,
              EnrichmentTopology.APPLICATION_ID,
              properties -> EnrichmentTopology.build(reader, serdes, properties),
              ending);
      if (new Rereading(cluster, folder, ending).prepare(reader.version())) {
        progress.say("another extractor than before: all articles are read anew");
      }
      closing.add(() -> stop(enrichment, aggregation, state));
      aggregation.start();
      enrichment.start();
      Pipeline pipeline = new Pipeline(closing, cluster, enrichment, aggregation, ending, progress);
      started = true;
      return pipeline;
    } finally {
      if (!started) {
        closing.close();
      }
    }
  }

  private static StreamsApp app(
      StreamsSettings settings,
      String application,
      Function<Properties, Topology> topology,
      Ending ending) {
    Properties properties = settings.of(application);
    return new StreamsApp(topology.apply(properties), properties, ending);
  }

  /** Both at once: each waits for its own transactions. */
  private static void stop(StreamsApp enrichment, StreamsApp aggregation, LocalState state)
      throws InterruptedException {
    Background<Boolean> other = Background.begin("stop", () -> enrichment.close(STOP));
    boolean sound = aggregation.close(STOP);
    if (other.result() && sound) {
      state.closed();
    }
  }

  /** Address of the brokers. */
  public String bootstrapServers() {
    return cluster.bootstrapServers();
  }

  /** Questions to the state, with these limits. */
  public Ledger ledger(Limits limits) {
    return new Ledger(new StreamsStateReader(aggregation.streams(), cluster.partitions()), limits);
  }

  /**
   * Answers questions over HTTP until the pipeline is closed; before all is restored, with an
   * error.
   *
   * @return address, without a slash at the end
   */
  public URI serve(String host, int port) {
    ChangeFeed changes =
        ChangeFeed.start(() -> Following.consumer(bootstrapServers()), EventSerdes.singleObject());
    boolean serving = false;
    try {
      LedgerServer server =
          LedgerServer.start(ledger(Limits.DEFAULT), Optional.of(changes), host, port);
      serving = true;
      closing.add(server);
      // Ends before the server, which then need not wait for those who listen.
      closing.add(changes);
      return server.uri();
    } finally {
      if (!serving) {
        changes.close();
      }
    }
  }

  /** The whole state. */
  public ObjectNode export() {
    return ledger(Limits.DEFAULT.exportingAll()).export(AsOf.NOW);
  }

  /**
   * Returns when everything on the topics is folded and all stores can be read.
   *
   * @throws CommandFailure if the instance has to end before, or the work stands still
   */
  public void awaitFolded() throws InterruptedException {
    try (Drain drain =
        Drain.connect(
            bootstrapServers(),
            List.of(enrichment.stage(), aggregation.stage()),
            Cluster.REQUEST)) {
      Stall stall = new Stall(ending, STALL);
      drain.await(
          FOREVER,
          stall,
          backlog -> {
            stall.at(backlog);
            progress.at(words(backlog));
          });
    } catch (DrainException e) {
      throw ending.failure().orElseGet(() -> new CommandFailure(e.getMessage(), e));
    }
    awaitReadable();
  }

  /** What is committed is in the stores once they are restored, not before. */
  private void awaitReadable() throws InterruptedException {
    progress.at("opening the state stores");
    Ledger ledger = ledger(Limits.DEFAULT);
    long start = System.nanoTime();
    StateUnavailable missing = look(ledger);
    while (missing != null) {
      if (ending.within(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        throw ending.failure().orElseGet(() -> new CommandFailure("stopped before all was folded"));
      }
      long waited = System.nanoTime() - start;
      if (missing.reason() == StateUnavailable.Reason.NOT_HERE && waited > ELSEWHERE.toNanos()) {
        throw new CommandFailure(
            "another instance on these brokers holds a part of the state: stop it, or ask it",
            missing);
      }
      if (waited > STALL.toNanos()) {
        throw new CommandFailure(
            "the state stores cannot be read: " + missing.getMessage() + "; see the log", missing);
      }
      missing = look(ledger);
    }
  }

  private static StateUnavailable look(Ledger ledger) {
    try {
      ledger.check();
      return null;
    } catch (StateUnavailable e) {
      return e;
    }
  }

  private String words(Backlog backlog) {
    String work =
        backlog.application().equals(EnrichmentTopology.APPLICATION_ID)
            ? "reading the articles"
            : "weighing the claims";
    return backlog.offsets() == 0 ? work : work + ": " + backlog.offsets() + " to go";
  }

  /** Ends the server, then the applications, then the broker. */
  @Override
  public void close() {
    closing.close();
  }
}
