package io.newsledger.producer.yardstick;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.producer.page.Page;
import io.newsledger.producer.page.PageReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Reads the pages of scrapinghub/article-extraction-benchmark and writes what it finds to {@code
 * output/newsledger.json} of the checkout, where its own {@code evaluate.py} compares it.
 */
final class MainTextBenchmark {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private MainTextBenchmark() {}

  /**
   * Runs it.
   *
   * @param arguments the checkout
   */
  public static void main(String... arguments) throws IOException {
    Path checkout = Path.of(arguments[0]);
    ObjectNode bodies = JSON.createObjectNode();
    for (Path file : pages(checkout.resolve("html"))) {
      byte[] html;
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        html = in.readAllBytes();
      }
      Page page = PageReader.read(html, PageReader.Hints.NONE);
      String id = file.getFileName().toString().replace(".html.gz", "");
      bodies.putObject(id).put("articleBody", page.body());
    }
    Path output = checkout.resolve("output").resolve("newsledger.json");
    JSON.writeValue(output.toFile(), bodies);
    System.out.println(bodies.size() + " pages read; now run evaluate.py there");
  }

  private static List<Path> pages(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
