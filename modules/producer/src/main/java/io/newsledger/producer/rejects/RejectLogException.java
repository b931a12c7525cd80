package io.newsledger.producer.rejects;

/** Rejects could not be read; the message says why. */
public final class RejectLogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RejectLogException(String message, Throwable cause) {
    super(message, cause);
  }
}
