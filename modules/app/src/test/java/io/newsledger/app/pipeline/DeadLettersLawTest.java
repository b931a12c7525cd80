package io.newsledger.app.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.newsledger.app.connection.Connection;
import io.newsledger.enrichment.EnrichmentTopology;
import io.newsledger.events.Article;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Topics;
import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.Extraction;
import io.newsledger.extraction.Extractor;
import io.newsledger.extraction.NewsExtractor;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** Nothing lost: what the extractor fails on stands among the dead letters, the rest is read. */
class DeadLettersLawTest {
  private static final EventSerdes SERDES = EventSerdes.singleObject();
  private static final String FAILS = "This breaks whoever reads it.";
  private static final Extractor READER = NewsExtractor.load();

  /** Reads, or fails on what says so. */
  private static final Extractor FAILING =
      new Extractor() {
        @Override
        public Extraction read(ArticleText article) {
          if (article.body().contains(FAILS)) {
            throw new IllegalStateException("as it says");
          }
          return READER.read(article);
        }

        @Override
        public String version() {
          return READER.version();
        }
      };

  /**
   * What came of articles.
   *
   * @param claims in their order
   * @param letters in their order
   */
  private record Told(List<TalentClaim> claims, List<TestRecord<String, byte[]>> letters) {}

  @Property(tries = 60)
  void whatFailsIsKeptAndTheRestIsRead(@ForAll @Size(min = 1, max = 8) List<Boolean> failing)
      throws IOException {
    List<Article> all = new ArrayList<>();
    for (int i = 0; i < failing.size(); i++) {
      all.add(article(i, failing.get(i)));
    }
    List<Article> fine = all.stream().filter(article -> !fails(article)).toList();
    List<Article> broken = all.stream().filter(DeadLettersLawTest::fails).toList();
    Statistics.collect(fine.isEmpty() ? "none fine" : broken.isEmpty() ? "all fine" : "both");
    Told told = told(all);
    assertEquals(fine.size(), told.claims().size());
    assertEquals(told(fine).claims(), told.claims());
    assertEquals(broken.size(), told.letters().size());
    for (int i = 0; i < broken.size(); i++) {
      TestRecord<String, byte[]> letter = told.letters().get(i);
      assertEquals(broken.get(i).getId(), letter.key());
      assertArrayEquals(
          SERDES.of(Article.class).serializer().serialize(Topics.ARTICLES.name(), broken.get(i)),
          letter.value());
      assertEquals(
          Topics.ARTICLES.name(),
          new String(letter.headers().lastHeader("__streams.errors.topic").value(), UTF_8));
    }
  }

  private static Told told(List<Article> articles) throws IOException {
    Path folder = Files.createTempDirectory("letters");
    try (RocksMemory memory = RocksMemory.load(folder.resolve("native"))) {
      Connection connection =
          new Connection("127.0.0.1:1", Map.of(), SERDES, Optional.empty(), false);
      Properties properties =
          new StreamsSettings(
                  connection, folder.resolve("state"), 1, true, memory, Optional.empty())
              .of(EnrichmentTopology.APPLICATION_ID);
      try (TopologyTestDriver driver =
          new TopologyTestDriver(
              EnrichmentTopology.build(FAILING, SERDES, properties), properties)) {
        TestInputTopic<String, Article> in =
            driver.createInputTopic(
                Topics.ARTICLES.name(),
                new StringSerializer(),
                SERDES.of(Article.class).serializer());
        TestOutputTopic<String, TalentClaim> claims =
            driver.createOutputTopic(
                Topics.TALENT_CLAIMS.name(),
                new StringDeserializer(),
                SERDES.of(TalentClaim.class).deserializer());
        TestOutputTopic<String, byte[]> letters =
            driver.createOutputTopic(
                Topics.DEAD_LETTERS, new StringDeserializer(), new ByteArrayDeserializer());
        for (Article article : articles) {
          in.pipeInput(article.getId(), article, Instant.EPOCH);
        }
        return new Told(claims.readValuesToList(), letters.readRecordsToList());
      }
    } finally {
      delete(folder);
    }
  }

  private static boolean fails(Article article) {
    return article.getBody().contains(FAILS);
  }

  private static Article article(int number, boolean fails) {
    String text =
        "---\ndate: 2026-03-05\nurl: https://street.example/"
            + number
            + "\n---\nAlfa Bravo has left OpenAI for Meta."
            + (fails ? " " + FAILS : "");
    Reading reading = ArticleReader.strict().read("news.md", text.getBytes(UTF_8));
    return ((Reading.Read) reading).article();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
