package io.newsledger.app.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.app.Started;
import io.newsledger.app.instance.RunningInstance;
import io.newsledger.client.LedgerQueries;
import io.newsledger.client.Times;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Metric;
import io.newsledger.events.SeriesPoint;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against a running ledger. */
final class ClientTest {
  @TempDir static Path folder;
  private static Started running;
  private static RunningInstance instance;

  @BeforeAll
  static void start() throws Exception {
    Path article = folder.resolve("gemini.md");
    Files.writeString(
        article,
        """
        ---
        title: Gemini in numbers
        date: 2026-01-05
        source: Desk Brief
        ---
        Gemini now has 650 million monthly active users.
        """);
    String data = folder.resolve("data").toString();
    running =
        Started.of(folder, "run", "--data", data, "--port", "0", "--input", article.toString())
            .until("The ledger is up");
    instance = RunningInstance.find(Path.of(data));
  }

  @AfterAll
  static void stop() {
    assertEquals(0, running.stop().code());
  }

  @Test
  void theExampleTellsFiguresAndTheWordsTheyStandOn() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Example.run(
        instance.bootstrapServers(),
        instance.api(),
        new PrintStream(out, true, StandardCharsets.UTF_8));
    assertEquals(
        "2026-01: 6.5E8, 1\nGemini now has 650 million monthly active users.\n",
        out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
  }

  @Test
  void theReadmeShowsTheExampleAsItIsRun() throws Exception {
    String source =
        Files.readString(Path.of("src/test/java/io/newsledger/app/client/Example.java"));
    String example =
        source
            .substring(
                source.indexOf("// Example begins.\n"), source.indexOf("    // Example ends"))
            .replace("// Example begins.\n", "")
            .indent(-4);
    String readme = Files.readString(Path.of("../../README.md"));
    assertTrue(readme.contains("```java\n" + example + "```"), example);
  }

  @Test
  void answersHaveTypesAndWhatIsNotKnownIsEmpty() {
    LedgerQueries ledger = new LedgerQueries(instance.api(), Duration.ofSeconds(20));
    List<SeriesPoint> points = ledger.series("gemini", null, Times.NOW);
    assertEquals(1, points.size());
    assertEquals(Metric.MONTHLY_ACTIVE_USERS, points.get(0).getMetric());
    MarketClaim claim = ledger.marketClaim(points.get(0).getClaims().get(0)).orElseThrow();
    assertEquals(650e6, claim.getValue());
    assertEquals(Optional.empty(), ledger.talentClaim(claim.getId()));
    assertEquals(List.of(), ledger.series("Gemini", null, Times.asOf(LocalDate.of(2026, 1, 4))));
    assertEquals(Optional.empty(), ledger.career("Nobody Atall", Times.NOW));
    assertEquals(List.of(), ledger.alerts(null, Times.NOW));
    assertEquals(List.of(), ledger.shifts("Gemini", Times.NOW));
    assertEquals(List.of(), ledger.flows(null, "2026", Times.NOW));
  }
}
