package io.newsledger.producer.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gives every target the documents that {@code scripts/fuzz} begins with, each whole and cut at
 * every place: those written for it, and those that once broke a parser.
 */
final class FuzzingTest {
  private static final Duration SOON = Duration.ofMinutes(1);

  private static final Map<String, Consumer<byte[]>> TARGETS =
      Map.of(
          "AddressFuzz", AddressFuzz::fuzzerTestOneInput,
          "ArchiveFuzz", ArchiveFuzz::fuzzerTestOneInput,
          "DocumentFuzz", DocumentFuzz::fuzzerTestOneInput,
          "FeedFuzz", FeedFuzz::fuzzerTestOneInput,
          "FeedListFuzz", FeedListFuzz::fuzzerTestOneInput,
          "JsonValueFuzz", JsonValueFuzz::fuzzerTestOneInput,
          "PageFuzz", PageFuzz::fuzzerTestOneInput,
          "TableFuzz", TableFuzz::fuzzerTestOneInput,
          "TextFuzz", TextFuzz::fuzzerTestOneInput);

  static Set<String> targets() {
    return new TreeSet<>(TARGETS.keySet());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void noDocumentBreaksAParser(String name) throws Exception {
    for (Path file : documents()) {
      byte[] document = Files.readAllBytes(file);
      assertTimeoutPreemptively(
          SOON,
          () -> {
            for (int end = 0; end <= document.length; end++) {
              TARGETS.get(name).accept(Arrays.copyOf(document, end));
            }
          },
          file.toString());
    }
  }

  /** As the script finds them. */
  @Test
  void everyTargetIsHere() throws Exception {
    Path classes = Path.of(FuzzingTest.class.getResource("TextFuzz.class").toURI()).getParent();
    try (Stream<Path> files = Files.list(classes)) {
      assertEquals(
          targets(),
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith("Fuzz.class"))
              .map(name -> name.replace(".class", ""))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  private static List<Path> documents() throws IOException, URISyntaxException {
    Path folder = Path.of(FuzzingTest.class.getResource("documents/text.md").toURI()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
