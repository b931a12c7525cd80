package io.newsledger.app.pipeline;

import io.newsledger.app.drain.Stage;
import io.newsledger.app.operations.CopyProgress;
import io.newsledger.app.operations.RestoreProgress;
import io.newsledger.app.operations.RunningApplication;
import java.time.Duration;
import java.util.Collection;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Kafka Streams application in this process: an error that it cannot handle ends the instance.
 */
final class StreamsApp {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsApp.class);

  private final String name;
  private final KafkaStreams streams;
  private final Stage stage;
  private final TopologyDescription topology;
  private final RestoreProgress restoring = new RestoreProgress();
  private final CopyProgress copies = new CopyProgress();
  private final AtomicLong changes = new AtomicLong();
  private final CloseOptions.GroupMembershipOperation leaving;

  /**
   * @param topics of the ledger that the application may read
   * @param ending hears when the application breaks
   */
  StreamsApp(Topology topology, Properties properties, Collection<String> topics, Ending ending) {
    this.name = properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
    this.topology = topology.describe();
    this.stage = new Stage(name, sources(this.topology, topics));
    this.leaving = leaving(properties);
    this.streams = new KafkaStreams(topology, properties);
    streams.setUncaughtExceptionHandler(
        error -> {
          LOG.error("{} broke", name, error);
          ending.report(name, error);
          return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    streams.setGlobalStateRestoreListener(restoring);
    streams.setStandbyUpdateListener(copies);
    streams.setStateListener(
        (now, before) -> {
          changes.incrementAndGet();
          if (now == KafkaStreams.State.ERROR) {
            ending.report(name, new IllegalStateException("the application went to " + now));
          }
        });
  }

  /**
   * Its group forgets an instance that ends, so that its work goes on elsewhere at once; but for
   * one whose name was given to it, which is expected back.
   */
  private static CloseOptions.GroupMembershipOperation leaving(Properties properties) {
    boolean named =
        properties.get(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG))
                instanceof String name
            && !name.equals(properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG));
    return named
        ? CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP
        : CloseOptions.GroupMembershipOperation.LEAVE_GROUP;
  }

  void start() {
    streams.start();
  }

  /** The application, as it reads topics. */
  Stage stage() {
    return stage;
  }

  KafkaStreams streams() {
    return streams;
  }

  /** How often its state has changed. */
  long changes() {
    return changes.get();
  }

  /** The application, as those see it who run it. */
  RunningApplication running() {
    return new RunningApplication(name, streams, topology, restoring, copies);
  }

  /**
   * Ends the application.
   *
   * @return whether it ended in order and in time, with all it did committed
   */
  boolean close(Duration timeout) {
    boolean sound = streams.state() != KafkaStreams.State.ERROR;
    boolean closed =
        streams.close(CloseOptions.groupMembershipOperation(leaving).withTimeout(timeout));
    if (!closed) {
      LOG.warn("{} did not end within {}; its work is repeated at the next start", name, timeout);
    }
    return sound && closed;
  }

  /** Those of these topics that the topology reads. */
  private static Set<String> sources(TopologyDescription description, Collection<String> topics) {
    Stream<TopologyDescription.Source> global =
        description.globalStores().stream().map(TopologyDescription.GlobalStore::source);
    Stream<TopologyDescription.Source> others =
        description.subtopologies().stream()
            .flatMap(part -> part.nodes().stream())
            .filter(TopologyDescription.Source.class::isInstance)
            .map(TopologyDescription.Source.class::cast);
    return Stream.concat(global, others)
        .flatMap(source -> source.topicSet().stream())
        .filter(topics::contains)
        .collect(Collectors.toSet());
  }
}
