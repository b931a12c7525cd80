package io.newsledger.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * How an embedded broker runs.
 *
 * @param dataDirectory folder of its own, made if missing and kept
 * @param port on loopback; 0 for a free one, which may differ from start to start
 * @param startTimeout bound on start
 * @param stopTimeout bound on stop
 */
public record BrokerConfig(
    Path dataDirectory, int port, Duration startTimeout, Duration stopTimeout) {
  public BrokerConfig {
    Objects.requireNonNull(dataDirectory, "dataDirectory");
    Objects.requireNonNull(startTimeout, "startTimeout");
    Objects.requireNonNull(stopTimeout, "stopTimeout");
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
    }
    if (startTimeout.toMillis() < 1 || stopTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("a time-out is at least one millisecond");
    }
  }

  /** A free port, a minute to start and half a minute to stop. */
  public static BrokerConfig in(Path dataDirectory) {
    return new BrokerConfig(dataDirectory, 0, Duration.ofSeconds(60), Duration.ofSeconds(30));
  }
}
