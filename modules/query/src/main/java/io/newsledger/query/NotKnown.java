package io.newsledger.query;

import java.util.List;

/** The ledger knows nothing of what was asked for. */
public final class NotKnown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> suggestions;

  /**
   * @param message what is not known, and what to do
   * @param suggestions names that the ledger knows and that look alike
   */
  public NotKnown(String message, List<String> suggestions) {
    super(message);
    this.suggestions = List.copyOf(suggestions);
  }

  /** Names that the ledger knows and that look alike; maybe none. */
  public List<String> suggestions() {
    return suggestions == null ? List.of() : suggestions;
  }
}
