package io.newsledger.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.app.Outcome;
import io.newsledger.app.Started;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of the demo is what the demo prints, in its order. */
final class DemoExcerptTest {
  private static final String BEGIN = "<!-- Demo output begins here";
  private static final String END = "<!-- Demo output ends here";
  private static final String LEFT_OUT = "…";

  @TempDir Path folder;

  @Test
  void theExcerptIsPrinted() throws Exception {
    String readme = Files.readString(Documents.ROOT.resolve("README.md"));
    List<String> excerpt =
        readme
            .substring(readme.indexOf(BEGIN), readme.indexOf(END))
            .lines()
            .skip(1)
            .filter(line -> !line.startsWith("```") && !line.isBlank())
            .map(String::strip)
            .toList();
    assertTrue(excerpt.size() > 40, "the excerpt has only " + excerpt.size() + " lines");
    List<String> printed = demo().lines().map(String::strip).toList();
    int at = 0;
    boolean next = true;
    for (String line : excerpt) {
      if (line.equals(LEFT_OUT)) {
        next = false;
        continue;
      }
      int found = at;
      while (found < printed.size() && !printed.get(found).equals(line)) {
        assertTrue(!next || printed.get(found).isBlank(), "between: " + printed.get(found));
        found++;
      }
      assertTrue(found < printed.size(), "not printed: " + line);
      at = found + 1;
      next = true;
    }
  }

  private String demo() throws Exception {
    String data = folder.resolve("data").toString();
    try (Started demo = Started.of(Documents.ROOT, "demo", "--data", data, "--port", "0")) {
      Outcome outcome = demo.until("Ctrl-C ends it.").stop();
      assertEquals(0, outcome.code(), outcome.err());
      return outcome.out();
    }
  }
}
