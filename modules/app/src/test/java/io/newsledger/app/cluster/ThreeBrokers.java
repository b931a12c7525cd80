package io.newsledger.app.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** Three brokers, controllers as well, each in a JVM of its own. */
final class ThreeBrokers implements AutoCloseable {
  private final List<KafkaProcess> brokers = new ArrayList<>();
  private final List<Integer> ports;

  private ThreeBrokers(List<Integer> ports) {
    this.ports = ports;
  }

  static ThreeBrokers start(Path folder) throws Exception {
    List<Integer> ports = KafkaProcess.ports(6);
    ThreeBrokers cluster = new ThreeBrokers(ports.subList(0, 3));
    boolean up = false;
    try {
      for (int i = 0; i < 3; i++) {
        cluster.brokers.add(
            KafkaProcess.formatted(folder.resolve("broker-" + (i + 1)), settings(i, ports)));
      }
      for (KafkaProcess broker : cluster.brokers) {
        broker.start();
      }
      KafkaProcess.await(Map.of("bootstrap.servers", cluster.bootstrapServers()), 3);
      up = true;
      return cluster;
    } finally {
      if (!up) {
        cluster.close();
      }
    }
  }

  private static Map<String, String> settings(int index, List<Integer> ports) {
    Map<String, String> settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", Integer.toString(index + 1));
    settings.put(
        "controller.quorum.voters",
        "1@127.0.0.1:%d,2@127.0.0.1:%d,3@127.0.0.1:%d"
            .formatted(ports.get(3), ports.get(4), ports.get(5)));
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put(
        "listeners",
        "CLIENTS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
            .formatted(ports.get(index), ports.get(index + 3)));
    settings.put("advertised.listeners", "CLIENTS://127.0.0.1:" + ports.get(index));
    settings.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("inter.broker.listener.name", "CLIENTS");
    settings.put("default.replication.factor", "3");
    settings.put("min.insync.replicas", "2");
    settings.put("offsets.topic.replication.factor", "3");
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.replication.factor", "3");
    settings.put("transaction.state.log.min.isr", "2");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("auto.create.topics.enable", "false");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("group.min.session.timeout.ms", "1000");
    // A broker that is killed is taken for gone after this.
    settings.put("broker.session.timeout.ms", "5000");
    settings.put("broker.heartbeat.interval.ms", "1000");
    settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    return settings;
  }

  String bootstrapServers() {
    return "127.0.0.1:%d,127.0.0.1:%d,127.0.0.1:%d"
        .formatted(ports.get(0), ports.get(1), ports.get(2));
  }

  /** Number, from 0 on, of the broker that leads a partition. */
  int leader(String topic, int partition) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      return admin
              .describeTopics(List.of(topic))
              .allTopicNames()
              .get(60, TimeUnit.SECONDS)
              .get(topic)
              .partitions()
              .get(partition)
              .leader()
              .id()
          - 1;
    }
  }

  /** Number, from 0 on, of the broker that is the controller now. */
  int controller() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      return admin.describeMetadataQuorum().quorumInfo().get(60, TimeUnit.SECONDS).leaderId() - 1;
    }
  }

  /** Until all three are there again. */
  void awaitAll() throws Exception {
    KafkaProcess.await(Map.of("bootstrap.servers", bootstrapServers()), brokers.size());
  }

  /** The process of a broker. */
  KafkaProcess broker(int number) {
    return brokers.get(number);
  }

  @Override
  public void close() {
    brokers.forEach(KafkaProcess::close);
  }
}
