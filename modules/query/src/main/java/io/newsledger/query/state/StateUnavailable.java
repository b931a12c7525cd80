package io.newsledger.query.state;

import java.util.Objects;

/** The stores cannot answer now; the same question may be answered later or elsewhere. */
public final class StateUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is in the way. */
  public enum Reason {
    /** Aggregation has not started yet. */
    STARTING("the ledger is starting"),
    /** Partitions are being handed over between instances or threads. */
    REBALANCING("the ledger is moving its state between instances"),
    /** State is being restored from Kafka. */
    RESTORING("the ledger is restoring its state"),
    /** A partition lives on another instance. */
    NOT_HERE("a part of the state is kept by another instance"),
    /** The instance that a partition lives on does not answer, and there is no good copy. */
    UNREACHABLE("an instance that keeps a part of the state does not answer"),
    /** Aggregation has ended. */
    STOPPED("the ledger is not running");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** The reason in words, without an end of sentence. */
    public String words() {
      return words;
    }
  }

  private final Reason reason;

  /**
   * @param store the store that was asked
   * @param cause what the store said; may be null
   */
  public StateUnavailable(Reason reason, String store, Throwable cause) {
    super(Objects.requireNonNull(reason, "reason").words() + " (store " + store + ")", cause);
    this.reason = reason;
  }

  /** What is in the way. */
  public Reason reason() {
    return reason;
  }
}
