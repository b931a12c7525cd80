package io.newsledger.app.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.query.http.Operations.Work;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.TopologyDescription;

/**
 * One Kafka Streams application of this process, as those see it who run it.
 *
 * @param id application id
 * @param streams the application, not closed from here
 * @param topology what it is made of
 * @param restoring hears of its state that is read back
 * @param copies hears of copies of state that another instance works on
 */
public record RunningApplication(
    String id,
    KafkaStreams streams,
    TopologyDescription topology,
    RestoreProgress restoring,
    CopyProgress copies) {
  private static final String FETCHES = "consumer-fetch-manager-metrics";
  private static final String TOPICS = "stream-topic-metrics";
  private static final String STATE = "stream-state-metrics";

  /** How far its work is. */
  public Work work() {
    return new Work(id, streams.state().name(), lag(), restoring.remaining(), copies.behind());
  }

  /**
   * Records on its topics that its consumers have not fetched yet; those of standbys not counted.
   */
  long lag() {
    return Math.round(
        sum(
            name ->
                name.group().equals(FETCHES)
                    && name.name().equals("records-lag")
                    && !name.tags().getOrDefault("client-id", "").contains("restore")));
  }

  /** Whether it writes to a topic. */
  boolean writes(String topic) {
    return topology.subtopologies().stream()
        .flatMap(part -> part.nodes().stream())
        .anyMatch(
            node -> node instanceof TopologyDescription.Sink sink && topic.equals(sink.topic()));
  }

  /** Records written to a topic since the start; of rolled back transactions, too. */
  double written(String topic) {
    return ofTopic("records-produced-total", topic);
  }

  /** Records read from a topic since the start. */
  public double read(String topic) {
    return ofTopic("records-consumed-total", topic);
  }

  /** Bytes of its state in memory and on disk. */
  double stateBytes() {
    return sum(
        name ->
            name.group().equals(STATE)
                && (name.name().equals("total-sst-files-size")
                    || name.name().equals("cur-size-all-mem-tables")));
  }

  /** State, tasks that run here, and nodes. */
  void describe(ObjectNode described) {
    described.put("application", id).put("state", streams.state().name());
    ArrayNode tasks = described.putArray("tasks");
    tasks().stream()
        .sorted(Comparator.comparing(task -> task.taskId().toString()))
        .forEach(
            task -> {
              ObjectNode one = tasks.addObject().put("task", task.taskId().toString());
              ArrayNode partitions = one.putArray("partitions");
              task.topicPartitions().stream()
                  .map(Object::toString)
                  .sorted()
                  .forEach(partitions::add);
            });
    described.set("nodes", TopologyNodes.of(topology));
  }

  private List<TaskMetadata> tasks() {
    try {
      return streams.metadataForLocalThreads().stream()
          .map(ThreadMetadata::activeTasks)
          .flatMap(Collection::stream)
          .toList();
    } catch (IllegalStateException e) {
      // It has not started, or has ended.
      return List.of();
    }
  }

  private double ofTopic(String metric, String topic) {
    return sum(
        name ->
            name.group().equals(TOPICS)
                && name.name().equals(metric)
                && topic.equals(name.tags().get("topic")));
  }

  private double sum(Predicate<MetricName> wanted) {
    double sum = 0;
    for (Map.Entry<MetricName, ? extends Metric> one : streams.metrics().entrySet()) {
      if (wanted.test(one.getKey())
          && one.getValue().metricValue() instanceof Number value
          && Double.isFinite(value.doubleValue())) {
        sum += value.doubleValue();
      }
    }
    return sum;
  }
}
