package io.newsledger.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.newsledger.broker.BrokerConfig;
import io.newsledger.broker.EmbeddedBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an instance finds on its brokers and what it was asked for go together, or it says so. */
final class ThresholdsTest {
  @TempDir Path folder;

  @Test
  void stateKeepsTheRulesItIsMadeByUntilItIsMadeAnew() throws Exception {
    JsonNode state = once("--exodus", "2/20", "--exodus", "OpenAI=3/20", "--shift", "20/10");
    assertEquals(1, state.get("alerts").size(), state::toString);
    JsonNode alert = state.get("alerts").get(0);
    assertEquals("Meta", alert.get("organisation").asText());
    assertEquals(2, alert.get("atLeast").asInt());
    assertEquals(20, alert.get("withinDays").asInt());
    assertEquals(0, state.get("shifts").size());
    byte[] before = Files.readAllBytes(export());

    once();
    assertArrayEquals(before, Files.readAllBytes(export()), "started again, they still hold");
    Outcome other = Outcome.of(run("--shift", "5/10"));
    assertEquals(1, other.code());
    assertTrue(
        other.err().contains("newsledger rebuild --exodus 2/20 --exodus OpenAI=3/20 --shift 5/10"),
        other.err());

    Outcome rebuilt = Outcome.of("rebuild", "--data", data(), "--shift", "5/10");
    assertEquals(0, rebuilt.code(), rebuilt.err());
    JsonNode after = once();
    assertEquals(state.get("alerts"), after.get("alerts"), "not asked for, they stay");
    assertEquals(1, after.get("shifts").size());
    assertEquals(5, after.get("shifts").get(0).get("threshold").asInt());
  }

  @Test
  void topicsThatAreSplitOtherwiseAreRefused() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(folder.resolve("broker")));
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic("talent.careers", 13, (short) 1)))
          .all()
          .get(1, TimeUnit.MINUTES);
      Outcome refused = Outcome.of(run("--bootstrap-servers", broker.bootstrapServers()));
      assertEquals(1, refused.code());
      assertTrue(refused.err().contains("{talent.careers=13}"), refused.err());
      assertNotNull(
          admin.describeTopics(List.of("talent.careers")).allTopicNames().get(1, TimeUnit.MINUTES));
    }
  }

  private JsonNode once(String... options) throws Exception {
    Outcome outcome = Outcome.of(run(options));
    assertEquals(0, outcome.code(), outcome.err());
    return new ObjectMapper().readTree(Files.readAllBytes(export()));
  }

  private String[] run(String... options) throws Exception {
    Path articles = Files.createDirectories(folder.resolve("articles"));
    Files.writeString(
        articles.resolve("brief.md"),
        """
        ---
        title: Brief
        date: 2026-03-20
        source: North Wire
        url: https://example.org/brief
        ---
        Alfa Bravo left Meta on March 1, 2026. Delta Golf left Meta on March 12, 2026. Juliett Kilo
        left OpenAI on March 1, 2026. Oscar Lima left OpenAI on March 2, 2026.

        In January 2025, ChatGPT held 60 percent of the global AI market. In January 2026, ChatGPT
        held 50 percent of the global AI market.
        """);
    List<String> arguments = new ArrayList<>(List.of("run", "--once", "--data", data()));
    arguments.addAll(List.of("--export", export().toString(), "--input", articles.toString()));
    arguments.addAll(List.of(options));
    return arguments.toArray(String[]::new);
  }

  private Path export() {
    return folder.resolve("state.json");
  }

  private String data() {
    return folder.resolve("data").toString();
  }
}
