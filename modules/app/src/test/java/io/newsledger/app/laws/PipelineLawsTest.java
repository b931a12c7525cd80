package io.newsledger.app.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsledger.events.Article;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.json.CanonicalJson;
import io.newsledger.extraction.Extractor;
import io.newsledger.extraction.NewsExtractor;
import io.newsledger.producer.reading.Withdrawal;
import io.newsledger.query.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.apache.avro.specific.SpecificRecord;

/** The laws of the ledger, from articles to the export, on both topologies with their stores. */
class PipelineLawsTest {
  private static final int TRIES = 60;
  private static final int MOST = 12;
  private static final Extractor EXTRACTOR = NewsExtractor.load();

  @Property(tries = TRIES)
  void orderDoesNotMatter(
      @ForAll long seed, @ForAll long chance, @ForAll @IntRange(min = 1, max = MOST) int count) {
    List<Article> revisions = new News("a", seed).revisions(count);
    Random random = new Random(chance);
    assertEquals(
        now(pipeline -> pipeline.accept(revisions)),
        now(pipeline -> pipeline.accept(shuffled(revisions, random), random)));
  }

  @Property(tries = TRIES)
  void whatComesAgainChangesNothing(
      @ForAll long seed, @ForAll long chance, @ForAll @IntRange(min = 1, max = MOST) int count) {
    List<Article> revisions = new News("a", seed).revisions(count);
    List<Article> again = new ArrayList<>(revisions);
    again.addAll(revisions);
    Random random = new Random(chance);
    assertEquals(
        now(pipeline -> pipeline.accept(revisions)),
        now(pipeline -> pipeline.accept(shuffled(again, random), random)));
  }

  @Property(tries = TRIES)
  void aWithdrawalLeavesWhatOthersSayAndThePast(
      @ForAll long seed, @ForAll long chance, @ForAll @IntRange(min = 2, max = MOST) int count) {
    List<Article> kept = new News("a", seed).revisions(count / 2);
    List<Article> withdrawn = new News("b", seed + 1).revisions(count - count / 2);
    List<Article> both = new ArrayList<>(kept);
    both.addAll(withdrawn);
    List<Article> all = new ArrayList<>(both);
    newest(withdrawn).values().stream()
        .filter(article -> article.getBody() != null)
        .forEach(article -> all.add(Withdrawal.of(article, start(News.day(News.DAYS)))));
    Random random = new Random(chance);
    try (TestPipeline pipeline = new TestPipeline(EXTRACTOR)) {
      pipeline.accept(shuffled(all, random), random);
      assertEquals(now(alone -> alone.accept(kept)), text(pipeline, AsOf.NOW));
      assertEquals(
          now(before -> before.accept(both)), text(pipeline, AsOf.endOf(News.day(News.DAYS - 1))));
    }
  }

