package io.newsledger.app.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.app.CommandFailure;
import io.newsledger.app.connection.Connection;
import io.newsledger.app.instance.DataFolder;
import io.newsledger.app.operations.InstanceOperations;
import io.newsledger.events.topic.Generation;
import io.newsledger.extraction.Extractor;
import io.newsledger.extraction.NewsExtractor;
import io.newsledger.query.AsOf;
import io.newsledger.query.Ledger;
import io.newsledger.query.Limits;
import io.newsledger.query.http.Access;
import io.newsledger.query.http.LedgerServer;
import io.newsledger.query.http.ServerSettings;
import io.newsledger.query.peer.PeerClient;
import io.newsledger.query.peer.SharedRows;
import io.newsledger.query.stream.ChangeFeed;
import io.newsledger.query.webhook.DeadEndFile;
import io.newsledger.query.webhook.Webhook;
import io.newsledger.query.webhook.WebhookRelay;
import io.newsledger.query.webhook.WebhookSender;
import io.newsledger.weighing.ThresholdChoice;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/** A running instance: brokers, topics, both applications and the questions to their stores. */
public final class Pipeline implements AutoCloseable {
  /** What no webhook took, in the data folder. */
  private static final String DEAD_ENDS = "webhooks-dead.jsonl";

  private final Closing closing;
  private final Applications.Ground ground;
  private final Ending ending;
  private final Progress progress;
  private final LiveState state;
  private Optional<InstanceOperations> operations = Optional.empty();
  private Applications live;

  /** That of {@link #live}, for other threads. */
  private volatile Generation generation;

  private Pipeline(Closing closing, Applications.Ground ground, Applications live) {
    this.closing = closing;
    this.ground = ground;
    this.ending = ground.ending();
    this.progress = ground.progress();
    this.live = live;
    this.generation = live.generation();
    this.state = new LiveState(live);
  }

  /**
   * Starts. With the return the brokers answer and both applications are on their way.
   *
   * @param folder outlives the pipeline
   * @param ending hears of parts that break
   * @param progress hears what is under way
   * @throws CommandFailure if it cannot, for instance since the state is of another version
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
      Applications.Ground ground =
          new Applications.Ground(
              cluster,
              folder,
              folder.generations(),
              settings.threads(),
              closing.add(rocks.result()),
              extractor.result(),
              ending,
              progress,
              settings.peers().map(PeerClient::new),
              new SharedRows());
      Pipeline pipeline =
          new Pipeline(closing, ground, ground.start(cluster.generation(), settings.thresholds()));
      closing.add(() -> pipeline.live.close());
      started = true;
      return pipeline;
    } finally {
      if (!started) {
        closing.close();
      }
    }
  }

  /** How clients reach the brokers. */
  public Connection connection() {
    return ground.cluster().connection();
  }

  /** Questions to the state of the live generation, with these limits. */
  public Ledger ledger(Limits limits) {
    return new Ledger(state, limits, state::thresholds);
  }

  /**
   * Answers questions over HTTP until the pipeline is closed; before all is restored, with an
   * error.
   *
   * @param intake takes articles, if that is wished; closed with the pipeline
   * @param access who may ask
   * @param origins whose pages may ask from a browser
   * @return address, without a slash at the end
   */
  public URI serve(
      String host, int port, Optional<Intake> intake, Access access, Set<String> origins) {
    ChangeFeed changes =
        ChangeFeed.start(
            () -> Following.consumer(connection()),
            () -> generation,
            connection().serdes(),
            ChangeFeed.BEAT);
    Closing opened = new Closing();
    opened.add(changes);
    boolean serving = false;
    try {
      InstanceOperations told =
          opened.add(
              new InstanceOperations(
                  () -> Following.consumer(connection()), connection().serdes()));
      told.become(live.generation(), live.running());
      told.subscribers(changes, ChangeFeed::subscribers);
      LedgerServer server =
          LedgerServer.start(
              ledger(Limits.DEFAULT),
              ServerSettings.at(host, port)
                  .with(changes)
                  .with(told)
                  .taking(intake.map(one -> one))
                  .guarded(access)
                  .allowing(origins)
                  .sharing(ground.peers().map(others -> ground.shared())));
      serving = true;
      intake.ifPresent(closing::add);
      closing.add(told);
      closing.add(server);
      // Ends before the server, which then need not wait for those who listen.
      closing.add(changes);
      operations = Optional.of(told);
      return server.uri();
    } finally {
      if (!serving) {
        opened.close();
      }
    }
  }

  /** Tells alerts and shifts to webhooks until the pipeline is closed. */
  public void tell(List<Webhook> webhooks, Clock clock) {
    closing.add(
        WebhookRelay.start(
            webhooks,
            () -> Following.webhooks(connection()),
            () -> generation,
            connection().serdes(),
            new DeadEndFile(ground.folder().root().resolve(DEAD_ENDS), clock),
            clock,
            WebhookSender.PAUSES));
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
    folding()
        .await(
            live,
            standing -> {
              become(ground.again(standing));
              return live;
            });
  }

  /**
   * Goes over to the generation that is live now, if that is another: questions are answered by the
   * old one until the stores of the new one can be read. For the thread that started it.
   *
   * @throws CommandFailure if the new one cannot be started
   */
  public void followGenerations() throws InterruptedException {
    Generation newest;
    try (Admin admin = ground.cluster().admin()) {
      newest = Cluster.live(admin);
    }
    if (newest.compareTo(live.generation()) <= 0) {
      return;
    }
    progress.say("generation " + newest.number() + " is complete: going over to it");
    Applications next = ground.start(newest, ThresholdChoice.NONE);
    boolean readable = false;
    try {
      folding().awaitReadable(next);
      readable = true;
    } finally {
      if (!readable) {
        next.close();
      }
    }
    Applications old = live;
    become(next);
    old.close();
    progress.done();
    progress.say("generation " + newest.number() + " is live");
  }

  private void become(Applications next) {
    state.become(next);
    live = next;
    generation = next.generation();
    operations.ifPresent(told -> told.become(next.generation(), next.running()));
  }

  private Folding folding() {
    return new Folding(ground.cluster(), ending, progress, Folding.PATIENCE);
  }

  /** Ends the server, then the applications, then the broker. */
  @Override
  public void close() {
    closing.close();
  }
}
