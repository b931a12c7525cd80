package io.newsledger.producer.writing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.Article;
import io.newsledger.events.Reject;
import io.newsledger.events.RejectReason;
import io.newsledger.events.topic.Topics;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.reading.ArticleReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Writing to a real broker: once, whatever breaks. Each test has addresses of its own. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ArticleProducerTest {
  private static final String BODY = "Ada Moor joins Harbour.";

  @TempDir static Path data;
  private static Ledger ledger;

  @BeforeAll
  static void start() {
    ledger = Ledger.withoutTopics(data);
    IngestException missing = assertThrows(IngestException.class, () -> ledger.producer(1));
    assertEquals("there is no topic news.articles: create the topics first", missing.getMessage());
    ledger.createTopics();
  }

  @AfterAll
  static void stop() {
    ledger.close();
  }

  @Test
  void whatIsOfferedTwiceIsWrittenOnce() {
    Input[] inputs = {
      Things.article("once/a", "", BODY),
      Things.article("once/b", "", BODY),
      Things.of("once.bin", BODY),
      Things.article("once/a", "", BODY)
    };
    IngestReport first = ledger.ingest(inputs);
    assertEquals(new IngestReport(4, 2, 0, 0, 1, Map.of(RejectReason.UNSUPPORTED, 1L)), first);
    int articles = ledger.read(Topics.ARTICLES).size();
    int entries = ledger.read(Topics.ARTICLE_INDEX).size();
    int rejects = ledger.read(Topics.REJECTS).size();

    IngestReport second = ledger.ingest(inputs);
    assertEquals(new IngestReport(4, 0, 0, 0, 3, Map.of(RejectReason.UNSUPPORTED, 1L)), second);
    assertEquals(articles, ledger.read(Topics.ARTICLES).size());
    assertEquals(entries, ledger.read(Topics.ARTICLE_INDEX).size());
    assertEquals(rejects, ledger.read(Topics.REJECTS).size());
    assertEquals(1, ledger.revisions("once/a").size());
  }

  @Test
  void revisionsAndWithdrawalsAreOfTheSameArticle() {
    Input first = Things.article("rev", "", BODY);
    Input corrected =
        Things.article("rev/?utm_source=x#y", "modified: 2026-03-06", BODY + " Soon.");
    Input withdrawn = Things.article("rev", "modified: 2026-03-07\nstatus: withdrawn", "");
    assertEquals(new IngestReport(1, 1, 0, 0, 0, Map.of()), ledger.ingest(first));
    assertEquals(
        new IngestReport(3, 0, 1, 1, 1, Map.of()), ledger.ingest(withdrawn, first, corrected));

    List<Article> revisions = ledger.revisions("rev");
    assertEquals(1, revisions.stream().map(Article::getId).distinct().count());
    assertNull(revisions.get(1).getBody());
    List<Article> inTheirOrder = new ArrayList<>(revisions);
    inTheirOrder.sort((one, other) -> one.getRevisedAt().compareTo(other.getRevisedAt()));
    assertEquals(List.of(revisions.get(0), revisions.get(2), revisions.get(1)), inTheirOrder);
    assertEquals(
        revisions.stream().map(Article::getRevision).sorted().toList(),
        ledger.index().get(revisions.get(0).getId()));
  }

  @Test
  void killedBeforeACommitNothingIsDoubled() {
    Input[] inputs = inputs("killed");
    Tampered killed = new Tampered(ledger.kafkaProducer(), 1, Tampered.Fault.KILL);
    try (ArticleProducer producer = ledger.producer(killed.producer(), 2)) {
      assertThrows(
          Tampered.Killed.class, () -> producer.ingest(List.of(inputs).iterator(), told -> {}));
      // Two are committed; two and a refusal hang in a transaction that nobody ends.
      assertEquals(2, count("killed"));
      assertEquals(0, ledger.rejects().getOrDefault("/in/killed.bin", List.of()).size());
      IngestReport again = ledger.ingest(inputs);
      assertEquals(2, again.unchanged());
      assertEquals(3, again.accepted());
      assertWrittenOnce("killed");
    }
  }

  @Test
  void killedAfterACommitThatItNeverHeardOfNothingIsDoubled() {
    Input[] inputs = inputs("unheard");
    Tampered killed = new Tampered(ledger.kafkaProducer(), 1, Tampered.Fault.KILL_AFTERWARDS);
    try (ArticleProducer producer = ledger.producer(killed.producer(), 2)) {
      assertThrows(
          Tampered.Killed.class, () -> producer.ingest(List.of(inputs).iterator(), told -> {}));
      assertEquals(3, count("unheard"));
      IngestReport again = ledger.ingest(inputs);
      assertEquals(3, again.unchanged());
      assertEquals(2, again.accepted());
      assertWrittenOnce("unheard");
    }
  }

  @Test
  void whatFailsIsNotThereAndCanBeOfferedAgain() {
    Input[] inputs = inputs("failed");
    List<Long> committed = new ArrayList<>();
    Tampered failing = new Tampered(ledger.kafkaProducer(), 1, Tampered.Fault.FAIL);
    try (ArticleProducer producer = ledger.producer(failing.producer(), 2)) {
      IngestException failure =
          assertThrows(
              IngestException.class,
              () ->
                  producer.ingest(
                      List.of(inputs).iterator(),
                      told -> {
                        if (told instanceof Progress.Committed done) {
                          committed.add(done.soFar().offered());
                        }
                      }));
      assertTrue(failure.getMessage().contains("offer everything again"), failure.getMessage());
    }
    assertEquals(List.of(2L), committed);
    assertEquals(2, count("failed"));
    assertEquals(3, ledger.ingest(inputs).accepted());
    assertWrittenOnce("failed");
  }

  @Test
  void writersTakeTurns() {
    Input[] inputs = inputs("fenced");
    try (ArticleProducer first = ledger.producer(2);
        ArticleProducer second = ledger.producer(2)) {
      assertEquals(2, first.ingest(Stream.of(inputs).limit(2), told -> {}).accepted());
      IngestReport rest = second.ingest(Stream.of(inputs), told -> {});
      assertEquals(2, rest.unchanged());
      assertEquals(3, rest.accepted());
      assertEquals(5, first.ingest(Stream.of(inputs), told -> {}).unchanged());
    }
    assertWrittenOnce("fenced");
  }

  @Test
  void writersAtTheSameTimeWriteEachThingOnce() {
    int writers = 3;
    Input[] inputs = inputs("together");
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      List<CompletableFuture<IngestReport>> reports = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        reports.add(
            CompletableFuture.supplyAsync(
                () -> {
                  try (ArticleProducer producer = ledger.producer(1)) {
                    return producer.ingest(Stream.of(inputs), told -> {});
                  }
                },
                threads));
      }
      List<IngestReport> all = reports.stream().map(CompletableFuture::join).toList();
      assertEquals(5, all.stream().mapToLong(IngestReport::accepted).sum());
      assertEquals(10, all.stream().mapToLong(IngestReport::unchanged).sum());
      assertEquals(3, all.stream().mapToLong(IngestReport::rejectedInAll).sum());
    } finally {
      threads.shutdownNow();
    }
    assertWrittenOnce("together");
  }

  @Test
  void countsAreToldBySource() {
    Input[] inputs = inputs("sources");
    Map<String, IngestReport> sources = new TreeMap<>();
    try (ArticleProducer producer = ledger.producer(2)) {
      Stream<Input> counted =
          Stream.of(inputs).map(one -> one.countedAs(one.name().endsWith("0.md") ? "a" : "b"));
      IngestReport all =
          producer.ingest(
              counted,
              told -> {
                if (told instanceof Progress.Committed done) {
                  sources.putAll(done.sources());
                }
              });
      assertEquals(6, all.offered());
    }
    assertEquals(new IngestReport(1, 1, 0, 0, 0, Map.of()), sources.get("a"));
    assertEquals(
        new IngestReport(5, 4, 0, 0, 0, Map.of(RejectReason.UNSUPPORTED, 1L)), sources.get("b"));
  }

  @Test
  void rejectsAreCompleteToTheByteAndInOrder() {
    byte[] large = new byte[9 * 1024 * 1024 + 7];
    new Random(1).nextBytes(large);
    byte[] binary = {'P', 'K', 3, 4, 0, 0, (byte) 0xFF};
    List<Progress.Refused> told = new ArrayList<>();
    Input[] inputs = {
      Things.of("empty.md", ""),
      Things.of("large.md", large),
      Things.of("binary.txt", binary),
      Things.of("latin 1 ü.md", new byte[] {'Z', 'o', (byte) 0xEB}),
      Things.of("header.md", "---\ntitle: a: b\n---\nx"),
      Things.article("rejects/good", "", BODY)
    };
    IngestReport report;
    try (ArticleProducer producer = ledger.producer(100)) {
      report =
          producer.ingest(
              List.of(inputs).iterator(),
              progress -> {
                if (progress instanceof Progress.Refused refused) {
                  told.add(refused);
                }
              });
    }
    assertEquals(1, report.accepted());
    assertEquals(5, report.rejectedInAll());
    assertEquals(
        List.of(
            RejectReason.EMPTY,
            RejectReason.TOO_LARGE,
            RejectReason.BINARY,
            RejectReason.ENCODING,
            RejectReason.FRONT_MATTER),
        told.stream().map(Progress.Refused::reason).toList());

    Map<String, List<Reject>> rejects = ledger.rejects();
    assertArrayEquals(large, Things.joined(rejects.get("/in/large.md")));
    assertArrayEquals(binary, Things.joined(rejects.get("/in/binary.txt")));
    assertArrayEquals(new byte[0], Things.joined(rejects.get("/in/empty.md")));
    assertEquals(1, rejects.get("/in/latin 1 ü.md").size());
    told.forEach(one -> assertEquals(one.detail(), rejects.get(one.origin()).get(0).getDetail()));

    assertEquals(0, ledger.ingest(inputs).accepted());
    assertEquals(rejects, ledger.rejects());
  }

  @Test
  void theLargestArticleFitsARecord() {
    Input largest = Things.article("largest", "", "你好 ".repeat(ArticleReader.MAX_BYTES / 7 - 20));
    assertEquals(1, ledger.ingest(largest).accepted());
    assertEquals(1, ledger.revisions("largest").size());
  }

  @Test
  void aClusterThatIsNotThereIsTold() {
    ProducerSettings hasty =
        new ProducerSettings(
            ArticleReader.strict(),
            "tests",
            1,
            1,
            Duration.ofMillis(300),
            Duration.ofMillis(1),
            new Random(1));
    for (String servers : List.of("127.0.0.1:1", "nonsense")) {
      IngestException failure =
          assertThrows(
              IngestException.class,
              () ->
                  new ArticleProducer(Map.of("bootstrap.servers", servers), Ledger.SERDES, hasty));
      assertNotEquals("", failure.getMessage());
    }
  }

  /** Five articles and a refusal. */
  private static Input[] inputs(String name) {
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      inputs.add(Things.article(name + "/" + i, "", BODY + " Number " + i));
    }
    inputs.add(3, Things.of(name + ".bin", BODY));
    return inputs.toArray(Input[]::new);
  }

  private static int count(String name) {
    return articles(name).size();
  }

  private static List<Article> articles(String name) {
    String folder = "https://example.com/" + name + "/";
    return ledger.read(Topics.ARTICLES).stream()
        .filter(article -> article.getUrl().startsWith(folder))
        .toList();
  }

  private static void assertWrittenOnce(String name) {
    Map<String, List<String>> written = new TreeMap<>();
    for (Article article : articles(name)) {
      written.computeIfAbsent(article.getId(), id -> new ArrayList<>()).add(article.getRevision());
    }
    assertEquals(5, written.size());
    Map<String, List<String>> indexed = ledger.index();
    written.forEach((id, revisions) -> assertEquals(revisions, indexed.get(id)));
    assertTrue(written.values().stream().allMatch(revisions -> revisions.size() == 1));
    assertEquals(1, ledger.rejects().get("/in/" + name + ".bin").size());
  }

  /** A Kafka producer whose commit of one number, from 0, goes wrong. */
  private record Tampered(Producer<String, byte[]> real, int commit, Fault fault) {
    enum Fault {
      /** The process is gone with all records at the broker and the transaction open. */
      KILL,
      /** The process is gone after the broker committed. */
      KILL_AFTERWARDS,
      /** The commit fails. */
      FAIL
    }

    static final class Killed extends Error {
      private static final long serialVersionUID = 1L;
    }

    @SuppressWarnings("unchecked")
    Producer<String, byte[]> producer() {
      int[] left = {commit};
      return (Producer<String, byte[]>)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Producer.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("commitTransaction") && left[0]-- == 0) {
                  fail();
                }
                if (method.getName().equals("close")) {
                  // A killed process ends no transaction.
                  real.close(Duration.ZERO);
                  return null;
                }
                try {
                  return method.invoke(real, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }

    private void fail() {
      real.flush();
      switch (fault) {
        case KILL -> throw new Killed();
        case KILL_AFTERWARDS -> {
          real.commitTransaction();
          throw new Killed();
        }
        case FAIL -> throw new TimeoutException("no answer");
      }
    }
  }
}
