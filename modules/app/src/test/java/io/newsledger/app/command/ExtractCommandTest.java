package io.newsledger.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.newsledger.app.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExtractCommandTest {
  private static final String USERS = "ChatGPT has %d million weekly active users.";

  @TempDir Path folder;

  @Test
  void everyArticleIsOneLineInTheOrderOfTheFiles() throws Exception {
    for (int i = 11; i <= 30; i++) {
      article("brief-" + i + ".md", String.format(Locale.ROOT, USERS, 10 * i));
    }
    Outcome outcome = Outcome.of("extract", folder.toString());
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals("", outcome.err());
    List<JsonNode> lines = lines(outcome);
    assertEquals(20, lines.size());
    for (int i = 0; i < lines.size(); i++) {
      assertEquals("brief-" + (11 + i), lines.get(i).get("id").asText());
      assertTrue(lines.get(i).get("movements").isArray());
      JsonNode figure = lines.get(i).get("figures").get(0);
      assertEquals("WEEKLY_ACTIVE_USERS", figure.get("metric").asText());
      assertEquals(10_000_000L * (11 + i), figure.get("value").asLong());
      assertEquals(
          String.format(Locale.ROOT, USERS, 10 * (11 + i)), figure.get("evidence").asText());
    }
  }

  @Test
  void theRestIsPrintedWhereSomeAreRefused() throws Exception {
    article("good.md", String.format(Locale.ROOT, USERS, 300));
    Files.write(folder.resolve("empty.md"), new byte[0]);
    Files.write(folder.resolve("binary.md"), new byte[] {0, 1, 2, 3});
    Files.writeString(folder.resolve("broken.md"), "---\ntitle: never ends\n\nText.");
    Files.writeString(folder.resolve("odd.md"), "caf\u00e9", StandardCharsets.ISO_8859_1);
    Files.writeString(folder.resolve("sheet.csv"), "a,b");
    Outcome outcome = Outcome.of("extract", folder.toString());
    assertEquals(1, outcome.code());
    assertEquals(List.of("good"), lines(outcome).stream().map(l -> l.get("id").asText()).toList());
    for (String refused : List.of("empty.md", "binary.md", "broken.md", "odd.md")) {
      assertTrue(
          outcome.err().contains("refused: " + folder.resolve(refused) + ": "), outcome.err());
    }
    assertFalse(outcome.err().contains("sheet.csv"), outcome.err());
    assertTrue(outcome.err().contains("passed over: 1 file"), outcome.err());
  }

  @Test
  void filesOfAnyFormatAreReadAndThoseOfManyArticlesAreNumbered() throws Exception {
    String feed =
        """
        <rss><channel><title>North Wire</title><item><title>One</title><pubDate>2026-02-03</pubDate>
        <description>ChatGPT has 300 million weekly active users.</description></item><item>
        <title>Two</title><pubDate>2026-02-04</pubDate>
        <description>ChatGPT has 310 million weekly active users.</description></item></channel></rss>
        """;
    Files.writeString(folder.resolve("feed.xml"), feed);
    Files.writeString(
        folder.resolve("page"),
        "<!doctype html><meta property=article:published_time content=2026-02-05><body><p>"
            + String.format(Locale.ROOT, USERS, 320));
    Outcome outcome = Outcome.of("extract", folder.toString());
    assertEquals(0, outcome.code(), outcome.err());
    List<JsonNode> lines = lines(outcome);
    assertEquals(
        List.of("feed#1", "feed#2", "page"),
        lines.stream().map(l -> l.get("id").asText()).toList());
    assertEquals(
        List.of(300L, 310L, 320L),
        lines.stream().map(l -> l.at("/figures/0/value").asLong() / 1_000_000).toList());
  }

  @Test
  void filesOfOtherKindsInAFolderAreNoFailureUnlessNamed() throws Exception {
    article("good.md", "Nothing to tell.");
    Path sheet = Files.writeString(folder.resolve("sheet.csv"), "a,b");
    assertEquals(0, Outcome.of("extract", folder.toString()).code());
    Outcome named = Outcome.of("extract", sheet.toString());
    assertEquals(1, named.code());
    assertTrue(named.err().contains(sheet.toString()), named.err());
  }

  @Test
  void whatIsNotThereIsNamed() {
    Outcome outcome = Outcome.of("extract", folder.resolve("nowhere.md").toString());
    assertEquals(1, outcome.code());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().contains("nowhere.md"), outcome.err());
  }

  @Test
  void relativeDatesCountFromTheDayGivenElseFromToday() throws Exception {
    String text = "ChatGPT reached 500 million weekly active users last month.";
    Outcome today = Outcome.given(text, "extract", "-");
    assertEquals("2026-04", lines(today).get(0).at("/figures/0/asOf").asText());
    assertTrue(today.err().contains("--published"), today.err());
    Outcome given = Outcome.given(text, "extract", "-", "--published", "2025-08-10");
    assertEquals("2025-07", lines(given).get(0).at("/figures/0/asOf").asText());
    assertEquals("", given.err());
  }

  @Test
  void aWithdrawnArticleClaimsNothing() throws Exception {
    Files.writeString(
        folder.resolve("gone.md"),
        """
        ---
        date: 2026-01-02
        modified: 2026-01-03
        status: withdrawn
        url: https://example.org/gone
        ---
        ChatGPT has 300 million weekly active users.
        """);
    Outcome outcome = Outcome.of("extract", folder.toString());
    assertEquals("{\"id\":\"gone\",\"movements\":[],\"figures\":[]}\n", outcome.out());
  }

  @Test
  void aTableShowsClaimsWithTheirWords() throws Exception {
    article("brief.md", String.format(Locale.ROOT, USERS, 300));
    Outcome outcome = Outcome.of("extract", folder.toString(), "--format", "table");
    assertTrue(outcome.out().contains("300 million"), outcome.out());
    assertTrue(outcome.out().contains("“ChatGPT has 300 million"), outcome.out());
  }

  @Test
  void anExplanationTellsWhatFiredAndWhyTheRestDoesNotCount() throws Exception {
    article(
        "brief.md",
        "Marta Kowalczyk has left Spotify. Forty engineers have left Spotify. Rain fell.");
    Outcome outcome = Outcome.of("extract", "--explain", folder.toString());
    assertEquals(0, outcome.code(), outcome.err());
    String out = outcome.out();
    assertTrue(out.startsWith("# brief\n\n[1] Marta Kowalczyk has left Spotify.\n"), out);
    assertTrue(out.contains("    means    Spotify: Spotify\n"), out);
    assertTrue(out.contains("    fired    leave: “left”\n"), out);
    assertTrue(out.contains("    kept     leave: Marta Kowalczyk, from Spotify ("), out);
    assertTrue(out.contains("    dropped  leave: no person\n"), out);
    assertFalse(out.contains("Rain fell"), out);
    assertTrue(out.contains("read:\n  Marta Kowalczyk, from Spotify, 2026-02, REPORTED\n"), out);
  }

  private void article(String name, String text) throws Exception {
    Files.writeString(
        folder.resolve(name), "---\ndate: 2026-02-03\nsource: North Wire\n---\n" + text + "\n");
  }

  private static List<JsonNode> lines(Outcome outcome) throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : outcome.out().split("\n", -1)) {
      if (!line.isEmpty()) {
        lines.add(new ObjectMapper().readTree(line));
      }
    }
    return lines;
  }
}
