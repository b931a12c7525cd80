package io.newsledger.enrichment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.newsledger.events.Article;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The laws of the ledger on the topology, with its state and topics, for two articles. */
class EnrichmentLawsTest {
  @Property(tries = 60)
  void orderAndRepetitionDoNotMatter(
      @ForAll("revisions") List<Article> revisions, @ForAll long shuffle) {
    List<Article> shuffled = new ArrayList<>(revisions);
    shuffled.addAll(revisions);
    Collections.shuffle(shuffled, new Random(shuffle));
    try (EnrichmentDriver one = new EnrichmentDriver();
        EnrichmentDriver other = new EnrichmentDriver()) {
      one.accept(revisions);
      other.accept(shuffled);
      assertEquals(one.known().newest(), other.known().newest());
      assertEquals(one.state(), other.state());
      assertEquals(List.of(), other.accept(revisions), "delivered once more, nothing is sent");
    }
  }

  @Property(tries = 60)
  void whatIsWithdrawnLeavesTheOtherArticleAndThePast(
      @ForAll("first") List<Article> withdrawn, @ForAll("second") List<Article> kept) {
    Article withdrawal = Revisions.withdrawal(withdrawn);
    try (EnrichmentDriver alone = new EnrichmentDriver();
        EnrichmentDriver both = new EnrichmentDriver()) {
      alone.accept(kept);
      both.accept(withdrawn);
      both.accept(kept);
      var before = both.known().kept();
      both.accept(withdrawal);
      assertEquals(alone.known().standing(), both.known().standing());
      assertEquals(before, both.known().asBefore(withdrawal.getRevisedAt()));
    }
  }

  @Property(tries = 60)
  void asOfAnInstantIsWhatWasPublishedBefore(
      @ForAll("revisions") List<Article> revisions, @ForAll @IntRange(min = 0, max = 4) int day) {
    Instant end = Revisions.at(day);
    try (EnrichmentDriver then = new EnrichmentDriver();
        EnrichmentDriver now = new EnrichmentDriver()) {
      then.accept(Revisions.before(end, revisions));
      now.accept(revisions);
      assertEquals(then.known().kept(), now.known().asBefore(end));
    }
  }

  @Property(tries = 60)
  void anotherExtractorEndsWhereItWouldHaveBegun(
      @ForAll("revisions") List<Article> revisions, @ForAll @IntRange(max = 14) int change) {
    LineExtractor better = new LineExtractor("v2", "Ada");
    try (EnrichmentDriver changed = new EnrichmentDriver();
        EnrichmentDriver alone = new EnrichmentDriver()) {
      int at = Math.min(change, revisions.size());
      changed.accept(revisions.subList(0, at));
      changed.exchange(better);
      changed.accept(revisions.subList(at, revisions.size()));
      changed.accept(revisions);
      alone.exchange(better);
      alone.accept(revisions);
      assertEquals(alone.known().kept(), changed.known().kept());
      assertEquals(alone.state(), changed.state());
    }
  }

  @Provide
  Arbitrary<List<Article>> first() {
    return Revisions.arbitrary("a1");
  }

  @Provide
  Arbitrary<List<Article>> second() {
    return Revisions.arbitrary("a2");
  }

  @Provide
  Arbitrary<List<Article>> revisions() {
    return Combinators.combine(first(), second())
        .as(
            (one, other) -> {
              List<Article> both = new ArrayList<>(one);
              both.addAll(other);
              return both;
            });
  }
}
