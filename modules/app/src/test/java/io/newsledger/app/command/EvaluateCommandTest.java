package io.newsledger.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.app.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluateCommandTest {
  private static final String HEAD =
      "          gold  found  right  precision  recall     F1  dates agree\n";

  @TempDir Path gold;
  @TempDir Path elsewhere;

  @Test
  void readsTheArticlesAndListsEveryError() throws Exception {
    article(gold, "a", "ChatGPT has 300 million weekly active users.");
    gold("a", figure("ChatGPT", 300_000_000, null));
    article(gold, "b", "Gemini had 400 million monthly active users in January 2026.");
    gold("b", figure("Gemini", 450_000_000, "2026-01"));
    Outcome outcome = Outcome.of("evaluate", "--gold", gold.toString());
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(
        "b  missed   figures  gemini WEEKLY_ACTIVE_USERS 450000000 COUNT @2026-01\n"
            + "b  made up  figures  gemini MONTHLY_ACTIVE_USERS 400000000 COUNT @2026-01\n"
            + "\n"
            + HEAD
            + "ends         0      0      0      1.000   1.000  1.000            -\n"
            + "figures      2      2      1      0.500   0.500  0.500        1.000\n",
        outcome.out());
  }

  @Test
  void theArticlesMayLieElsewhere() throws Exception {
    article(elsewhere, "a", "ChatGPT has 300 million weekly active users.");
    gold("a", figure("ChatGPT", 300_000_000, null));
    Outcome outcome =
        Outcome.of(
            "evaluate",
            "--gold",
            gold.toString(),
            "--articles",
            elsewhere.toString(),
            "--no-errors");
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.out().startsWith(HEAD), outcome.out());
    assertTrue(outcome.out().contains("figures      1      1      1"), outcome.out());
  }

  @Test
  void whatCannotBeReadIsNamedAndCountsForNothing() throws Exception {
    gold("a", figure("ChatGPT", 300_000_000, null));
    gold("b", figure("ChatGPT", 300_000_000, null));
    Files.writeString(gold.resolve("b.md"), "---\ntitle: never ends\n\nText.");
    Outcome outcome = Outcome.of("evaluate", "--gold", gold.toString());
    assertEquals(1, outcome.code());
    assertTrue(outcome.err().contains("there is no " + gold.resolve("a.md")), outcome.err());
    assertTrue(outcome.err().contains(gold.resolve("b.md").toString()), outcome.err());
    assertTrue(outcome.err().contains("left out: 2 of 2 articles"), outcome.err());
    assertTrue(outcome.out().contains("figures      0      0      0"), outcome.out());
  }

  @Test
  void predictionsOfOthersAreComparedInTheSameWay() throws Exception {
    gold(
        "a",
        "{\"id\": \"a\", \"movements\": [{\"person\": \"Ada Muster\", \"from\": \"Acme\","
            + " \"to\": \"Globex\", \"date\": \"2026-03\", \"modality\": \"REPORTED\"}]}");
    gold("b", figure("ChatGPT", 300_000_000, null));
    Path file =
        Files.writeString(
            elsewhere.resolve("found.jsonl"),
            "{\"id\": \"a\", \"movements\": [{\"person\": \"Muster Ada\", \"from\": \"Acme Inc.\","
                + " \"date\": \"2026-04\"}]}\n\n");
    Outcome outcome =
        Outcome.of("evaluate", "--gold", gold.toString(), "--predictions", file.toString());
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(
        "a  missed   ends     Ada Muster JOINED globex [ASSERTED]\n"
            + "a  date     ends     Ada Muster LEFT acme [ASSERTED]: gold 2026-03, found 2026-04\n"
            + "b  missed   figures  chatgpt WEEKLY_ACTIVE_USERS 300000000 COUNT @null\n"
            + "\n"
            + HEAD
            + "ends         2      1      1      1.000   0.500  0.667        0.000\n"
            + "figures      1      0      0      0.000   0.000  0.000            -\n",
        outcome.out());
  }

  @Test
  void brokenGoldAndBrokenPredictionsAreErrorsThatNameThePlace() throws Exception {
    Outcome none = Outcome.of("evaluate", "--gold", gold.toString());
    assertEquals(1, none.code());
    assertTrue(none.err().contains("no gold in " + gold), none.err());
    Outcome nowhere = Outcome.of("evaluate", "--gold", gold.resolve("nowhere").toString());
    assertEquals(1, nowhere.code());
    assertTrue(nowhere.err().contains("nowhere cannot be read"), nowhere.err());
    Files.writeString(gold.resolve("a.json"), "{\"id\": 3}");
    Outcome broken = Outcome.of("evaluate", "--gold", gold.toString());
    assertEquals(1, broken.code());
    assertTrue(broken.err().contains("a.json is no annotation"), broken.err());
    gold("a", figure("ChatGPT", 300_000_000, null));
    Path file = Files.writeString(elsewhere.resolve("found.jsonl"), "{\"id\": \"a\"}\nnothing\n");
    Outcome line =
        Outcome.of("evaluate", "--gold", gold.toString(), "--predictions", file.toString());
    assertEquals(1, line.code());
    assertTrue(line.err().contains("line 2 of " + file + " is no annotation"), line.err());
  }

  private static String figure(String entity, long value, String asOf) {
    return "{\"id\": \"%s\", \"figures\": [{\"entities\": [\""
        + entity
        + "\"], \"metric\": \"WEEKLY_ACTIVE_USERS\", \"unit\": \"COUNT\", \"value\": "
        + value
        + (asOf == null ? "" : ", \"asOf\": \"" + asOf + "\"")
        + "}]}";
  }

  private void gold(String name, String json) throws Exception {
    Files.writeString(gold.resolve(name + ".json"), json.replace("%s", name));
  }

  private static void article(Path folder, String name, String text) throws Exception {
    Files.writeString(
        folder.resolve(name + ".md"),
        "---\ndate: 2026-02-03\nsource: North Wire\n---\n" + text + "\n");
  }
}
