package io.newsledger.app.pipeline;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.instance.DataFolder;
import io.newsledger.broker.BrokerConfig;
import io.newsledger.broker.EmbeddedBroker;
import io.newsledger.events.topic.TopicCreation;
import io.newsledger.events.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The brokers that an instance works with: one of its own, or others' that go on without it.
 *
 * @param own the broker in this process, if there is one
 * @param bootstrapServers address
 * @param partitions of every topic of the catalogue
 */
record Cluster(Optional<EmbeddedBroker> own, String bootstrapServers, int partitions)
    implements AutoCloseable {
  /** Bound on each request. */
  static final Duration REQUEST = Duration.ofSeconds(30);

  private static final long LOOK_MILLIS = 50;
  private static final short ONE_COPY = 1;
  private static final short AS_THE_CLUSTER_SAYS = -1;

  /** Starts a broker or finds one; on it are the topics of the catalogue then. */
  static Cluster open(PipelineSettings settings, DataFolder folder, Ending ending) {
    Optional<EmbeddedBroker> own =
        settings.bootstrapServers().isPresent()
            ? Optional.empty()
            : Optional.of(EmbeddedBroker.start(BrokerConfig.in(folder.broker())));
    String servers = own.map(EmbeddedBroker::bootstrapServers).or(settings::bootstrapServers).get();
    boolean open = false;
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) servers))) {
      new TopicCreation(
              settings.partitions(), own.isPresent() ? ONE_COPY : AS_THE_CLUSTER_SAYS, REQUEST)
          .createMissing(admin);
      Cluster cluster = new Cluster(own, servers, partitions(admin, ending));
      open = true;
      return cluster;
    } finally {
      if (!open) {
        own.ifPresent(EmbeddedBroker::close);
      }
    }
  }

  private static int partitions(Admin admin, Ending ending) {
    Map<String, Integer> counts = counts(admin, ending);
    if (Set.copyOf(counts.values()).size() != 1) {
      throw new CommandFailure("the topics must have equally many partitions, but have " + counts);
    }
    return counts.get(Topics.ARTICLES.name());
  }

  /** A topic just created may take a moment to be known to the broker that is asked. */
  private static Map<String, Integer> counts(Admin admin, Ending ending) {
    Set<String> names = Topics.ALL.stream().map(topic -> topic.name()).collect(Collectors.toSet());
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