  @Property(tries = TRIES)
  void whatStandsOnTheTopicsOfClaimsGivesTheState(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = MOST) int count) {
    List<Article> revisions = new News("a", seed).revisions(count);
    try (TestPipeline first = new TestPipeline(EXTRACTOR).accept(revisions);
        TestPipeline second = new TestPipeline(EXTRACTOR)) {
      // Compacted, they hold the newest record of each key.
      Map<String, SpecificRecord> newest = new LinkedHashMap<>();
      first.sent().forEach(claim -> newest.put(id(claim), claim));
      second.replay(revisions, List.copyOf(newest.values()));
      assertEquals(text(first, AsOf.NOW), text(second, AsOf.NOW));
    }
  }

  @Property(tries = TRIES)
  void asOfADayIsTheStateOfWhatWasPublishedByThen(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = MOST) int count,
      @ForAll @IntRange(max = News.DAYS - 1) int day) {
    List<Article> revisions = new News("a", seed).revisions(count);
    Instant end = start(News.day(day + 1));
    List<Article> early =
        revisions.stream().filter(revision -> revision.getRevisedAt().isBefore(end)).toList();
    Statistics.collect(early.size() < revisions.size());
    try (TestPipeline pipeline = new TestPipeline(EXTRACTOR).accept(revisions)) {
      assertEquals(now(then -> then.accept(early)), text(pipeline, AsOf.endOf(News.day(day))));
    }
  }

  @Property(tries = TRIES)
  void everyValueNamesItsClaimsAndEveryQuoteStandsInItsArticle(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = MOST) int count) {
    List<Article> revisions = new News("a", seed).revisions(count);
    Map<String, Article> texts =
        revisions.stream()
            .collect(Collectors.toMap(Article::getRevision, article -> article, (a, b) -> a));
    try (TestPipeline pipeline = new TestPipeline(EXTRACTOR).accept(revisions)) {
      JsonNode export = pipeline.export(AsOf.NOW);
      Set<String> told = new TreeSet<>();
      for (JsonNode kind : export.get("claims")) {
        for (JsonNode claim : kind) {
          told.add(claim.get("id").asText());
          Article article = texts.get(claim.get("revision").asText());
          JsonNode quote = claim.get("quote");
          assertEquals("BODY", quote.get("field").asText());
          assertEquals(
              quote.get("text").asText(),
              article.getBody().substring(quote.get("start").asInt(), quote.get("end").asInt()));
          assertEquals(article.getId(), claim.get("articleId").asText());
        }
      }
      Set<String> movements = new TreeSet<>();
      Set<String> named = new TreeSet<>();
      export.get("careers").findValues("movements").forEach(all -> add(all, "id", movements));
      for (String view : List.of("careers", "series", "alerts", "shifts")) {
        named.addAll(proof(export.get(view)));
      }
      assertEquals(told, named, "no value without a claim, and no claim without a value");
      for (String view : List.of("flows", "alerts")) {
        for (JsonNode value : export.get(view)) {
          assertTrue(!value.get("movements").isEmpty(), value::toString);
          value.get("movements").forEach(id -> assertTrue(movements.contains(id.asText())));
        }
      }
      Statistics.collect(told.isEmpty() ? "silent" : "told");
    }
  }

  /** Ids of claims that any value in it names; each point and each movement names one. */
  private static Set<String> proof(JsonNode values) {
    Set<String> named = new TreeSet<>();
    for (String list : List.of("claims", "against", "implied")) {
      values.findValues(list).forEach(ids -> ids.forEach(id -> named.add(id.asText())));
    }
    for (String list : List.of("points", "movements")) {
      for (JsonNode all : values.findValues(list)) {
        for (JsonNode value : all) {
          assertTrue(
              value.isTextual() || value.get("claims").size() + value.get("against").size() > 0,
              value::toString);
        }
      }
    }
    return named;
  }

  private static void add(JsonNode values, String field, Set<String> to) {
    values.forEach(value -> to.add(value.get(field).asText()));
  }

  private static String now(Consumer<TestPipeline> work) {
    try (TestPipeline pipeline = new TestPipeline(EXTRACTOR)) {
      work.accept(pipeline);
      return text(pipeline, AsOf.NOW);
    }
  }

  private static String text(TestPipeline pipeline, AsOf asOf) {
    return CanonicalJson.write(pipeline.export(asOf));
  }

  private static Map<String, Article> newest(List<Article> revisions) {
    Map<String, Article> newest = new LinkedHashMap<>();
    revisions.stream()
        .sorted(Comparator.comparing(Article::getRevisedAt).thenComparing(Article::getRevision))
        .forEach(revision -> newest.put(revision.getId(), revision));
    return newest;
  }

  private static String id(SpecificRecord claim) {
    return claim instanceof TalentClaim step ? step.getId() : ((MarketClaim) claim).getId();
  }

  private static <T> List<T> shuffled(List<T> items, Random random) {
    List<T> copy = new ArrayList<>(items);
    Collections.shuffle(copy, random);
    return copy;
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
