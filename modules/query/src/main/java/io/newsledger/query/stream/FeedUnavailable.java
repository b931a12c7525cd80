package io.newsledger.query.stream;

/** Changes cannot be followed now; the same may be asked again later. */
public final class FeedUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message why, and what to do
   */
  public FeedUnavailable(String message) {
    super(message);
  }
}
