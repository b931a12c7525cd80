package io.newsledger.broker;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Controller and broker of one process, put together as {@link KafkaRaftServer} does, but with
 * sockets bound beforehand and faults told to the caller.
 */
final class KafkaNode {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaNode.class);

  private final Faults faults = new Faults();
  private final Metrics metrics;
  private final SharedServer shared;
  private final ControllerServer controller;
  private final BrokerServer broker;

  /**
   * Reads a formatted folder; starts nothing yet.
   *
   * @param sockets with both listeners bound to the addresses given
   */
  KafkaNode(
      Path logs, LoopbackSockets sockets, InetSocketAddress clients, InetSocketAddress quorum) {
    KafkaConfig config =
        KafkaConfig.fromProps(BrokerSettings.of(logs, clients.getPort(), quorum.getPort()), false);
    var dirs = KafkaRaftServer.initializeLogDirs(config, LOG, "");
    metrics = Server.initializeMetrics(config, Time.SYSTEM, dirs._1().clusterId().orElseThrow());
    shared =
        new SharedServer(
            config,
            dirs._1(),
            Time.SYSTEM,
            metrics,
            CompletableFuture.completedFuture(Map.of(BrokerSettings.NODE, quorum)),
            List.of(),
            faults,
            sockets);
    broker = new BrokerServer(shared);
    controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), dirs._2());
  }

  /** Fails with the first fault that the node cannot go on from. */
  CompletableFuture<Void> fault() {
    return faults.first();
  }

  /** Returns when clients are served; has no bound. */
  void start() throws InterruptedException {
    controller.startup();
    OldRegistration.awaitOver(shared.loader());
    broker.startup();
    faults.serving(true);
  }

  /**
   * Returns when all is stopped.
   *
   * @param timeout for the broker's farewell to the controller only
   */
  void stop(Duration timeout) {
    faults.serving(false);
    broker.shutdown(timeout);
    controller.shutdown();
    metrics.close();
  }
}
