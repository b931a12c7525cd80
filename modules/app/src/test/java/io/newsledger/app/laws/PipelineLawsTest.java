package io.newsledger.app.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
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
    News.newest(withdrawn).stream()
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
    try (TestPipeline pipeline = new TestPipeline(EXTRACTOR).accept(revisions)) {
      int claims = Proofs.check(pipeline.export(AsOf.NOW), revisions);
      Statistics.collect(claims == 0 ? "silent" : "told");
    }
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
