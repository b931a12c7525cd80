package io.newsledger.app.operations;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Counts the records of state that are read back from Kafka. Safe for use by several threads. */
public final class RestoreProgress implements StateRestoreListener {
  private final Map<TopicPartition, Long> remaining = new ConcurrentHashMap<>();
  private final AtomicLong restored = new AtomicLong();

  /** Records that are still to be read back, as far as that has begun. */
  public long remaining() {
    return remaining.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Records that were read back since the start. */
  public long restored() {
    return restored.get();
  }

  @Override
  public void onRestoreStart(TopicPartition changelog, String store, long first, long end) {
    remaining.put(changelog, Math.max(0, end - first));
  }

  @Override
  public void onBatchRestored(TopicPartition changelog, String store, long last, long count) {
    restored.addAndGet(count);
    remaining.computeIfPresent(changelog, (partition, left) -> Math.max(0, left - count));
  }

  @Override
  public void onRestoreEnd(TopicPartition changelog, String store, long total) {
    remaining.remove(changelog);
  }

  @Override
  public void onRestoreSuspended(TopicPartition changelog, String store, long total) {
    remaining.remove(changelog);
  }
}
