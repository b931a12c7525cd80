package io.newsledger.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.newsledger.broker.BrokerConfig;
import io.newsledger.broker.EmbeddedBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exported state is that of the articles, whatever happened on the way. */
final class SameBytesTest {
  private static final int ARTICLES = 40;

  @TempDir static Path folder;
  private static List<String> files;
  private static byte[] undisturbed;

  @BeforeAll
  static void runUndisturbed() throws Exception {
    Path articles = new GeneratedArticles(7).write(folder.resolve("articles"), ARTICLES);
    // A correction and a withdrawal of two of them: what was told before must leave no trace.
    Files.writeString(articles.resolve("z-correction.md"), revision(3, "modified: 2027-01-02"));
    Files.writeString(
        articles.resolve("z-withdrawal.md"),
        revision(4, "modified: 2027-01-03\nstatus: withdrawn"));
    try (Stream<Path> found = Files.list(articles)) {
      files = found.map(Path::toString).sorted().toList();
    }
    Path export = folder.resolve("undisturbed.json");
    Outcome outcome = run("undisturbed", files, export);
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().contains("42 offered: 40 new, 1 revised, 1 withdrawn"), outcome.err());
    undisturbed = Files.readAllBytes(export);
  }

  @Test
  void theStateHoldsWhatTheArticlesSay() throws Exception {
    JsonNode state = new ObjectMapper().readTree(undisturbed);
    assertEquals(ARTICLES - 1, state.get("articles").size());
    assertTrue(state.get("claims").get("market").size() >= ARTICLES - 1);
    assertTrue(state.get("series").size() >= 4, "four products have users");
    assertTrue(
        state.get("series").toString().contains("123000000"), "the correction's number stands");
  }

  @Test
  void inReverseOrderAndGivenTwiceItIsTheSame() throws Exception {
    List<String> reversed = new ArrayList<>(files);
    Collections.reverse(reversed);
    List<String> twice = new ArrayList<>(reversed);
    twice.addAll(files);
    Path export = folder.resolve("reversed.json");
    Outcome outcome = run("reversed", twice, export);
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("84 offered"), outcome.err());
    assertTrue(outcome.err().contains("42 known before"), outcome.err());
    assertArrayEquals(undisturbed, Files.readAllBytes(export));
  }

  @Test
  void onBrokersOfOthersItIsTheSame() throws Exception {
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(BrokerConfig.in(folder.resolve("others-brokers")))) {
      Path export = folder.resolve("others.json");
      List<String> arguments = new ArrayList<>(List.of(arguments("others", files, export)));
      arguments.addAll(2, List.of("--bootstrap-servers", broker.bootstrapServers()));
      Outcome outcome = Outcome.of(arguments.toArray(String[]::new));
      assertEquals(0, outcome.code(), outcome.err());
      assertArrayEquals(undisturbed, Files.readAllBytes(export));
      assertTrue(
          Files.notExists(folder.resolve("others").resolve("kafka")), "no broker of its own");
    }
  }

  @Test
  void anotherExtractorReadsAllArticlesAnew() throws Exception {
    // As if an earlier version had read them.
    Files.writeString(folder.resolve("undisturbed").resolve("extractor"), "earlier");
    Path export = folder.resolve("reread.json");
    Outcome again = run("undisturbed", files, export);
    assertEquals(0, again.code(), again.err());
    assertTrue(again.err().contains("all articles are read anew"), again.err());
    assertTrue(again.err().contains("reading the articles: "), again.err());
    assertArrayEquals(undisturbed, Files.readAllBytes(export));
  }

  @Test
  void killedAgainAndAgainItEndsInTheSame() throws Exception {
    Path export = folder.resolve("killed.json");
    String[] run = arguments("killed", files, export);
    for (String moment :
        List.of("starting the app", "42 offered", "reading the articles", "weighing the claims")) {
      try (Child child = Child.start(run)) {
        child.killAt(moment);
      }
      assertTrue(Files.notExists(export), "killed before the end: " + moment);
    }
    try (Child child = Child.start(run)) {
      assertEquals(0, child.await(), child.told());
      assertTrue(child.told().contains("42 offered: 42 known before"), child.told());
    }
    assertArrayEquals(undisturbed, Files.readAllBytes(export));
  }

  private static Outcome run(String data, List<String> inputs, Path export) {
    return Outcome.of(arguments(data, inputs, export));
  }

  private static String[] arguments(String data, List<String> inputs, Path export) {
    List<String> arguments = new ArrayList<>(List.of("run", "--once"));
    arguments.addAll(List.of("--data", folder.resolve(data).toString()));
    arguments.addAll(List.of("--export", export.toString(), "--input"));
    arguments.addAll(inputs);
    return arguments.toArray(String[]::new);
  }

  private static String revision(int number, String header) {
    return """
        ---
        title: "Brief number %d"
        date: 2025-02-03
        source: North Wire
        url: https://example.org/briefs/%d
        %s
        ---
        Claude now has 123 million monthly active users.
        """
        .formatted(number, number, header);
  }
}
