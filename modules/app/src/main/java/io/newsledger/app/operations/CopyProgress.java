package io.newsledger.app.operations;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StandbyUpdateListener;
import org.apache.kafka.streams.processor.TaskId;

/**
 * How far the copies (standbys) are that this instance keeps of state that another works on. Safe
 * for use by several threads.
 */
public final class CopyProgress implements StandbyUpdateListener {
  private final Map<TopicPartition, Long> behind = new ConcurrentHashMap<>();
  private final AtomicLong copied = new AtomicLong();

  /** Records that copies lack of their originals, as of the last time each was fed. */
  public long behind() {
    return behind.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Records that were copied since the start. */
  public long copied() {
    return copied.get();
  }

  @Override
  public void onUpdateStart(TopicPartition changelog, String store, long first) {
    behind.put(changelog, 0L);
  }

  @Override
  public void onBatchLoaded(
      TopicPartition changelog, String store, TaskId task, long last, long count, long end) {
    copied.addAndGet(count);
    behind.put(changelog, Math.max(0, end - last));
  }

  @Override
  public void onUpdateSuspended(
      TopicPartition changelog, String store, long last, long end, SuspendReason reason) {
    behind.remove(changelog);
  }
}
