package io.newsledger.app.operations;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Set;

/**
 * Which of Kafka's own measurements are told. It has thousands, one for each of its sensors in each
 * node, partition and store; these say whether the work goes on and where it waits.
 */
final class KafkaMeters implements MeterFilter {
  private static final String KAFKA = "kafka.";

  /** Names as Micrometer has them. */
  static final Set<String> TOLD =
      Set.of(
          "kafka.stream.alive.stream.threads",
          "kafka.stream.failed.stream.threads",
          "kafka.stream.thread.process.rate",
          "kafka.stream.thread.commit.latency.avg",
          "kafka.stream.thread.commit.latency.max",
          "kafka.stream.thread.blocked.time.ns.total",
          "kafka.stream.task.dropped.records.total",
          "kafka.stream.state.total.sst.files.size",
          "kafka.stream.state.cur.size.all.mem.tables",
          "kafka.stream.state.block.cache.usage",
          "kafka.consumer.fetch.manager.records.lag.max",
          "kafka.consumer.fetch.manager.records.consumed.rate",
          "kafka.consumer.coordinator.rebalance.total",
          "kafka.consumer.coordinator.rebalance.latency.max",
          "kafka.consumer.coordinator.failed.rebalance.total",
          "kafka.producer.record.send.rate",
          "kafka.producer.record.error.total",
          "kafka.producer.request.latency.avg");

  @Override
  public MeterFilterReply accept(Meter.Id id) {
    String name = id.getName();
    return name.startsWith(KAFKA) && !TOLD.contains(name)
        ? MeterFilterReply.DENY
        : MeterFilterReply.NEUTRAL;
  }
}
