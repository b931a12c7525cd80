package io.newsledger.producer.fuzz;

/** Reads a web archive. */
public final class ArchiveFuzz {
  private ArchiveFuzz() {}

  /** Reads any bytes. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Offered.check("archive.warc", bytes);
    Offered.check("archive.warc.gz", bytes);
  }
}
