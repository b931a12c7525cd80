package io.newsledger.producer.watch;

import java.io.IOException;

/** Something could not be fetched; the message says why. */
public final class FetchException extends IOException {
  private static final long serialVersionUID = 1L;

  FetchException(String message) {
    super(message);
  }

  FetchException(String message, Throwable cause) {
    super(message, cause);
  }
}
