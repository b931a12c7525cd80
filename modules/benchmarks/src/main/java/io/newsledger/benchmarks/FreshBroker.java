package io.newsledger.benchmarks;

import io.newsledger.app.connection.ClientSettings;
import io.newsledger.app.instance.DataFolder;
import io.newsledger.app.pipeline.Ending;
import io.newsledger.app.pipeline.Pipeline;
import io.newsledger.app.pipeline.PipelineSettings;
import io.newsledger.app.pipeline.Progress;
import io.newsledger.broker.BrokerConfig;
import io.newsledger.broker.EmbeddedBroker;
import io.newsledger.events.topic.TopicCreation;
import io.newsledger.weighing.ThresholdChoice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A broker of its own, with the catalogue's topics, and pipelines on it.
 *
 * @param folder where all is kept
 * @param broker the broker
 */
record FreshBroker(Path folder, EmbeddedBroker broker) implements AutoCloseable {
  static final int PARTITIONS = 8;
  static final int THREADS = 2;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Progress SILENT =
      new Progress() {
        @Override
        public void at(String activity) {}

        @Override
        public void say(String line) {}

        @Override
        public void done() {}
      };

  /** Starts one in an empty folder. */
  static FreshBroker start(Path folder) {
    EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(folder.resolve("broker")));
    boolean ready = false;
    try (Admin admin = Admin.create(clients(broker))) {
      new TopicCreation(PARTITIONS, (short) 1, TIMEOUT).createMissing(admin);
      ready = true;
    } finally {
      if (!ready) {
        broker.close();
      }
    }
    return new FreshBroker(folder, broker);
  }

  /** Creates a topic of as many partitions as the catalogue's. */
  void create(String topic) throws Exception {
    try (Admin admin = Admin.create(clients())) {
      admin
          .createTopics(List.of(new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())))
          .all()
          .get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /** What clients of it need. */
  Map<String, Object> clients() {
    return clients(broker);
  }

  private static Map<String, Object> clients(EmbeddedBroker broker) {
    return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
  }

  /** Where pipelines keep their state. */
  Path state() {
    return folder.resolve("state");
  }

  /** A pipeline on it, to be closed. */
  Running pipeline() throws InterruptedException {
    DataFolder data = DataFolder.open(state());
    PipelineSettings settings =
        new PipelineSettings(
            Optional.of(broker.bootstrapServers()),
            ClientSettings.NONE,
            PARTITIONS,
            THREADS,
            ThresholdChoice.NONE,
            Optional.empty());
    return new Running(data, Pipeline.start(data, settings, new Ending(), SILENT));
  }

  /**
   * A pipeline that runs.
   *
   * @param data its folder
   * @param pipeline itself
   */
  record Running(DataFolder data, Pipeline pipeline) implements AutoCloseable {
    @Override
    public void close() {
      try {
        pipeline.close();
      } finally {
        data.close();
      }
    }
  }

  @Override
  public void close() {
    broker.close();
  }
}
