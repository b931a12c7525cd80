package io.newsledger.producer.writing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.Article;
import io.newsledger.events.Reject;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Topic;
import io.newsledger.events.topic.Topics;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.InputReader;
import io.newsledger.producer.input.Offer;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What holds for whatever is offered, on a log that is a list. */
class IngestionTest {
  private static final EventSerdes SERDES = EventSerdes.singleObject();
  private static final ArticleReader READER = ArticleReader.strict();

  @Property(tries = 150)
  void nothingIsLost(
      @ForAll("offered") List<Input> offered, @ForAll @IntRange(min = 1, max = 5) int batch) {
    Log log = new Log();
    IngestReport report = log.ingest(offered, batch);

    assertEquals(offered.size(), report.offered());
    Set<String> revisions = new HashSet<>();
    Map<String, byte[]> refused = new HashMap<>();
    for (Input input : offered) {
      Offer offer = new InputReader(READER).read(input);
      if (offer.reading() instanceof Reading.Read read) {
        revisions.add(read.article().getId() + read.article().getRevision());
      } else {
        refused.put(EventEncoder.rejectId(offer), bytes(input));
      }
    }
    List<Article> articles = log.of(Topics.ARTICLES);
    assertEquals(revisions.size(), articles.size());
    articles.forEach(
        article -> assertTrue(revisions.contains(article.getId() + article.getRevision())));
    assertEquals(revisions.size(), report.accepted() + report.revised() + report.withdrawn());
    Map<String, List<Reject>> rejects = log.rejects();
    assertEquals(refused.keySet(), rejects.keySet());
    refused.forEach((id, bytes) -> assertArrayEquals(bytes, Things.joined(rejects.get(id))));
    log.checkIndex();
  }

  @Property(tries = 100)
  void againIsNothingNew(
      @ForAll("offered") List<Input> offered,
      @ForAll @IntRange(min = 1, max = 5) int batch,
      @ForAll Random random) {
    Log log = new Log();
    IngestReport first = log.ingest(offered, batch);
    int size = log.records.size();
    List<Input> again = new ArrayList<>(offered);
    again.addAll(offered);
    Collections.shuffle(again, random);
    IngestReport second = log.ingest(again, batch);
    assertEquals(size, log.records.size());
    assertEquals(0, second.accepted() + second.revised() + second.withdrawn());
    assertEquals(2 * first.rejectedInAll(), second.rejectedInAll());
  }

  @Property(tries = 100)
  void orderTellsNothing(@ForAll("offered") List<Input> offered, @ForAll Random random) {
    Log log = new Log();
    log.ingest(offered, 3);
    List<Input> shuffled = new ArrayList<>(offered);
    Collections.shuffle(shuffled, random);
    Log other = new Log();
    other.ingest(shuffled, 2);
    assertEquals(log.contents(), other.contents());
    assertEquals(log.index(), other.index());
  }

  @Property(tries = 100)
  void anyTransactionMayFail(
      @ForAll("offered") List<Input> offered,
      @ForAll @IntRange(min = 1, max = 3) int batch,
      @ForAll @IntRange(min = 0, max = 4) int failing) {
    Log log = new Log();
    try {
      log.ingest(offered, batch, failing);
    } catch (IngestException e) {
      assertEquals(KafkaException.class, e.getCause().getClass());
    }
    log.checkIndex();
    log.ingest(offered, batch);
    Log undisturbed = new Log();
    undisturbed.ingest(offered, batch);
    assertEquals(undisturbed.contents(), log.contents());
    assertEquals(undisturbed.index(), log.index());
  }

  @Example
  void aFailureTellsWhatToDo() {
    IngestException failure =
        assertThrows(
            IngestException.class,
            () -> new Log().ingest(List.of(Things.article("a", "", "Words.")), 1, 0));
    assertTrue(failure.getMessage().contains("offer everything again"));
  }

  @Example
  void whatTheBrokerFailsAtWithoutAReasonIsTriedAgain() {
    Log log = new Log();
    assertEquals(
        1, log.ingest(List.of(Things.article("a", "", "Words.")), unexplained(3)).accepted());
    assertEquals(1, log.of(Topics.ARTICLES).size());
    assertThrows(
        IngestException.class,
        () -> log.ingest(List.of(Things.article("b", "", "Words.")), unexplained(4)));
    assertEquals(1, log.of(Topics.ARTICLES).size());
  }

  /** So many producers whose first commit the broker fails at by itself, then a sound one. */
  private static Deque<MockProducer<String, byte[]>> unexplained(int failing) {
    KafkaException failure =
        new KafkaException(
            "Unhandled error in EndTxnResponse: " + Errors.UNKNOWN_SERVER_ERROR.message());
    Deque<MockProducer<String, byte[]>> producers = new ArrayDeque<>();
    for (int i = 0; i < failing; i++) {
      producers.add(new Failing(0, failure));
    }
    producers.add(new Failing(Integer.MAX_VALUE, failure));
    return producers;
  }

