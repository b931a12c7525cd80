package io.newsledger.app.laws;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsledger.events.Article;
import io.newsledger.events.Reject;
import io.newsledger.events.json.CanonicalJson;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Topics;
import io.newsledger.extraction.Extractor;
import io.newsledger.extraction.NewsExtractor;
import io.newsledger.producer.input.Inputs;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Withdrawal;
import io.newsledger.producer.writing.IngestReport;
import io.newsledger.query.AsOf;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each law once on a broker, with reprints that arrive before what they copy and names that are
 * linked late. What the broker's stores hold must be what the same articles give in memory, told in
 * their order, with the links there from the start.
 */
@Timeout(240)
final class BrokerLawsTest {
  private static final Extractor EXTRACTOR = NewsExtractor.load();
  private static final byte[] NO_EVENT = {'n', 'o', ' ', 'e', 'v', 'e', 'n', 't'};

  @TempDir static Path folder;
  private static RunningPipeline running;

  /** All that stands on the log. */
  private static final List<Article> TOLD = new ArrayList<>();

  @BeforeAll
  static void tell() throws Exception {
    running = new RunningPipeline(folder.resolve("data"));
    List<Article> revisions = new ArrayList<>(new News("a", 11).revisions(24));
    revisions.addAll(News.reprints());
    // What was told last arrives first.
    revisions.sort(Comparator.comparing(Article::getRevisedAt).reversed());
    int half = revisions.size() / 2;
    running.write(revisions.subList(0, half));
    running.link(News.LINK);
    running.link(News.UNDONE);
    running.write(revisions.subList(half, revisions.size()));
    running.part(News.UNDONE);
    TOLD.addAll(revisions);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void orderDoesNotMatter() throws Exception {
    assertEquals(inMemory(TOLD), now());
    assertTrue(
        running.export(AsOf.NOW).at("/claims/talent").findValuesAsText("story").stream()
            .anyMatch(story -> !story.equals("null")),
        "a reprint has the story of what it copies");
    assertFalse(inMemory(TOLD).equals(unlinked()), "the link makes a difference");
  }

  @Test
  void whatComesAgainChangesNothing() throws Exception {
    String before = now();
    List<Article> again = new ArrayList<>(TOLD);
    Collections.shuffle(again, new Random(5));
    running.writeAgain(again);
    running.link(News.LINK);
    assertEquals(before, now());
  }

  @Test
  void aWithdrawalLeavesWhatOthersSayAndThePast() throws Exception {
    String before = now();
    List<Article> told = new News("b", 12).revisions(8);
    running.write(told);
    List<Article> both = new ArrayList<>(TOLD);
    both.addAll(told);
    assertEquals(inMemory(both), now());
    List<Article> withdrawals =
        News.newest(told).stream()
            .filter(article -> article.getBody() != null)
            .map(article -> Withdrawal.of(article, start(News.DAYS)))
            .toList();
    running.write(withdrawals);
    TOLD.addAll(told);
    TOLD.addAll(withdrawals);
    assertEquals(before, now());
    assertEquals(inMemory(both), asOf(News.DAYS - 1));
  }

  @Test
  void stateIsMadeAnewFromTheLog() throws Exception {
    String before = now();
    running.restartWithoutLocalState();
    assertEquals(before, now(), "from the changelogs");
    running.rebuild();
    assertEquals(before, now(), "from the articles");
  }

  @Test
  void asOfADayIsTheStateOfWhatWasPublishedByThen() throws Exception {
    running.awaitFolded();
    for (int day = 0; day < News.DAYS; day++) {
      Instant end = start(day + 1);
      assertEquals(
          inMemory(TOLD.stream().filter(one -> one.getRevisedAt().isBefore(end)).toList()),
          asOf(day),
          "day " + day);
    }
  }

  @Test
  void everyValueNamesItsClaimsAndEveryQuoteStandsInItsArticle() throws Exception {
    running.awaitFolded();
    JsonNode export = running.export(AsOf.NOW);
    assertTrue(Proofs.check(export, TOLD) > 0);
  }

  @Test
  void nothingIsLost() throws Exception {
    String before = now();
    Path files = Files.createDirectories(folder.resolve("offered"));
    Files.writeString(files.resolve("undated.md"), "# No day\n\nAlfa Bravo left Meta.\n");
    Files.write(files.resolve("bytes.txt"), new byte[] {(byte) 0xc3, 0x28, 0, 1});
    Files.writeString(files.resolve("known.md"), News.text(0));
    Files.writeString(files.resolve("known-again.md"), News.text(0));
    List<byte[]> refused = running.values(Topics.REJECTS.name());
    IngestReport report =
        running.ingest(
            Inputs.of(List.of(files.toString()), InputStream.nullInputStream()).inputs(),
            ArticleReader.strict());
    assertEquals(4, report.offered());
    assertEquals(2, report.rejectedInAll(), report::toString);
    assertEquals(2, report.unchanged(), report::toString);
    List<byte[]> rejects = running.values(Topics.REJECTS.name());
    assertEquals(refused.size() + 2, rejects.size());
    for (String name : List.of("undated.md", "bytes.txt")) {
      byte[] offered = Files.readAllBytes(files.resolve(name));
      assertTrue(rejects.stream().anyMatch(reject -> bytes(reject).equals(hex(offered))), name);
    }

    running.writeBytes(Topics.ARTICLES.name(), NO_EVENT);
    await()
        .atMost(RunningPipeline.LONG)
        .until(() -> running.values(Topics.DEAD_LETTERS).size() >= 2);
    for (byte[] letter : running.values(Topics.DEAD_LETTERS)) {
      assertArrayEquals(NO_EVENT, letter, "as it was, from both stages");
    }
    assertEquals(before, now());
  }

  private static String bytes(byte[] reject) {
    return hex(
        EventSerdes.singleObject()
            .of(Reject.class)
            .deserializer()
            .deserialize(Topics.REJECTS.name(), reject)
            .getBytes()
            .array());
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String now() throws InterruptedException {
    running.awaitFolded();
    return CanonicalJson.write(running.export(AsOf.NOW));
  }

  private static String asOf(int day) {
    return CanonicalJson.write(running.export(AsOf.endOf(News.day(day))));
  }

  private static String inMemory(List<Article> revisions) {
    try (TestPipeline pipeline = new TestPipeline(EXTRACTOR)) {
      pipeline.link(News.LINK);
      pipeline.accept(
          revisions.stream().sorted(Comparator.comparing(Article::getRevisedAt)).toList());
      return CanonicalJson.write(pipeline.export(AsOf.NOW));
    }
  }

  private static String unlinked() {
    try (TestPipeline pipeline = new TestPipeline(EXTRACTOR)) {
      return CanonicalJson.write(pipeline.accept(TOLD).export(AsOf.NOW));
    }
  }

  private static Instant start(int day) {
    return News.day(day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
