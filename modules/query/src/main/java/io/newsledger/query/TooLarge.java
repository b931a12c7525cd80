package io.newsledger.query;

/** The answer would not fit: it must be asked for in parts, or another way. */
public final class TooLarge extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooLarge(String message) {
    super(message);
  }
}
