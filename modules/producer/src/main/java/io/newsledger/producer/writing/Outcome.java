package io.newsledger.producer.writing;

import io.newsledger.events.RejectReason;

/** What becomes of one thing offered. */
sealed interface Outcome {
  /** It is an article. */
  enum Kept implements Outcome {
    ACCEPTED,
    REVISED,
    WITHDRAWN,
    UNCHANGED
  }

  /** It is refused. */
  record Rejected(RejectReason reason) implements Outcome {}
}
