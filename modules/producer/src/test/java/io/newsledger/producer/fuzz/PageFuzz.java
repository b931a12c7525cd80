package io.newsledger.producer.fuzz;

/** Reads a web page. */
public final class PageFuzz {
  private PageFuzz() {}

  /** Reads any bytes. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Offered.check("page.html", bytes);
  }
}
