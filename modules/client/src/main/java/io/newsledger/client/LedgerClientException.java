package io.newsledger.client;

import java.util.List;

/** A question without an answer; the message is for the user. */
public final class LedgerClientException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient List<String> items;

  LedgerClientException(int status, String message, List<String> items) {
    super(message);
    this.status = status;
    this.items = List.copyOf(items);
  }

  LedgerClientException(int status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
    this.items = List.of();
  }

  /** Status of HTTP: 404 for what is not known, 400 for a bad question; 0 without an answer. */
  public int status() {
    return status;
  }

  /** Names that are known and look alike, or values that are allowed; maybe none. */
  public List<String> items() {
    return items == null ? List.of() : items;
  }
}
