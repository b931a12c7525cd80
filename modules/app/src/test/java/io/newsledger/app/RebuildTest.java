package io.newsledger.app;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsledger.app.instance.RunningInstance;
import io.newsledger.client.LedgerClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New generations, made beside a running instance and without one. */
final class RebuildTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final int ARTICLES = 8;

  @TempDir Path folder;

  @Test
  void aNewGenerationIsMadeBesideTheLiveOneAndTakesOver() throws Exception {
    Path articles = new GeneratedArticles(3).write(folder.resolve("articles"), ARTICLES);
    String input = articles.toString();
    try (Started running =
        Started.of(folder, "run", "--data", data(), "--port", "0", "--input", input)
            .until("The ledger is up")) {
      RunningInstance instance = RunningInstance.find(Path.of(data()));
      LedgerClient ledger = new LedgerClient(instance.api(), LONG);
      JsonNode before = ledger.export(null);

      Outcome rebuilt = Outcome.of("rebuild", "--data", data());
      assertEquals(0, rebuilt.code(), rebuilt.err());
      assertTrue(rebuilt.err().contains("generation 2 is complete and live"), rebuilt.err());
      running.until("generation 2 is live");
      assertEquals(before, ledger.export(null), "the same articles, the same state");
      assertTrue(topics(instance).contains("talent.careers.g2"));

      Path more = new GeneratedArticles(4).write(folder.resolve("more"), ARTICLES + 1);
      Path last = more.resolve("generated-000" + ARTICLES + ".md");
      assertEquals(0, Outcome.of("ingest", last.toString(), "--data", data()).code());
      await().atMost(LONG).until(() -> ledger.export(null).get("articles").size() == ARTICLES + 1);
      Outcome tail =
          Outcome.of("tail", "talent.careers", "--from-beginning", "--max", "1", "--data", data());
      assertTrue(tail.out().contains("\"topic\":\"talent.careers.g2\""), tail.out());
    }
    Outcome again = Outcome.of("rebuild", "--data", data());
    assertEquals(0, again.code(), again.err());
    assertTrue(again.err().contains("making generation 3; 2 stays live"), again.err());
  }

  @Test
  void stateOfAnotherLayoutIsRefusedAndMadeAnew() throws Exception {
    Path articles = new GeneratedArticles(5).write(folder.resolve("articles"), ARTICLES);
    Path first = folder.resolve("first.json");
    assertEquals(0, once(articles, first).code());
    Started running =
        Started.of(folder, "run", "--data", data(), "--port", "0").until("The ledger is up");
    // As a version would leave it that had a store more.
    create(RunningInstance.find(Path.of(data())), "newsledger-aggregation-gone-changelog");
    assertEquals(0, running.stop().code());
    Outcome refused = once(articles, folder.resolve("never.json"));
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("newsledger-aggregation-gone-changelog"), refused.err());
    assertTrue(refused.err().contains("newsledger rebuild"), refused.err());
    assertTrue(Files.notExists(folder.resolve("never.json")));

    Outcome rebuilt = Outcome.of("rebuild", "--data", data());
    assertEquals(0, rebuilt.code(), rebuilt.err());
    Path second = folder.resolve("second.json");
    Outcome again = once(articles, second);
    assertEquals(0, again.code(), again.err());
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  private Outcome once(Path articles, Path export) {
    return Outcome.of(
        "run",
        "--once",
        "--data",
        data(),
        "--export",
        export.toString(),
        "--input",
        articles.toString());
  }

  private static Set<String> topics(RunningInstance instance) throws Exception {
    try (Admin admin = admin(instance)) {
      return admin.listTopics().names().get(LONG.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private static void create(RunningInstance instance, String topic) throws Exception {
    try (Admin admin = admin(instance)) {
      admin
          .createTopics(List.of(new NewTopic(topic, Optional.empty(), Optional.empty())))
          .all()
          .get(LONG.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private static Admin admin(RunningInstance instance) {
    return Admin.create(Map.of("bootstrap.servers", instance.bootstrapServers()));
  }

  private String data() {
    return folder.resolve("data").toString();
  }
}
