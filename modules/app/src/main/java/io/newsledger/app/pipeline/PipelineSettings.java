package io.newsledger.app.pipeline;

import io.newsledger.app.connection.ClientSettings;
import io.newsledger.query.peer.PeerSettings;
import io.newsledger.weighing.ThresholdChoice;
import java.util.Objects;
import java.util.Optional;

/**
 * How an instance runs.
 *
 * @param bootstrapServers a cluster to use; empty for a broker in this process
 * @param clients what clients need besides
 * @param partitions of topics that do not exist yet
 * @param threads of each of the two applications
 * @param thresholds asked for
 * @param peers how other instances on the same brokers are reached; empty if none are asked
 */
public record PipelineSettings(
    Optional<String> bootstrapServers,
    ClientSettings clients,
    int partitions,
    int threads,
    ThresholdChoice thresholds,
    Optional<PeerSettings> peers) {
  /** Partitions cannot be taken back, and each costs stores to open at every start. */
  private static final int MOST_PARTITIONS = 8;

  public PipelineSettings {
    Objects.requireNonNull(bootstrapServers, "bootstrapServers");
    Objects.requireNonNull(clients, "clients");
    Objects.requireNonNull(thresholds, "thresholds");
    Objects.requireNonNull(peers, "peers");
    if (partitions < 1 || threads < 1) {
      throw new IllegalArgumentException("there is at least one partition and one thread");
    }
  }

  /** As much at once as this machine has processors (two partitions at least). */
  public static PipelineSettings on(
      Optional<String> bootstrapServers, ClientSettings clients, ThresholdChoice thresholds) {
    int processors = Runtime.getRuntime().availableProcessors();
    int partitions = Math.max(2, Math.min(MOST_PARTITIONS, processors));
    return new PipelineSettings(
        bootstrapServers,
        clients,
        partitions,
        Math.min(partitions, processors),
        thresholds,
        Optional.empty());
  }

  /** The same, which asks other instances and is asked by them. */
  public PipelineSettings among(Optional<PeerSettings> others) {
    return new PipelineSettings(bootstrapServers, clients, partitions, threads, thresholds, others);
  }
}
