package io.newsledger.producer.yardstick;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.newsledger.producer.page.Page;
import io.newsledger.producer.page.PageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the pages of adbar/htmldate and compares days of publication, counted as its own evaluation
 * does: right, wrong or none, also where it expects none.
 */
final class DateBenchmark {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private int right;
  private int wrong;
  private int none;

  private DateBenchmark() {}

  /**
   * Runs it.
   *
   * @param arguments the checkout
   */
  public static void main(String... arguments) throws IOException {
    Path tests = Path.of(arguments[0]).resolve("tests");
    DateBenchmark all = new DateBenchmark();
    for (String list : List.of("eval_mediacloud_2020.json", "eval_default.json")) {
      for (Map.Entry<String, JsonNode> page :
          JSON.readTree(tests.resolve(list).toFile()).properties()) {
        all.compare(tests, page.getValue());
      }
    }
    int pages = all.right + all.wrong + all.none;
    System.out.printf(
        Locale.ROOT,
        "%d pages: %d right, %d wrong, %d without; right on %.3f, F1 %.3f%n",
        pages,
        all.right,
        all.wrong,
        all.none,
        (double) all.right / pages,
        2.0 * all.right / (2.0 * all.right + all.wrong + all.none));
  }

  private void compare(Path tests, JsonNode expected) throws IOException {
    Path file =
        Stream.of("test_set", "cache", "eval")
            .map(folder -> tests.resolve(folder).resolve(expected.path("file").asText()))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    Page page = PageReader.read(Files.readAllBytes(file), PageReader.Hints.NONE);
    Optional<String> day = page.published().map(time -> time.substring(0, 10));
    if (day.isEmpty()) {
      none++;
    } else if (day.get().equals(expected.path("date").asText())) {
      right++;
    } else {
      wrong++;
    }
  }
}
