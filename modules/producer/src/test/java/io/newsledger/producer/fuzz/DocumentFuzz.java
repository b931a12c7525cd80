package io.newsledger.producer.fuzz;

/** Reads whatever it is, by its content. */
public final class DocumentFuzz {
  private DocumentFuzz() {}

  /** Reads any bytes. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Offered.check("document", bytes);
  }
}
