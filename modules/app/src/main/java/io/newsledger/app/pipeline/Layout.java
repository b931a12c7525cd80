package io.newsledger.app.pipeline;

import io.newsledger.app.CommandFailure;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/**
 * The topics that hold the state of an application, as its topology names them. Kafka Streams would
 * start on the topics of another topology, find some of its state empty and go on from there.
 *
 * @param application application id
 * @param topics names of its changelogs and repartition topics
 */
record Layout(String application, Set<String> topics) {
  private static final String CHANGELOG = "-changelog";
  private static final String REPARTITION = "-repartition";

  Layout {
    topics = Set.copyOf(topics);
  }

  /** That of a topology no application has been made of yet. */
  static Layout of(String application, Topology topology) {
    Set<String> topics =
        topology.describe().subtopologies().stream()
            .flatMap(part -> part.nodes().stream())
            .flatMap(Layout::topics)
            .map(topic -> application + "-" + topic)
            .collect(Collectors.toSet());
    return new Layout(application, topics);
  }

  /** All stores of the ledger are logged. */
  private static Stream<String> topics(TopologyDescription.Node node) {
    if (node instanceof TopologyDescription.Processor processor) {
      return processor.stores().stream().map(store -> store + CHANGELOG);
    } else if (node instanceof TopologyDescription.Source source) {
      return source.topicSet().stream().filter(topic -> topic.endsWith(REPARTITION));
    }
    return Stream.empty();
  }

  /**
   * Whether what stands on the brokers is of this layout, or nothing stands there.
   *
   * @param partitions that each topic must have
   * @throws CommandFailure if the brokers do not answer
   */
  boolean fits(Admin admin, int partitions) throws InterruptedException {
    return differences(admin, partitions).isEmpty();
  }

  /**
   * Checks before a start.
   *
   * @throws CommandFailure if what stands on the brokers is of another layout; says what to do
   */
  void check(Admin admin, int partitions) throws InterruptedException {
    Set<String> differences = differences(admin, partitions);
    if (!differences.isEmpty()) {
      throw new CommandFailure(
          "the state of "
              + application
              + " was made by another version or with other partitions ("
              + String.join("; ", differences)
              + "). It is left as it is. 'newsledger rebuild' makes it anew from news.articles, and"
              + " the version that made it can still be started on it");
    }
  }

  private Set<String> differences(Admin admin, int partitions) throws InterruptedException {
    try {
      Set<String> existing =
          admin.listTopics().names().get(Cluster.REQUEST.toMillis(), TimeUnit.MILLISECONDS).stream()
              .filter(this::isOurs)
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> differences = new TreeSet<>();
      existing.stream()
          .filter(topic -> !topics.contains(topic))
          .forEach(topic -> differences.add(topic + " is not used any more"));
      // Killed while they were created, it has read nothing yet.
      if (!existing.isEmpty() && !existing.containsAll(topics) && hasRead(admin)) {
        topics.stream()
            .filter(topic -> !existing.contains(topic))
            .forEach(topic -> differences.add(topic + " is missing"));
      }
      for (TopicDescription topic : described(admin, existing).values()) {
        int found = topic.partitions().size();
        if (found != partitions) {
          differences.add(topic.name() + " has " + found + " partitions, not " + partitions);
        }
      }
      return differences;
    } catch (ExecutionException | TimeoutException e) {
      throw new CommandFailure("the brokers cannot describe the state's topics: " + e, e);
    }
  }

  private static Map<String, TopicDescription> described(Admin admin, Set<String> topics)
      throws InterruptedException, ExecutionException, TimeoutException {
    return topics.isEmpty()
        ? Map.of()
        : admin
            .describeTopics(topics)
            .allTopicNames()
            .get(Cluster.REQUEST.toMillis(), TimeUnit.MILLISECONDS);
  }

  private boolean hasRead(Admin admin)
      throws InterruptedException, ExecutionException, TimeoutException {
    return !admin
        .listConsumerGroupOffsets(application)
        .partitionsToOffsetAndMetadata()
        .get(Cluster.REQUEST.toMillis(), TimeUnit.MILLISECONDS)
        .isEmpty();
  }

  private boolean isOurs(String topic) {
    return isState(application, topic);
  }

  /** Whether it is a topic that Kafka Streams keeps state of an application in. */
  static boolean isState(String application, String topic) {
    return topic.startsWith(application + "-")
        && (topic.endsWith(CHANGELOG) || topic.endsWith(REPARTITION));
  }
}
