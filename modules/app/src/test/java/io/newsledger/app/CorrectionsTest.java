package io.newsledger.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsledger.app.instance.RunningInstance;
import io.newsledger.client.LedgerClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken back takes with it exactly what rested on it: on a broker, by the commands. */
final class CorrectionsTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir static Path folder;
  private static Started running;
  private static LedgerClient ledger;

  @BeforeAll
  static void start() throws Exception {
    Path first =
        article(
            "first", "2026-01-05", "", "Alfa Bravo has left Meta to join Apple.", "Gemini", 650);
    running =
        Started.of(folder, "run", "--data", data(), "--port", "0", "--input", first.toString())
            .until("The ledger is up");
    ledger = new LedgerClient(RunningInstance.find(Path.of(data())).api(), LONG);
  }

  @AfterAll
  static void stop() {
    Outcome ended = running.stop();
    assertEquals(0, ended.code(), ended.err());
  }

  @Test
  void aWithdrawalLeavesWhatTheOthersSayAndThePastAsItWas() throws Exception {
    JsonNode without = ledger.export(null);
    String told =
        "Alfa Bravo has left Meta to join Apple. Delta Golf has left OpenAI to join Meta.";
    ingest(article("second", "2026-02-05", "", told, "Gemini", 700));
    JsonNode with =
        awaitExport(
            state ->
                state.get("careers").size() == 2
                    && state.get("series").toString().contains("700000000"));
    assertTrue(
        ledger.career("Alfa Bravo", null).toString().contains("\"sources\":1"), "one publisher");

    Outcome withdrawn =
        run("withdraw", "HTTPS://example.org:443/briefs/second#top", "--at", "2026-02-07");
    assertEquals(0, withdrawn.code(), withdrawn.err());
    assertTrue(withdrawn.err().contains("withdrawn, as of 2026-02-07T00:00:00Z"), withdrawn.err());
    awaitExport(without::equals);
    assertEquals(with, ledger.export("2026-02-06"));
    assertEquals(without, ledger.export("2026-02-04"));

    Outcome again = run("withdraw", "https://example.org/briefs/second");
    assertEquals(0, again.code(), again.err());
    assertTrue(again.err().contains("withdrawn already"), again.err());
    assertEquals(without, ledger.export(null));
  }

  @Test
  void aCorrectionChangesWhatRestedOnItAndNothingElse() throws Exception {
    String told = "Kilo Lima has left Google to join Tencent.";
    ingest(article("third", "2026-02-10", "", told, "Grok", 64));
    JsonNode before =
        awaitExport(
            state ->
                state.get("careers").toString().contains("kilo lima")
                    && state.get("flows").toString().contains("Tencent")
                    && state.get("series").toString().contains("64000000"));
    ingest(article("third", "2026-02-10", "modified: 2026-02-12", told, "Grok", 46));
    JsonNode after =
        awaitExport(
            state ->
                state.get("series").toString().contains("46000000")
                    && !state.get("series").toString().contains("64000000"));
    for (String view : List.of("careers", "flows", "alerts", "shifts")) {
      assertEquals(before.get(view), after.get(view), view);
    }
    assertEquals(others(before, "Grok"), others(after, "Grok"));
    assertEquals(before, ledger.export("2026-02-11"));

    Outcome early = run("withdraw", "https://example.org/briefs/third", "--at", "2026-02-11");
    assertEquals(1, early.code());
    assertTrue(early.err().contains("newest revision is of 2026-02-12"), early.err());
    Outcome same = run("withdraw", "https://example.org/briefs/third", "--at", "2026-02-12");
    assertEquals(0, same.code(), same.err());
    awaitExport(state -> !state.get("series").toString().contains("46000000"));
  }

  @Test
  void anAliasMakesTwoCareersOneAndIsUndone() throws Exception {
    String told =
        "Juliett Oscar has left Apple to join OpenAI. Juliett Romeo has left OpenAI to join Meta.";
    ingest(article("fourth", "2026-02-20", "", told, "Copilot", 150));
    JsonNode two =
        awaitExport(
            state ->
                state.get("careers").toString().contains("juliett romeo")
                    && state.get("careers").toString().contains("juliett oscar"));
    assertEquals(1, movements("Juliett Oscar"));

    Outcome linked =
        run("alias", "Romeo", "Juliett", "--is", "Juliett Oscar", "--reason", "a name");
    assertEquals(0, linked.code(), linked.err());
    await().atMost(LONG).until(() -> movements("Juliett Oscar") == 2);
    assertEquals(2, movements("Juliett Romeo"), "both names lead to the person");
    assertEquals("Romeo Juliett is Juliett Oscar (curator, 2026-05-20: a name)\n", aliases());
    assertNotEquals(two, ledger.export(null));

    assertEquals(1, run("alias", "Alfa Bravo", "--is", "Juliett Oscar", "--undo").code());
    Outcome undone = run("alias", "Juliett Romeo", "--is", "Oscar Juliett", "--undo");
    assertEquals(0, undone.code(), undone.err());
    awaitExport(state -> state.get("careers").equals(two.get("careers")));
    assertEquals("", aliases());
    assertEquals(0, run("withdraw", "https://example.org/briefs/fourth").code());
    awaitExport(state -> !state.get("careers").toString().contains("juliett"));
  }

  @Test
  void whatIsNotThereCannotBeWithdrawn() {
    Outcome unknown = run("withdraw", "https://example.org/briefs/nowhere");
    assertEquals(1, unknown.code());
    assertTrue(unknown.err().contains("there is no article https://"), unknown.err());
    assertEquals(1, run("withdraw", "0123456789abcdef0123456789abcdef").code());
  }

  private static JsonNode awaitExport(Predicate<JsonNode> wanted) {
    // What is folded from claims as they come is what they fold to once they all came.
    return await()
        .atMost(LONG)
        .until(
            () -> ledger.export(null),
            state -> wanted.test(state) && state.equals(ledger.export("2099-12-31")));
  }

  private static List<JsonNode> others(JsonNode export, String entity) {
    List<JsonNode> others = new ArrayList<>();
    for (JsonNode series : export.get("series")) {
      if (!series.get("entities").toString().contains(entity)) {
        others.add(series);
      }
    }
    return others;
  }

  private static int movements(String person) {
    return ledger.career(person, null).at("/career/movements").size();
  }

  private static String aliases() {
    Outcome listed = run("alias");
    assertEquals(0, listed.code(), listed.err());
    return listed.out();
  }

  private static void ingest(Path article) {
    Outcome outcome = run("ingest", article.toString());
    assertEquals(0, outcome.code(), outcome.err());
  }

  private static Outcome run(String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--data", data()));
    return Outcome.of(arguments.toArray(String[]::new));
  }

  private static String data() {
    return folder.resolve("data").toString();
  }

  private static Path article(
      String name, String date, String header, String told, String product, int millions)
      throws Exception {
    String text =
        """
        ---
        title: "Brief %s"
        date: %s
        source: North Wire
        url: https://example.org/briefs/%s
        %s
        ---
        %s %s now has %d million monthly active users.
        """
            .formatted(name, date, name, header, told, product, millions);
    return Files.writeString(folder.resolve(name + "-" + millions + ".md"), text);
  }
}
