package io.newsledger.app.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StandbyUpdateListener.SuspendReason;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

/** What Kafka Streams tells of copies, added up. */
final class CopyProgressTest {
  private static final TopicPartition ONE = new TopicPartition("changelog", 0);
  private static final TopicPartition TWO = new TopicPartition("changelog", 1);

  @Test
  void copiesAreBehindByWhatTheyLack() {
    CopyProgress copies = new CopyProgress();
    copies.onUpdateStart(ONE, "store", 0);
    copies.onUpdateStart(TWO, "store", 0);
    assertEquals(0, copies.behind(), "not known yet");
    copies.onBatchLoaded(ONE, "store", new TaskId(0, 0), 40, 41, 100);
    copies.onBatchLoaded(TWO, "store", new TaskId(0, 1), 10, 11, 15);
    assertEquals(65, copies.behind());
    copies.onBatchLoaded(ONE, "store", new TaskId(0, 0), 100, 60, 100);
    assertEquals(5, copies.behind());
    copies.onUpdateSuspended(TWO, "store", 10, 15, SuspendReason.PROMOTED);
    assertEquals(0, copies.behind(), "no copy any more");
    assertEquals(112, copies.copied());
  }
}
