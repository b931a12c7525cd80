package io.newsledger.producer.reading;

import io.newsledger.events.RejectReason;

/** Carries a refusal from a step of reading to {@link ArticleReader}, which makes it a result. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;
  private final RejectReason reason;

  Refusal(RejectReason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  Reading.Refused asReading() {
    return new Reading.Refused(reason, getMessage());
  }
}
