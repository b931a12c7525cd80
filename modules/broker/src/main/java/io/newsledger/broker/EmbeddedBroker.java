package io.newsledger.broker;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A running broker. It is up when {@link #start} returns and gone when {@link #close} does.
 *
 * <p>Once up, a fault that Kafka cannot go on from (a disk that fails, metadata that cannot be
 * written) ends the process with exit code 1, as in Kafka itself: clients would wait for it
 * forever.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private final KafkaNode node;
  private final LoopbackSockets sockets;
  private final FolderLock lock;
  private final int port;
  private final Duration stopTimeout;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedBroker(
      KafkaNode node, LoopbackSockets sockets, FolderLock lock, int port, Duration stopTimeout) {
    this.node = node;
    this.sockets = sockets;
    this.lock = lock;
    this.port = port;
    this.stopTimeout = stopTimeout;
  }

  /**
   * Starts a broker, formatting the data folder if it is new.
   *
   * @throws BrokerException if the port or the folder is taken, the folder is damaged, it is not up
   *     in time or the thread is interrupted; nothing runs then, and the folder is free again
   *     unless what was started does not stop in time either
   */
  public static EmbeddedBroker start(BrokerConfig config) {
    refuseLocale();
    if (Thread.currentThread().isInterrupted()) {
      // An interrupt would close every file that is opened from here.
      throw new BrokerException("interrupted while the broker started");
    }
    EmbeddedBroker broker = prepare(config);
    Bounded start = Bounded.begin("start", broker.node::start);
    try {
      start.await(config.startTimeout(), broker.node.fault());
      return broker;
    } catch (InterruptedException e) {
      BrokerException failure = new BrokerException("interrupted while the broker started", e);
      broker.letFinish(start, config.startTimeout(), failure);
      broker.giveUp(start, failure);
      Thread.currentThread().interrupt();
      throw failure;
    } catch (BrokerException e) {
      broker.letFinish(start, config.stopTimeout(), e);
      broker.giveUp(start, e);
      throw e;
    }
  }

  private static EmbeddedBroker prepare(BrokerConfig config) {
    FolderLock lock = FolderLock.on(config.dataDirectory());
    LoopbackSockets sockets = new LoopbackSockets();
    try {
      InetSocketAddress clients = sockets.bind(BrokerSettings.CLIENTS, config.port());
      InetSocketAddress quorum = sockets.bind(BrokerSettings.CONTROLLER, 0);
      Path logs = DataFolder.formatted(config.dataDirectory());
      KafkaNode node = new KafkaNode(logs, sockets, clients, quorum);
      return new EmbeddedBroker(node, sockets, lock, clients.getPort(), config.stopTimeout());
    } catch (Exception e) {
      sockets.close();
      lock.close();
      throw e instanceof BrokerException known
          ? known
          : new BrokerException(
              "the broker cannot start on the data folder %s: %s"
                  .formatted(config.dataDirectory(), e.getMessage()),
              e);
    }
  }

  /** Kafka turns names of its settings to upper case by the locale: "classic" must stay legible. */
  private static void refuseLocale() {
    Locale locale = Locale.getDefault();
    if (!"classic".toUpperCase(locale).equals("CLASSIC")) {
      throw new BrokerException(
          "Kafka's broker cannot run under the locale "
              + locale
              + ": run Java with -Duser.language=en, or set the default locale before the start");
    }
  }

  /**
   * Waits for the end of a start that nobody wants any more. Interrupted in its midst, Kafka may
   * leave locks on its folders behind that only the end of the process takes away.
   */
  private void letFinish(Bounded start, Duration timeout, BrokerException because) {
    try {
      start.awaitKeepingInterrupt(timeout);
    } catch (BrokerException e) {
      if (e.getCause() != because.getCause()) {
        because.addSuppressed(e);
      }
    }
  }

  private void giveUp(Bounded start, BrokerException because) {
    start.interrupt();
    try {
      close();
    } catch (BrokerException e) {
      because.addSuppressed(e);
    }
  }

  /** Address for clients: host and port. */
  public String bootstrapServers() {
    return LoopbackSockets.HOST + ":" + port;
  }

  /**
   * Stops the broker; a second call does nothing. An interrupt is kept for after.
   *
   * @throws BrokerException if it is not gone within the configured time; it goes on stopping then,
   *     and the data folder is not free before it has
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      Bounded.begin("stop", this::stop).awaitKeepingInterrupt(stopTimeout);
    }
  }

  private void stop() {
    node.stop(stopTimeout);
    sockets.close();
    lock.close();
  }
}
