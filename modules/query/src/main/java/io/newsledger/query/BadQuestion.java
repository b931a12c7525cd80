package io.newsledger.query;

import java.util.List;

/** The question cannot be understood. */
public final class BadQuestion extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> allowed;

  /**
   * @param message what is wrong, and what to do
   * @param allowed the values that may be given, if they can be listed
   */
  public BadQuestion(String message, List<String> allowed) {
    super(message);
    this.allowed = List.copyOf(allowed);
  }

  /** The values that may be given; empty if they cannot be listed. */
  public List<String> allowed() {
    return allowed == null ? List.of() : allowed;
  }
}
