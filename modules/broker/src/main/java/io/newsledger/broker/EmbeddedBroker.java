package io.newsledger.broker;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running broker. It is up when {@link #start} returns and gone when {@link #close} does. */
public final class EmbeddedBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

  private final KafkaRaftServer server;
  private final FolderLock lock;
  private final int port;
  private final Duration stopTimeout;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedBroker(KafkaRaftServer server, FolderLock lock, int port, Duration stopTimeout) {
    this.server = server;
    this.lock = lock;
    this.port = port;
    this.stopTimeout = stopTimeout;
  }

  /**
   * Starts a broker, formatting the data folder if it is new.
   *
   * @throws BrokerException if the port or the folder is taken, or it is not up in time
   */
  public static EmbeddedBroker start(BrokerConfig config) {
    FolderLock lock = FolderLock.on(config.dataDirectory());
    try {
      Path logs = config.dataDirectory().resolve("kafka").toAbsolutePath();
      int port = Ports.usable(config.port());
      Properties settings = BrokerSettings.of(logs, port, Ports.usable(0));
      format(logs);
      KafkaRaftServer server =
          new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
      EmbeddedBroker broker = new EmbeddedBroker(server, lock, port, config.stopTimeout());
      broker.startWithin(config.startTimeout());
      return broker;
    } catch (BrokerException e) {
      lock.close();
      throw e;
    } catch (Exception e) {
      lock.close();
      throw new BrokerException(
          "the broker cannot start on " + config.dataDirectory() + ": " + e.getMessage(), e);
    }
  }

  /** Address for clients: host and port. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Stops the broker within the configured time; a second call does nothing. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      within(stopTimeout, "broker-stop", this::stop, "stop");
    } finally {
      lock.close();
    }
  }

  private void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  private void startWithin(Duration timeout) {
    try {
      within(timeout, "broker-start", server::startup, "start");
    } catch (BrokerException e) {
      try {
        within(stopTimeout, "broker-stop", this::stop, "stop");
      } catch (BrokerException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  /** Kafka's start and stop have no bound of their own. */
  private static void within(Duration timeout, String name, Runnable step, String what) {
    FutureTask<Void> task = new FutureTask<>(step, null);
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    try {
      task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      thread.join(timeout.toMillis());
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new BrokerException("interrupted while the broker was to " + what, e);
    } catch (TimeoutException e) {
      thread.interrupt();
      throw new BrokerException("the broker did not " + what + " within " + timeout, e);
    } catch (ExecutionException e) {
      throw new BrokerException(
          "the broker could not " + what + ": " + e.getCause().getMessage(), e.getCause());
    }
  }

  /** Gives a new folder its cluster id; a formatted one is left as it is. */
  private static void format(Path logs) throws Exception {
    if (Files.exists(logs.resolve("meta.properties"))) {
      return;
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(out)
          .setNodeId(1)
          .setClusterId(Uuid.randomUuid().toString())
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .setIgnoreFormatted(true)
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(logs.toString())
          .setDirectories(List.of(logs.toString()))
          .run();
    }
    LOG.info("{}", said.toString(StandardCharsets.UTF_8).strip());
  }
}
