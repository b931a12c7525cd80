package io.newsledger.app.pipeline;

import io.newsledger.aggregation.AggregationTopology;
import io.newsledger.app.CommandFailure;
import io.newsledger.app.drain.Stage;
import io.newsledger.app.instance.DataFolder;
import io.newsledger.app.instance.LocalState;
import io.newsledger.app.operations.RunningApplication;
import io.newsledger.enrichment.EnrichmentTopology;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Generation;
import io.newsledger.extraction.Extractor;
import io.newsledger.query.peer.SharedRows;
import io.newsledger.query.state.Peers;
import io.newsledger.query.state.StateReader;
import io.newsledger.query.state.StreamsStateReader;
import io.newsledger.weighing.ThresholdChoice;
import io.newsledger.weighing.Thresholds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Both applications of one generation, running. */
final class Applications implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Applications.class);
  private static final Duration STOP = Duration.ofSeconds(20);

  private final Closing closing;
  private final Ended ended;
  private final Generation generation;
  private final StreamsApp enrichment;
  private final StreamsApp aggregation;
  private final StreamsStateReader state;
  private final Thresholds thresholds;

  private Applications(
      Closing closing,
      Ended ended,
      Generation generation,
      StreamsApp enrichment,
      StreamsApp aggregation,
      StreamsStateReader state,
      Thresholds thresholds) {
    this.closing = closing;
    this.ended = ended;
    this.generation = generation;
    this.enrichment = enrichment;
    this.aggregation = aggregation;
    this.state = state;
    this.thresholds = thresholds;
  }

  /**
   * What applications run on.
   *
   * @param cluster brokers
   * @param folder of the instance, where the state of the first generation is
   * @param generations folder for those of the others
   * @param threads of each application
   * @param memory of the state stores
   * @param extractor reads the articles
   * @param ending hears of parts that break
   * @param progress hears what is under way
   * @param peers other instances, if they are asked
   * @param shared what they may ask for
   */
  record Ground(
      Cluster cluster,
      DataFolder folder,
      Path generations,
      int threads,
      RocksMemory memory,
      Extractor extractor,
      Ending ending,
      Progress progress,
      Optional<Peers> peers,
      SharedRows shared) {
    /**
     * Starts the applications of a generation; its topics are there.
     *
     * @param choice of thresholds; those that its state was made by, if it is begun
     * @throws CommandFailure if its state was made by others, or by another version
     */
    Applications start(Generation generation, ThresholdChoice choice) throws InterruptedException {
      try {
        return once(generation, choice);
      } catch (ProcessorStateException e) {
        LOG.warn("a store cannot be opened: all are read back from the brokers", e);
        progress.say("the state on disk is damaged: it is read back from the brokers");
        return once(generation, choice);
      }
    }

    private Applications once(Generation generation, ThresholdChoice choice)
        throws InterruptedException {
      Closing closing = new Closing();
      boolean started = false;
      try {
        Applications applications = Applications.start(this, generation, choice, closing);
        started = true;
        return applications;
      } finally {
        if (!started) {
          closing.close();
        }
      }
    }

    /**
     * Starts applications again, in the place of those that stand still.
     *
     * @throws CommandFailure if those do not end in order: their stores are still open
     */
    Applications again(Applications standing) throws InterruptedException {
      if (!standing.end()) {
        throw new CommandFailure(
            "the applications stand still and cannot be ended. The log in the data folder says"
                + " more; started again, it continues where it was");
      }
      return start(standing.generation(), ThresholdChoice.NONE);
    }

    /** Whether what stands on the brokers of a generation can be gone on with by thresholds. */
    boolean fits(Admin admin, Generation generation, Thresholds thresholds)
        throws InterruptedException {
      if (rules(generation).made(admin).filter(made -> !made.equals(thresholds)).isPresent()) {
        return false;
      }
      for (Made made : made(generation, thresholds, settings(folder.streams()))) {
        if (!made.layout().fits(admin, cluster.partitions())) {
          return false;
        }
      }
      return true;
    }

    /** What the alerts and shifts of a generation are made by. */
    Rules rules(Generation generation) {
      return new Rules(
          generation.application(AggregationTopology.APPLICATION_ID), cluster.replication());
    }

    private StreamsSettings settings(Path state) {
      return new StreamsSettings(
          cluster.connection(),
          state,
          threads,
          cluster.own().isPresent(),
          memory,
          peers.map(others -> others.self().host() + ":" + others.self().port()));
    }

    /** Enrichment, then aggregation. */
    private List<Made> made(
        Generation generation, Thresholds thresholds, StreamsSettings settings) {
      EventSerdes serdes = cluster.connection().serdes();
      return List.of(
          Made.of(
              generation.application(EnrichmentTopology.APPLICATION_ID),
              settings,
              properties -> EnrichmentTopology.build(extractor, serdes, properties, generation)),
          Made.of(
              generation.application(AggregationTopology.APPLICATION_ID),
              settings,
              properties -> AggregationTopology.build(serdes, properties, thresholds, generation)));
    }
  }

  /** A topology, and what it runs with. */
  private record Made(Topology topology, Properties properties, Layout layout) {
    static Made of(
        String application, StreamsSettings settings, Function<Properties, Topology> topology) {
      Properties properties = settings.of(application);
      Topology made = topology.apply(properties);
      return new Made(made, properties, Layout.of(application, made));
    }
  }

  private static Applications start(
      Ground ground, Generation generation, ThresholdChoice choice, Closing closing)
      throws InterruptedException {
    Cluster cluster = ground.cluster();
    DataFolder folder =
        generation.isFirst()
            ? ground.folder()
            : closing.add(
                DataFolder.open(
                    ground.generations().resolve(Integer.toString(generation.number()))));
    LocalState state = LocalState.open(folder);
    Thresholds thresholds;
    List<Made> made;
    try (Admin admin = cluster.admin()) {
      thresholds = ground.rules(generation).agree(admin, choice);
      made = ground.made(generation, thresholds, ground.settings(state.folder()));
      for (Made one : made) {
        one.layout().check(admin, cluster.partitions());
      }
    }
    StreamsApp enrichment = app(made.get(0), ground, generation);
    StreamsApp aggregation = app(made.get(1), ground, generation);
    String reading = made.get(0).layout().application();
    if (new Rereading(cluster, folder, ground.ending(), reading)
        .prepare(ground.extractor().version())) {
      ground.progress().say("another extractor than before: all articles are read anew");
    }
    Ended ended = new Ended(enrichment, aggregation, state);
    closing.add(ended::end);
    try {
      aggregation.start();
      enrichment.start();
    } catch (ProcessorStateException e) {
      ended.distrust();
      throw e;
    }
    StreamsStateReader rows = state(ground, aggregation, made.get(1).layout().application());
    closing.add(ground.shared().share(made.get(1).layout().application(), rows.local()));
    return new Applications(closing, ended, generation, enrichment, aggregation, rows, thresholds);
  }

  private static StreamsStateReader state(Ground ground, StreamsApp app, String application) {
    int partitions = ground.cluster().partitions();
    return ground
        .peers()
        .map(
            others ->
                StreamsStateReader.among(
                    app.streams(), app::changes, application, partitions, others))
        .orElseGet(() -> StreamsStateReader.alone(app.streams(), app::changes, partitions));
  }

  private static StreamsApp app(Made made, Ground ground, Generation generation) {
    return new StreamsApp(made.topology(), made.properties(), generation.topics(), ground.ending());
  }

  /** The end of both. For one thread. */
  private static final class Ended {
    private final StreamsApp enrichment;
    private final StreamsApp aggregation;
    private final LocalState state;
    private boolean inOrder;
    private boolean trusted = true;

    Ended(StreamsApp enrichment, StreamsApp aggregation, LocalState state) {
      this.enrichment = enrichment;
      this.aggregation = aggregation;
      this.state = state;
    }

    /** The stores are not used again as they are. */
    void distrust() {
      trusted = false;
    }

    /** Both at once: each waits for its own transactions. */
    void end() throws InterruptedException {
      Background<Boolean> other = Background.begin("stop", () -> enrichment.close(STOP));
      boolean sound = aggregation.close(STOP);
      inOrder = other.result() && sound;
      if (inOrder && trusted) {
        state.closed();
      }
    }
  }

  Generation generation() {
    return generation;
  }

  /** Both stages, in the order of the flow. */
  List<Stage> stages() {
    return List.of(enrichment.stage(), aggregation.stage());
  }

  /** Both applications, in the order of the flow. */
  List<RunningApplication> running() {
    return List.of(enrichment.running(), aggregation.running());
  }

  /** What its alerts and shifts are made by. */
  Thresholds thresholds() {
    return thresholds;
  }

  /** The state stores. */
  StateReader state() {
    return state;
  }

  /** Records of state that are still to be read back, as far as that has begun. */
  long toRestore() {
    return running().stream().mapToLong(one -> one.restoring().remaining()).sum();
  }

  /** Records of state that were read back since the start. */
  long restored() {
    return running().stream().mapToLong(one -> one.restoring().restored()).sum();
  }

  /**
   * Ends both; whether they ended in order, with all they did committed and their stores closed.
   */
  boolean end() {
    closing.close();
    return ended.inOrder;
  }

  @Override
  public void close() {
    closing.close();
  }
}
