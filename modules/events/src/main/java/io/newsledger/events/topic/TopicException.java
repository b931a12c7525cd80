package io.newsledger.events.topic;

/** The cluster could not provide the catalogue's topics; the message says what to check. */
public final class TopicException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TopicException(String message, Throwable cause) {
    super(message, cause);
  }
}
