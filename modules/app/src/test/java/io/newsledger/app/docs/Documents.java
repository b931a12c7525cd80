package io.newsledger.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The project's own documents, seen from this module. */
final class Documents {
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private Documents() {}

  /**
   * Compares a document with what it is made from.
   *
   * @param name its path from the top of the project
   * @throws AssertionError if it is out of date; {@code -Dgolden.accept=true} writes it anew
   */
  static void assertUpToDate(String name, String made) throws IOException {
    Path document = ROOT.resolve(name);
    if (System.getProperty("golden.accept") != null) {
      Files.writeString(document, made);
    }
    assertEquals(Files.readString(document, StandardCharsets.UTF_8), made, name);
  }
}
