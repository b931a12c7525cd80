package io.newsledger.app.pipeline;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.connection.Connection;
import io.newsledger.app.instance.DataFolder;
import io.newsledger.broker.BrokerConfig;
import io.newsledger.broker.EmbeddedBroker;
import io.newsledger.events.topic.Generation;
import io.newsledger.events.topic.TopicCreation;
import io.newsledger.events.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The brokers that an instance works with: one of its own, or others' that go on without it.
 *
 * @param own the broker in this process, if there is one
 * @param connection how clients reach them
 * @param partitions of every topic of the catalogue
 * @param replication copies of what is created
 * @param generation that was live at the start
 */
record Cluster(
    Optional<EmbeddedBroker> own,
    Connection connection,
    int partitions,
    short replication,
    Generation generation)
    implements AutoCloseable {
  /** Bound on each request. */
  static final Duration REQUEST = Duration.ofSeconds(30);

  private static final long LOOK_MILLIS = 50;
  private static final short ONE_COPY = 1;
  private static final short AS_THE_CLUSTER_SAYS = -1;

  /** Starts a broker or finds one; on it are the topics of the live generation then. */
  static Cluster open(PipelineSettings settings, DataFolder folder, Ending ending) {
    Optional<EmbeddedBroker> own =
        settings.bootstrapServers().isPresent()
            ? Optional.empty()
            : Optional.of(EmbeddedBroker.start(BrokerConfig.in(folder.broker())));
    String servers = own.map(EmbeddedBroker::bootstrapServers).or(settings::bootstrapServers).get();
    short replication = own.isPresent() ? ONE_COPY : AS_THE_CLUSTER_SAYS;
    boolean open = false;
    Connection connection = settings.clients().to(servers);
    try (Admin admin = connection.admin()) {
      Generation live =
          new TopicCreation(settings.partitions(), replication, REQUEST).createMissing(admin);
      int partitions = partitions(admin, live, ending);
      connection.agree(live);
      Cluster cluster = new Cluster(own, connection, partitions, replication, live);
      open = true;
      return cluster;
    } finally {
      if (!open) {
        own.ifPresent(EmbeddedBroker::close);
      }
    }
  }

  /** A client of it, to be closed. */
  Admin admin() {
    return connection.admin();
  }

  /** Creates the topics of a generation; they are known then. */
  void create(Admin admin, Generation generation, Ending ending) {
    new TopicCreation(partitions, replication, REQUEST).createMissing(admin, generation);
    partitions(admin, generation, ending);
    connection.agree(generation);
  }

  /** Makes a generation the live one, for everybody. */
  void complete(Admin admin, Generation generation) {
    new TopicCreation(partitions, replication, REQUEST).complete(admin, generation);
  }

  /** Creates a topic that says something by its name; that it is there already is as good. */
  void note(Admin admin, String name) {
    new TopicCreation(partitions, replication, REQUEST).createNote(admin, name);
  }

  /** The generation that is live now. */
  static Generation live(Admin admin) throws InterruptedException {
    try {
      return Generation.live(
          admin.listTopics().names().get(REQUEST.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException e) {
      throw new CommandFailure("the cluster cannot list its topics: " + e.getMessage(), e);
    }
  }

  /** What is joined must be split alike, or records of one key never meet. */
  private static int partitions(Admin admin, Generation generation, Ending ending) {
    Map<String, Integer> counts = counts(admin, generation, ending);
    int partitions = counts.get(Topics.ARTICLES.name());
    Map<String, Integer> others = new TreeMap<>(counts);
    others.values().removeIf(count -> count == partitions);
    if (!others.isEmpty()) {
      throw new CommandFailure(
          "all topics must have as many partitions as "
              + Topics.ARTICLES.name()
              + ", which has "
              + partitions
              + "; so many others have these: "
              + others
              + ". Nothing was changed. Remove those that hold nothing to be kept, they are created"
              + " anew; or use other brokers");
    }
    return partitions;
  }

  /** A topic just created may take a moment to be known to the broker that is asked. */
  private static Map<String, Integer> counts(Admin admin, Generation generation, Ending ending) {
    List<String> names = generation.topics();
    long start = System.nanoTime();
    try {
      while (true) {
        try {
          return admin
              .describeTopics(names)
              .allTopicNames()
              .get(REQUEST.toMillis(), TimeUnit.MILLISECONDS)
              .values()
              .stream()
              .collect(
                  Collectors.toMap(TopicDescription::name, topic -> topic.partitions().size()));
        } catch (ExecutionException e) {
          boolean late = System.nanoTime() - start > REQUEST.toNanos();
          if (late || !(e.getCause() instanceof UnknownTopicOrPartitionException)) {
            throw new CommandFailure(
                "the cluster cannot describe its topics: " + e.getCause().getMessage(), e);
          }
        }
        if (ending.within(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          throw new CommandFailure("stopped while it started");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("interrupted while looking at the topics", e);
    } catch (TimeoutException e) {
      throw new CommandFailure("the cluster does not describe its topics in time", e);
    }
  }

  @Override
  public void close() {
    own.ifPresent(EmbeddedBroker::close);
  }
}
