package io.newsledger.app.docs;

import io.newsledger.app.laws.TestPipeline;
import io.newsledger.events.Article;
import io.newsledger.events.json.CanonicalJson;
import io.newsledger.events.json.EventJson;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Store;
import io.newsledger.events.topic.Stores;
import io.newsledger.events.topic.Topic;
import io.newsledger.events.topic.Topics;
import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.Extraction;
import io.newsledger.extraction.Extractor;
import io.newsledger.extraction.NewsExtractor;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Reading;
import io.newsledger.query.AsOf;
import io.newsledger.query.Ledger;
import io.newsledger.query.state.Keys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** One article on its way through the real stages, written down at each hop. */
final class WalkTest {
  private static final EventSerdes SERDES = EventSerdes.singleObject();
  private static final int SHOWN = 96;
  private static final int ROW = 16;
  private static final String FILE =
      """
      ---
      title: Qwen's technical lead resigns
      date: 2026-03-05
      source: Desk Brief
      url: https://example.com/2026/03/05/qwen
      ---
      Lin Junyang, technical lead of Qwen, left Alibaba on March 4, 2026.
      """;

  @Test
  void theWalkInTheDocumentIsTheOneThatIsTaken() throws Exception {
    byte[] bytes = FILE.getBytes(StandardCharsets.UTF_8);
    Reading reading = ArticleReader.strict().read("qwen.md", bytes);
    Article article = ((Reading.Read) reading).article();
    StringBuilder walk = new StringBuilder(INTRODUCTION);
    walk.append("\n## 1. A file\n```\n").append(FILE).append("```\n");
    hop(walk, "2. " + Topics.ARTICLES.name(), FIRST, Topics.ARTICLES, article.getId(), article);
    try (TestPipeline pipeline = new TestPipeline(new Settled(NewsExtractor.load()))) {
      pipeline.accept(List.of(article));
      for (SpecificRecord claim : pipeline.sent()) {
        String id = claim.get(claim.getSchema().getField("id").pos()).toString();
        hop(walk, "3. " + Topics.TALENT_CLAIMS.name(), SECOND, Topics.TALENT_CLAIMS, id, claim);
      }
      each(
          pipeline,
          Stores.CAREERS,
          (key, row) -> hop(walk, "4. " + Topics.CAREERS.name(), THIRD, Topics.CAREERS, key, row));
      walk.append("\n## 5. An answer\n").append(FOURTH).append("\n```json\n");
      walk.append(CanonicalJson.write(new Ledger(pipeline).career("Junyang Lin", AsOf.NOW)));
      walk.append("```\n");
    }
    Documents.assertUpToDate("docs/walk.md", walk.toString());
  }

  private static <T extends SpecificRecord> void each(
      TestPipeline pipeline, Store<T> store, BiConsumer<String, T> visitor) {
    pipeline.visit(store, Keys.ALL, SHOWN, visitor);
  }

  private static void hop(
      StringBuilder walk,
      String title,
      String what,
      Topic<?> topic,
      String key,
      SpecificRecord value) {
    byte[] bytes = serialized(topic, value);
    walk.append("\n## ").append(title).append('\n').append(what);
    walk.append("\nKey `").append(key).append("`, value of ").append(bytes.length);
    walk.append(" bytes:\n```json\n").append(CanonicalJson.write(EventJson.of(value)));
    walk.append("```\nThe first of them, as they lie on the topic:\n```\n");
    walk.append(dump(bytes)).append("```\n");
  }

  @SuppressWarnings("unchecked")
  private static byte[] serialized(Topic<?> topic, SpecificRecord value) {
    Topic<SpecificRecord> typed = (Topic<SpecificRecord>) topic;
    return SERDES.of(typed.type()).serializer().serialize(topic.name(), value);
  }

  private static String dump(byte[] bytes) {
    StringBuilder dump = new StringBuilder();
    for (int at = 0; at < Math.min(bytes.length, SHOWN); at += ROW) {
      StringBuilder hex = new StringBuilder();
      StringBuilder text = new StringBuilder();
      for (int i = at; i < Math.min(bytes.length, at + ROW); i++) {
        hex.append(String.format(Locale.ROOT, "%02x ", bytes[i]));
        text.append(bytes[i] >= ' ' && bytes[i] <= '~' ? (char) bytes[i] : '.');
      }
      dump.append(String.format(Locale.ROOT, "%04x  %-48s %s%n", at, hex, text));
    }
    return dump.toString().replace("\r", "");
  }

  /** Reads as the real one does, under a version that stays the same in the document. */
  private record Settled(Extractor extractor) implements Extractor {
    @Override
    public Extraction read(ArticleText article) {
      return extractor.read(article);
    }

    @Override
    public String version() {
      return "the version that read it";
    }
  }

  private static final String INTRODUCTION =
      """
      # One article, from file to answer
      Written by a test that sends one article through the stages that run, so what stands here is what happens. The
      encoding is the one without a schema registry: two bytes that say so, eight that name the schema, then the record.
      """;
  private static final String FIRST =
      """
      The producer decides what the article is: its id comes from its address, or from its content where it has none, and
      its revision from its own time and content. A file read twice gives the same key and the same bytes.
      """;
  private static final String SECOND =
      """
      Enrichment reads the article and compares with what it said before, which is nothing yet. The one step in it becomes
      a claim, with the words it stands on, their place in the text, and the interval in which it was known: from the
      article's publication, with no end.
      """;
  private static final String THIRD =
      """
      Aggregation files the claim under its person and folds all that is said of him. One source, so one movement with one
      claim; a second article would move the date, the certainty and the count of sources, in whichever order they came.
      """;
  private static final String FOURTH =
      """
      Query finds the person in any order of the name and adds the proof: each claim of each step, with its words.
      """;
}
