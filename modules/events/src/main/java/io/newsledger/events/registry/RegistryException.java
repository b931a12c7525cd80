package io.newsledger.events.registry;

import org.apache.kafka.common.KafkaException;

/**
 * The schema registry did not do what it was asked for; the message says what to do. No fault of a
 * record: whoever meets it has to stop, or to wait.
 */
public final class RegistryException extends KafkaException {
  private static final long serialVersionUID = 1L;

  public RegistryException(String message) {
    super(message);
  }

  public RegistryException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Whether something failed because of the registry. */
  public static boolean isCauseOf(Throwable error) {
    Throwable cause = error;
    while (cause != null) {
      if (cause instanceof RegistryException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