  @Provide
  Arbitrary<List<Input>> offered() {
    Arbitrary<Input> article =
        Combinators.combine(
                Arbitraries.of("a", "b", "a?utm_source=x", "c"),
                Arbitraries.of("title: One", "title: Two", "modified: 2026-03-06"),
                Arbitraries.of("Ada Moor joins Harbour.", "Ada Moor leaves Harbour.", ""))
            .as(Things::article);
    Arbitrary<Input> withdrawn =
        Arbitraries.of("a", "b")
            .map(path -> Things.article(path, "modified: 2026-03-07\nwithdrawn: true", ""));
    Arbitrary<Input> words =
        Arbitraries.strings().ofMaxLength(40).map(text -> Things.of("words.txt", text));
    Arbitrary<Input> bytes =
        Combinators.combine(
                Arbitraries.of("x.md", "y.txt", "z.bin"),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(60))
            .as(Things::of);
    return Arbitraries.oneOf(article, withdrawn, words, bytes).list().ofMaxSize(12);
  }

  private static byte[] bytes(Input input) {
    try (var in = input.content().open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was committed, over any number of ingestions. */
  private static final class Log {
    private final List<ProducerRecord<String, byte[]>> records = new ArrayList<>();

    IngestReport ingest(List<Input> inputs, int batch) {
      return ingest(inputs, batch, Integer.MAX_VALUE);
    }

    /** Ingests; the transaction of this number fails, counted from 0. */
    IngestReport ingest(List<Input> inputs, int batch, int failing) {
      return ingest(
          inputs,
          batch,
          new ArrayDeque<>(List.of(new Failing(failing, new KafkaException("out of order")))));
    }

    IngestReport ingest(List<Input> inputs, Deque<MockProducer<String, byte[]>> producers) {
      return ingest(inputs, 1, producers);
    }

    /** Ingests by producers that follow each other. */
    private IngestReport ingest(
        List<Input> inputs, int batch, Deque<MockProducer<String, byte[]>> producers) {
      List<MockProducer<String, byte[]>> all = List.copyOf(producers);
      ProducerSettings settings =
          new ProducerSettings(
              READER,
              "tests",
              batch,
              1000,
              Duration.ofSeconds(1),
              Duration.ofMillis(1),
              new Random(1));
      try (ArticleProducer articles =
          new ArticleProducer(producers::remove, SERDES, settings, logIndex())) {
        return articles.ingest(inputs.iterator(), told -> {});
      } finally {
        all.forEach(producer -> records.addAll(producer.history()));
      }
    }

    private Index logIndex() {
      return new Index(() -> null, Duration.ZERO) {
        @Override
        void follow() {
          of(Topics.ARTICLE_INDEX).forEach(known()::load);
        }
      };
    }

    <T extends SpecificRecord> List<T> of(Topic<T> topic) {
      return records.stream()
          .filter(record -> record.topic().equals(topic.name()))
          .map(
              record ->
                  SERDES.of(topic.type()).deserializer().deserialize(topic.name(), record.value()))
          .toList();
    }

    Map<String, List<Reject>> rejects() {
      Map<String, List<Reject>> rejects = new HashMap<>();
      of(Topics.REJECTS)
          .forEach(
              part -> rejects.computeIfAbsent(part.getId(), id -> new ArrayList<>()).add(part));
      return rejects;
    }

    Map<String, List<String>> index() {
      Map<String, List<String>> index = new TreeMap<>();
      of(Topics.ARTICLE_INDEX).forEach(entry -> index.put(entry.getId(), entry.getRevisions()));
      return index;
    }

    /** Every article and reject, once each or the sizes differ. */
    Map<String, Long> contents() {
      Map<String, Long> contents = new TreeMap<>();
      of(Topics.ARTICLES).forEach(article -> contents.merge(article.toString(), 1L, Long::sum));
      of(Topics.REJECTS).forEach(reject -> contents.merge(reject.toString(), 1L, Long::sum));
      return contents;
    }

    void checkIndex() {
      Map<String, List<String>> expected = new TreeMap<>();
      of(Topics.ARTICLES)
          .forEach(
              article ->
                  expected
                      .computeIfAbsent(article.getId(), id -> new ArrayList<>())
                      .add(article.getRevision()));
      expected.values().forEach(Collections::sort);
      rejects().keySet().forEach(id -> expected.put(id, List.of()));
      assertEquals(expected, index());
    }
  }

  private static final class Failing extends MockProducer<String, byte[]> {
    private final KafkaException failure;
    private int left;

    Failing(int left, KafkaException failure) {
      super(true, null, new StringSerializer(), new ByteArraySerializer());
      this.left = left;
      this.failure = failure;
    }

    @Override
    public void commitTransaction() {
      if (left-- == 0) {
        throw failure;
      }
      super.commitTransaction();
    }
  }
}
