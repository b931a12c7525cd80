package io.newsledger.producer.writing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.Article;
import io.newsledger.events.RejectReason;
import io.newsledger.events.topic.Topics;
import io.newsledger.producer.reading.ArticleReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was refused is found again, whole, and can be offered again. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RetryTest {
  private static final String BODY = "Ada Moor joins Harbour.";
  private static final Instant DAY = Instant.parse("2026-03-05T00:00:00Z");

  @TempDir static Path data;
  private static Ledger ledger;

  @BeforeAll
  static void start() {
    ledger = Ledger.in(data);
  }

  @AfterAll
  static void stop() {
    ledger.close();
  }

  @Test
  void whatCanBeReadNowIsSettledAndTheRestStays() {
    byte[] large = new byte[5 * 1024 * 1024];
    Arrays.fill(large, (byte) 'x');
    ledger.ingest(
        Things.of("undated.md", BODY),
        Things.of("list.json", "[{\"text\":\"One.\"},{\"text\":\"\"}]"),
        Things.of("large.md", large),
        Things.of("binary.md", "\u0000"),
        Things.of("empty.md", ""));
    Map<String, Rejected> before = rejects();
    assertEquals(6, before.size());
    assertArrayEquals(large, before.get("/in/large.md").original().bytes());
    assertFalse(before.get("/in/empty.md").isWhole());
    assertTrue(before.values().stream().allMatch(Rejected::open));

    assertEquals(report(5, 0, before, Map.of()), retry(ArticleReader.strict()));
    assertEquals(before, rejects());

    IngestReport dated = retry(ArticleReader.withDefault(DAY));
    assertEquals(2, dated.accepted());
    assertEquals(3, dated.rejectedInAll());
    Map<String, Rejected> after = rejects();
    assertEquals(before.keySet(), after.keySet());
    assertFalse(after.get("/in/undated.md").open());
    assertFalse(after.get("/in/list.json#1").open());
    assertTrue(after.get("/in/list.json#2").open());
    assertTrue(after.get("/in/large.md").open());
    List<Article> articles = ledger.read(Topics.ARTICLES);
    assertTrue(articles.stream().anyMatch(article -> BODY.equals(article.getBody())));
    assertEquals(3, retry(ArticleReader.withDefault(DAY)).offered());

    // Refused once more, it is open once more, and stands on the log twice.
    ledger.ingest(Things.of("undated.md", BODY));
    assertTrue(rejects().get("/in/undated.md").open());
    assertEquals(2, ledger.rejects().get("/in/undated.md").size());
  }

  private static IngestReport report(
      int offered, int accepted, Map<String, Rejected> before, Map<String, Rejected> without) {
    Map<RejectReason, Long> reasons = new TreeMap<>();
    before.values().stream()
        .filter(Rejected::isWhole)
        .filter(one -> !without.containsKey(one.origin()))
        .forEach(one -> reasons.merge(one.reason(), 1L, Long::sum));
    return new IngestReport(offered, accepted, 0, 0, 0, reasons);
  }

  private static IngestReport retry(ArticleReader articles) {
    try (RejectLog log = RejectLog.open(ledger.kafka(), Ledger.SERDES, Duration.ofSeconds(30));
        ArticleProducer producer = ledger.producer(2)) {
      List<Rejected> open = new ArrayList<>();
      log.forEachRemaining(open::add);
      open.removeIf(one -> !one.open() || !one.isWhole());
      return producer.write(new Retry(open.iterator(), articles), told -> {});
    }
  }

  /** By origin, the newest of each. */
  private static Map<String, Rejected> rejects() {
    Map<String, Rejected> rejects = new TreeMap<>();
    try (RejectLog log = RejectLog.open(ledger.kafka(), Ledger.SERDES, Duration.ofSeconds(30))) {
      log.forEachRemaining(one -> rejects.put(one.origin(), one));
    }
    return rejects;
  }

  @Test
  void aFilesNameIsInItsOrigin() {
    assertEquals("a.md", Retry.name("/in/a.md"));
    assertEquals("a.jsonl", Retry.name("/in/a.jsonl#12"));
    assertEquals("a.warc", Retry.name("/in/a.warc#12 https://x.example/b.html"));
    assertEquals("standard input", Retry.name("standard input"));
  }
}
