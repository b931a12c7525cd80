package io.newsledger.query.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.query.AsOf;
import io.newsledger.query.ClaimFilter;
import io.newsledger.query.LeaderboardQuestion;
import io.newsledger.query.Ledger;
import io.newsledger.query.Samples;
import io.newsledger.query.SignalSamples;
import io.newsledger.query.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TablesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/io/newsledger/query/text");

  private final Ledger ledger = new Ledger(Samples.state());
  private final Ledger signals = new Ledger(SignalSamples.state());

  @Test
  void career() throws IOException {
    golden("career.txt", Tables.career(ledger.career("Ada Vale", AsOf.parse("2026-03-12"))));
  }

  @Test
  void flow() throws IOException {
    golden("flow.txt", Tables.flow(ledger.flow("Northlab", Window.ALL, AsOf.NOW)));
  }

  @Test
  void series() throws IOException {
    golden("series.txt", Tables.series(ledger.series("Orbit", Optional.empty(), AsOf.NOW)));
  }

  @Test
  void claims() throws IOException {
    golden("claims.txt", Tables.claims(ledger.claims(ClaimFilter.article("a"), AsOf.NOW)));
  }

  @Test
  void alerts() throws IOException {
    golden("alerts.txt", Tables.alerts(signals.alerts(Optional.empty(), Window.ALL, AsOf.NOW)));
  }

  @Test
  void shifts() throws IOException {
    golden(
        "shifts.txt",
        Tables.shifts(
            signals.shifts(
                Optional.empty(), Optional.empty(), Window.ALL, AsOf.parse("2026-03-31"))));
  }

  @Test
  void leaderboard() throws IOException {
    golden(
        "leaderboard.txt",
        Tables.leaderboard(
            signals.leaderboard(LeaderboardQuestion.parse(null, null, null, null), AsOf.NOW)));
  }

  @Test
  void nothingToTellIsSaidInWords() {
    AsOf early = AsOf.parse("2026-01-01");
    assertEquals(
        "No alert is known as of 2026-01-01.\n",
        Tables.alerts(signals.alerts(Optional.empty(), Window.ALL, early)));
    assertEquals(
        "No shift of Flint is known.\n",
        Tables.shifts(
            signals.shifts(Optional.of("Flint"), Optional.empty(), Window.ALL, AsOf.NOW)));
    assertEquals(
        "No customers is known.\n",
        Tables.leaderboard(
            signals.leaderboard(
                LeaderboardQuestion.parse("customers", null, null, null), AsOf.NOW)));
  }

  @Test
  void overview() throws IOException {
    golden("overview.txt", Tables.overview(ledger.export(AsOf.NOW)));
  }

  @Test
  void claimsOfAnArticleWithoutAnyAreNone() {
    assertTrue(
        Tables.claims(ledger.claims(ClaimFilter.article("none"), AsOf.NOW)).startsWith("0 claims"));
  }

  @Test
  void manyCareersAreCutAndTheRestCounted() {
    ObjectNode export = ledger.export(AsOf.NOW);
    ArrayNode careers = (ArrayNode) export.get("careers");
    JsonNode one = careers.get(0);
    for (int i = 0; i < 100; i++) {
      careers.add(one.deepCopy());
    }
    String text = Tables.overview(export);
    assertTrue(text.contains("and 77 more: newsledger career NAME"), text);
    assertNoWiderThanATerminal(text);
  }

  @Test
  void whatSteersATerminalIsNotPassedOn() {
    ObjectNode answer = ledger.career("Bo Quill", AsOf.NOW);
    ObjectNode career = (ObjectNode) answer.get("career");
    career.put("name", "Bo\u001b[2JQuill\u202e");
    String text = Tables.career(answer);
    assertFalse(text.chars().anyMatch(c -> c == 0x1b || c == 0x202e), text);
  }

  @Test
  void anEmptyAnswerIsSaidInWords() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("entity", "Orbit").put("metric", "REVENUE").putArray("series");
    assertEquals("No revenue is known of Orbit.\n", Tables.series(answer));
  }

  private static void golden(String file, String text) throws IOException {
    if (System.getProperty("golden.accept") != null) {
      Files.writeString(GOLDEN.resolve(file), text);
    }
    assertEquals(Files.readString(GOLDEN.resolve(file)), text);
    assertNoWiderThanATerminal(text);
  }

  private static void assertNoWiderThanATerminal(String text) {
    for (String line : text.split("\n", -1)) {
      assertTrue(DisplayWidth.of(line) <= TextTable.WIDTH, line);
      assertEquals(line.stripTrailing(), line);
    }
  }
}
