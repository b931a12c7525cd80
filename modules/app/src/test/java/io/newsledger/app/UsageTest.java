package io.newsledger.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UsageTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "extract",
        "run",
        "ingest",
        "withdraw",
        "alias",
        "career",
        "flow",
        "series",
        "alerts",
        "shifts",
        "leaderboard",
        "rebuild",
        "claims",
        "tail",
        "demo"
      })
  void everyCommandHelps(String command) {
    Outcome help = Outcome.of(command, "--help");
    assertEquals(0, help.code(), help.err());
    assertTrue(help.out().startsWith("Usage: newsledger " + command), help.out());
    assertTrue(help.out().contains("Exit codes:"), help.out());
    assertEquals("", help.err());
  }

  @Test
  void theVersionIsTheProjects() {
    Outcome version = Outcome.of("--version");
    assertEquals(0, version.code());
    assertTrue(
        version.out().matches("newsledger \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R"), version.out());
  }

  @Test
  void noCommandIsWrongUseAndListsThem() {
    Outcome nothing = Outcome.of();
    assertEquals(2, nothing.code());
    assertEquals("", nothing.out());
    assertTrue(nothing.err().contains("demo"), nothing.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "carer",
        "extract",
        "extract --format xml nowhere.md",
        "run --port many",
        "run --export state.json",
        "run --allow-origin example.org",
        "run --allow-origin https://example.org/page",
        "run --allow-origin HTTPS://EXAMPLE.ORG",
        "run --exodus many",
        "run --exodus 3/30 --exodus 4/30",
        "run --exodus OpenAI=1/30",
        "demo --shift 5",
        "rebuild --shift 0/10",
        "ingest",
        "withdraw",
        "withdraw briefs/1",
        "withdraw https://example.org/briefs/1 --at yesterday",
        "alias Alfa",
        "alias Alfa --is Alfa",
        "alias --is Alfa",
        "alias --undo",
        "career",
        "career Alfa --as-of yesterday",
        "series Qwen --at 2026-02-30",
        "flow",
        "series",
        "tail",
        "tail news.nothing",
        "tail news.articles --max 0"
      })
  void wrongUseIsToldOnStandardError(String line) {
    Outcome wrong = Outcome.of(line.split(" ", -1));
    assertEquals(2, wrong.code(), wrong.err());
    assertEquals("", wrong.out());
    assertFalse(wrong.err().isBlank());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "career Alfa",
        "flow OpenAI",
        "series Qwen",
        "claims",
        "tail news.rejects",
        "alias",
        "alias Alfa Bravo --is Bravo",
        "withdraw https://example.org/briefs/1"
      })
  void withoutARunningInstanceItSaysHowToStartOne(String line) {
    String[] asked = (line + " --data " + folder.resolve("nothing")).split(" ", -1);
    Outcome failed = Outcome.of(asked);
    assertEquals(1, failed.code(), failed.err());
    assertEquals("", failed.out());
    assertTrue(failed.err().contains("newsledger run"), failed.err());
    assertFalse(failed.err().contains("\tat "), failed.err());
  }
}
