package io.newsledger.app.drain;

/** Waiting for the stages was given up; the message says why. */
public final class DrainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DrainException(String message) {
    super(message);
  }

  DrainException(String message, Throwable cause) {
    super(message, cause);
  }
}
