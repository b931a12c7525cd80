package io.newsledger.producer.figures;

/** A table cannot be read; the message says where and why. */
final class BadTable extends Exception {
  private static final long serialVersionUID = 1L;

  BadTable(String message) {
    super(message);
  }

  static BadTable at(int line, String message) {
    return new BadTable("line " + line + ": " + message);
  }
}
