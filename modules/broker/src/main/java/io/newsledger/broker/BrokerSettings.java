package io.newsledger.broker;

import java.nio.file.Path;
import java.util.Properties;

/** Kafka's own settings of an embedded broker. */
final class BrokerSettings {
  /** One record may hold an article and its envelope. */
  private static final int LARGEST_MESSAGE = 9 * 1024 * 1024;

  private BrokerSettings() {}

  static Properties of(Path logs, int port, int controllerPort) {
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", "1");
    p.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    p.put("controller.listener.names", "CONTROLLER");
    p.put("listeners", "BROKER://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    p.put("advertised.listeners", "BROKER://127.0.0.1:" + port);
    p.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.put("inter.broker.listener.name", "BROKER");
    p.put("log.dirs", logs.toString());

    // One machine: no copies, and few internal partitions to open at each start.
    p.put("offsets.topic.replication.factor", "1");
    p.put("offsets.topic.num.partitions", "4");
    p.put("transaction.state.log.replication.factor", "1");
    p.put("transaction.state.log.min.isr", "1");
    p.put("transaction.state.log.num.partitions", "4");
    p.put("share.coordinator.state.topic.replication.factor", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    p.put("auto.create.topics.enable", "false");
    p.put("num.partitions", "1");

    // Back quickly after a kill: an old registration, member or transaction must not be waited for
    // long.
    p.put("broker.session.timeout.ms", "1500");
    p.put("broker.heartbeat.interval.ms", "300");
    p.put("group.initial.rebalance.delay.ms", "0");
    p.put("group.min.session.timeout.ms", "1000");
    p.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    p.put("controlled.shutdown.enable", "false");

    // Nothing is dropped unless a topic says so, and old groups keep their place.
    p.put("log.retention.ms", "-1");
    p.put("log.retention.bytes", "-1");
    p.put("offsets.retention.minutes", Integer.toString(10 * 365 * 24 * 60));
    // Articles carry the time of their publication, which lies years from now in either direction.
    p.put("log.message.timestamp.before.max.ms", Long.toString(Long.MAX_VALUE));
    p.put("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));

    p.put("message.max.bytes", Integer.toString(LARGEST_MESSAGE));
    p.put("replica.fetch.max.bytes", Integer.toString(LARGEST_MESSAGE));
    p.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
    p.put("log.segment.bytes", Integer.toString(128 * 1024 * 1024));
    p.put("num.network.threads", "2");
    p.put("num.io.threads", "4");
    p.put("background.threads", "2");
    p.put("num.recovery.threads.per.data.dir", "2");
    p.put("queued.max.requests", "100");
    return p;
  }
}
