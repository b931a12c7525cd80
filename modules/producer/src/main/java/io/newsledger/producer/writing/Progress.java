package io.newsledger.producer.writing;

import io.newsledger.events.RejectReason;
import java.util.Map;

/** What an ingestion tells while it works. */
public sealed interface Progress {
  /**
   * Something was refused; it is told before it is written.
   *
   * @param origin where it came from
   * @param reason kind of reason
   * @param detail the reason in words, and what to do
   */
  record Refused(String origin, RejectReason reason, String detail) implements Progress {}

  /**
   * A transaction was committed.
   *
   * @param soFar all that this ingestion committed
   * @param sources the same by what it is counted under, in the order of their first mention
   */
  record Committed(IngestReport soFar, Map<String, IngestReport> sources) implements Progress {}
}
