package io.newsledger.producer.writing;

/** Articles could not be written; the message says what to do. What was committed stays. */
public final class IngestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IngestException(String message, Throwable cause) {
    super(message, cause);
  }

  IngestException(String message) {
    super(message);
  }
}
