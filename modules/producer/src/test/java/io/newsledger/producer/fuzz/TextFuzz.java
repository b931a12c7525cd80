package io.newsledger.producer.fuzz;

/** Reads a text with front matter. */
public final class TextFuzz {
  private TextFuzz() {}

  /** Reads any bytes. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Offered.check("text.md", bytes);
  }
}
