package io.newsledger.app.pipeline;

import java.util.Objects;
import java.util.Optional;

/**
 * How an instance runs.
 *
 * @param bootstrapServers a cluster to use; empty for a broker in this process
 * @param partitions of topics that do not exist yet
 * @param threads of each of the two applications
 */
public record PipelineSettings(Optional<String> bootstrapServers, int partitions, int threads) {
  private static final int PARTITIONS = Integer.getInteger("nl.p", 4);

  public PipelineSettings {
    Objects.requireNonNull(bootstrapServers, "bootstrapServers");
    if (partitions < 1 || threads < 1) {
      throw new IllegalArgumentException("there is at least one partition and one thread");
    }
  }

  /** For this machine. */
  public static PipelineSettings on(Optional<String> bootstrapServers) {
    int threads = Integer.getInteger("nl.t", 2);
    return new PipelineSettings(bootstrapServers, PARTITIONS, threads);
  }
}
