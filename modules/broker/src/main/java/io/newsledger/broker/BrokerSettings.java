package io.newsledger.broker;

import java.nio.file.Path;
import java.util.Properties;

/** Kafka's own settings of an embedded broker. */
final class BrokerSettings {
  private static final int MEBIBYTE = 1024 * 1024;

  /** One record may hold an article and its envelope. */
  private static final int LARGEST_MESSAGE = 9 * MEBIBYTE;

  /** The oldest and the newest article may lie any time apart. */
  private static final String ANY_TIME = Long.toString(Long.MAX_VALUE);

  /** Name of the listener for clients. */
  static final String CLIENTS = "BROKER";

  /** Name of the controller's own listener. */
  static final String CONTROLLER = "CONTROLLER";

  /** Id of the only node. */
  static final int NODE = 1;

  private BrokerSettings() {}

  /**
   * Settings of one start. Ports may differ from start to start: nothing of them is in the data.
   *
   * @param logs Kafka's log folder
   */
  static Properties of(Path logs, int port, int controllerPort) {
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", Integer.toString(NODE));
    String clients = CLIENTS + "://" + LoopbackSockets.HOST + ":" + port;
    String controller = LoopbackSockets.HOST + ":" + controllerPort;
    p.put("controller.quorum.voters", NODE + "@" + controller);
    p.put("controller.listener.names", CONTROLLER);
    p.put("listeners", clients + "," + CONTROLLER + "://" + controller);
    p.put("advertised.listeners", clients);
    p.put("listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    p.put("inter.broker.listener.name", CLIENTS);
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

    // Nothing is dropped unless a topic says so, and old groups keep their place.
    p.put("log.retention.ms", "-1");
    p.put("log.retention.bytes", "-1");
    p.put("offsets.retention.minutes", Integer.toString(10 * 365 * 24 * 60));
    // Articles carry the time of their publication, which lies years from now in either direction.
    p.put("log.message.timestamp.before.max.ms", ANY_TIME);
    p.put("log.message.timestamp.after.max.ms", ANY_TIME);
    // By age a log would begin a new file at every week between the articles' times.
    p.put("log.roll.ms", ANY_TIME);

    // Files of one machine: room in the index for a whole segment, and coordinators' logs short,
    // since each start reads them from the beginning.
    p.put("log.segment.bytes", Integer.toString(128 * MEBIBYTE));
    p.put("log.index.size.max.bytes", Integer.toString(MEBIBYTE));
    p.put("offsets.topic.segment.bytes", Integer.toString(16 * MEBIBYTE));
    p.put("transaction.state.log.segment.bytes", Integer.toString(16 * MEBIBYTE));

    p.put("message.max.bytes", Integer.toString(LARGEST_MESSAGE));
    p.put("replica.fetch.max.bytes", Integer.toString(LARGEST_MESSAGE));
    p.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 * MEBIBYTE));
    p.put("num.network.threads", "2");
    p.put("num.io.threads", "4");
    p.put("group.coordinator.threads", "1");
    p.put("background.threads", "2");
    p.put("num.recovery.threads.per.data.dir", "2");
    p.put("queued.max.requests", "100");
    return p;
  }
}
