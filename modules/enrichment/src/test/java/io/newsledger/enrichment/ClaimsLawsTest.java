package io.newsledger.enrichment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.newsledger.events.Article;
import io.newsledger.events.RevisionClaims;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The laws of the ledger on the fold of an article's readings and its differences. */
class ClaimsLawsTest {
  private final ArticleReader reader = new ArticleReader(new LineExtractor("v1"), Revisions.SERDES);

  @Property(tries = 1500)
  void orderAndRepetitionDoNotMatter(
      @ForAll("revisions") List<Article> revisions, @ForAll long shuffle) {
    List<Article> shuffled = new ArrayList<>(revisions);
    shuffled.addAll(revisions);
    Collections.shuffle(shuffled, new Random(shuffle));
    assertEquals(told(revisions).newest(), told(shuffled).newest());
  }

  @Property(tries = 1500)
  void whatIsToldInPartsIsTheWhole(@ForAll("revisions") List<Article> revisions) {
    Claims whole = Claims.of(revisions.stream().map(reader::read).toList());
    KnownClaims atOnce = new KnownClaims();
    atOnce.hear(whole);
    assertEquals(atOnce.newest(), told(revisions).newest());
  }

  @Property(tries = 1500)
  void aWithdrawnArticleClaimsNothingAndWhatItClaimedBeforeStaysKnown(
      @ForAll("revisions") List<Article> revisions, @ForAll long shuffle) {
    Article withdrawal = Revisions.withdrawal(revisions);
    List<Article> all = new ArrayList<>(revisions);
    all.add(withdrawal);
    Collections.shuffle(all, new Random(shuffle));
    KnownClaims after = told(all);
    assertEquals(List.of(), after.standing());
    assertEquals(told(revisions).kept(), after.asBefore(withdrawal.getRevisedAt()));
  }

  @Property(tries = 1500)
  void asOfAnInstantIsWhatWasPublishedBefore(
      @ForAll("revisions") List<Article> revisions,
      @ForAll @IntRange(min = 0, max = 4) int day,
      @ForAll boolean later) {
    Instant end = Revisions.at(day).plusMillis(later ? 1 : 0);
    assertEquals(told(Revisions.before(end, revisions)).kept(), told(revisions).asBefore(end));
  }

  @Property(tries = 1500)
  void aClaimIsKnownWhileTheLatestRevisionSaysIt(
      @ForAll("revisions") List<Article> revisions, @ForAll @IntRange(min = 0, max = 4) int day) {
    Instant instant = Revisions.at(day);
    Set<String> said =
        revisions.stream()
            .filter(revision -> !revision.getRevisedAt().isAfter(instant))
            .max(Comparator.comparing(Article::getRevisedAt).thenComparing(Article::getRevision))
            .map(Revisions::claimed)
            .orElse(Set.of());
    assertEquals(said, told(revisions).quotesKnownAt(instant));
  }

  @Property(tries = 1500)
  void aBetterExtractorLeavesNoTraceOfTheOther(@ForAll("revisions") List<Article> revisions) {
    ArticleReader better = new ArticleReader(new LineExtractor("v2", "Ada Vale"), Revisions.SERDES);
    List<RevisionClaims> readings = revisions.stream().map(better::read).toList();
    KnownClaims told = told(revisions);
    Claims old = Claims.of(revisions.stream().map(reader::read).toList());
    told.hear(old.changesTo(Claims.of(readings)));
    KnownClaims alone = new KnownClaims();
    alone.hear(Claims.of(readings));
    assertEquals(alone.kept(), told.kept());
  }

  @Provide
  Arbitrary<List<Article>> revisions() {
    return Revisions.arbitrary("a1");
  }

  /** What a subscriber knows after the revisions came one by one. */
  private KnownClaims told(List<Article> revisions) {
    KnownClaims told = new KnownClaims();
    Map<String, RevisionClaims> readings = new LinkedHashMap<>();
    for (Article revision : revisions) {
      Claims before = Claims.of(List.copyOf(readings.values()));
      readings.put(revision.getRevision(), reader.read(revision));
      told.hear(before.changesTo(Claims.of(List.copyOf(readings.values()))));
    }
    return told;
  }
}
