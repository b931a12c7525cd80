package io.newsledger.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The project's own documents, seen from this module. */
final class Documents {
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private static final int DEEPEST = 6;

  private Documents() {}

  /** The documents at the top and in {@code docs}, and the one on gold. */
  static List<Path> all() throws IOException {
    List<Path> documents = new ArrayList<>();
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"), DEEPEST)) {
      Stream.concat(top, docs).filter(Documents::isDocument).sorted().forEach(documents::add);
    }
    documents.add(ROOT.resolve("modules/extraction/evaluation/README.md"));
    return documents;
  }

  static boolean isDocument(Path file) {
    return file.toString().endsWith(".md");
  }

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
