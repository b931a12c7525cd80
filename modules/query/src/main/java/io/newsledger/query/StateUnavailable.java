package io.newsledger.query;

/** State cannot be read at present. That says nothing about what it holds. */
public final class StateUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why state cannot be read. */
  public enum Reason {
    /** Aggregation has not been started or has no partitions yet. */
    STARTING("aggregation is starting", true),
    /** Partitions are being handed out anew, or lie elsewhere. */
    REBALANCING("partitions are being assigned anew", true),
    /** Stores are being filled from their logs. */
    RESTORING("the stores are being restored", true),
    /** Aggregation has ended or broken; waiting does not help. */
    STOPPED("aggregation has ended", false);

    private final String words;
    private final boolean passing;

    Reason(String words, boolean passing) {
      this.words = words;
      this.passing = passing;
    }

    /** Whether asking again later can help. */
    public boolean passing() {
      return passing;
    }
  }

  private final Reason reason;

  /**
   * @param store the store that was asked
   * @param cause what Kafka Streams said, or null
   */
  public StateUnavailable(Reason reason, String store, Throwable cause) {
    super(
        "The store "
            + store
            + " cannot be read: "
            + reason.words
            + (reason.passing() ? ". Ask again in a few seconds." : ". Start the instance again."),
        cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
