package io.newsledger.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoTest {
  private static final String LAST_WORDS = "Ctrl-C ends it.";

  @TempDir Path home;

  @Test
  void aSecondStartReadsNothingTwiceAndShowsTheSame() throws Exception {
    new GeneratedArticles(3).write(home.resolve("samples"), 6);
    String[] demo = {"demo", "--data", home.resolve("data").toString(), "--port", "0"};
    Outcome first = once(demo);
    assertTrue(first.err().contains("6 offered: 6 new"), first.err());
    assertTrue(first.out().contains("million"), first.out());
    assertTrue(first.err().contains("http://127.0.0.1:"), first.err());
    Outcome second = once(demo);
    assertTrue(second.err().contains("6 offered: 6 known before"), second.err());
    assertEquals(first.out(), second.out());
  }

  @Test
  void withoutSamplesItSaysHowToStartIt() throws Exception {
    Files.createDirectories(home.resolve("data"));
    try (Started demo = Started.of(home, "demo", "--data", home.resolve("data").toString())) {
      Outcome outcome = demo.stop();
      assertEquals(1, outcome.code());
      assertTrue(outcome.err().contains("no sample articles"), outcome.err());
    }
  }

  private Outcome once(String... demo) throws Exception {
    try (Started started = Started.of(home, demo)) {
      Outcome outcome = started.until(LAST_WORDS).stop();
      assertEquals(0, outcome.code(), outcome.err());
      return outcome;
    }
  }
}
