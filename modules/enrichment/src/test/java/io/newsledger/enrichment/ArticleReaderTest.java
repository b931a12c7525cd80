package io.newsledger.enrichment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.Article;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.QuoteField;
import io.newsledger.events.RevisionClaims;
import io.newsledger.events.TalentClaim;
import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.Bound;
import io.newsledger.extraction.Extraction;
import io.newsledger.extraction.Extractor;
import io.newsledger.extraction.Figure;
import io.newsledger.extraction.Metric;
import io.newsledger.extraction.Modality;
import io.newsledger.extraction.Movement;
import io.newsledger.extraction.Quote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ArticleReaderTest {
  private static final String LEFT = "Ada Vale left Northlab";

  @Test
  void aReadingIsWhatTheRevisionAloneClaims() {
    RevisionClaims reading = lines().read(Revisions.revision("r1", 2, "Hear this", LEFT));
    TalentClaim claim = reading.getTalent().get(0);
    assertEquals("r1", reading.getRevision());
    assertEquals(Revisions.at(2), reading.getRevisedAt());
    assertEquals("v1", claim.getExtractor());
    assertEquals("a1", claim.getArticleId());
    assertEquals(List.of(new KnownInterval(Revisions.at(2), null)), claim.getKnown());
    assertEquals(Revisions.at(0), claim.getPublishedAt());
    assertEquals(new io.newsledger.events.Quote(QuoteField.BODY, 10, 32, LEFT), claim.getQuote());
    assertEquals(32, claim.getId().length());
  }

  @Test
  void whatIsSaidTwiceIsClaimedOnceWhereItStandsFirst() {
    Article article =
        Article.newBuilder(Revisions.revision("r1", 0, LEFT, LEFT)).setTitle(LEFT).build();
    List<TalentClaim> claims = lines().read(article).getTalent();
    assertEquals(1, claims.size());
    assertEquals(QuoteField.TITLE, claims.get(0).getQuote().getField());
    List<TalentClaim> untitled = lines().read(Revisions.revision("r1", 0, LEFT, LEFT)).getTalent();
    assertEquals(0, untitled.get(0).getQuote().getStart());
  }

  @Test
  void aClaimKeepsItsIdWhereverItsWordsStand() {
    String here = id(Revisions.revision("r1", 0, LEFT));
    assertEquals(here, id(Revisions.revision("r2", 1, "Hear this", LEFT)));
    assertNotEquals(here, id(Revisions.revision("r1", 0, "Ada Vale left Southlab")));
    assertNotEquals(here, id(Revisions.of("a2", "r1", 0, List.of(LEFT))));
  }

  @Test
  void everythingThatIsClaimedMakesTheId() {
    Quote quote = new Quote(Quote.Field.BODY, 0, 4, "text");
    List<String> none = List.of();
    Modality said = Modality.REPORTED;
    List<String> ids = new ArrayList<>();
    for (Movement movement :
        List.of(
            new Movement("A", none, "B", null, null, null, null, said, quote),
            new Movement("A", none, null, "B", null, null, null, said, quote),
            new Movement("A", List.of("C"), "B", null, null, null, null, said, quote),
            new Movement("A", none, "B", null, "C", null, null, said, quote),
            new Movement("A", none, "B", null, null, "C", null, said, quote),
            new Movement("A", none, "B", null, null, null, "2026", said, quote),
            new Movement("A", none, "B", null, null, null, null, Modality.DENIED, quote))) {
      ids.add(ClaimId.of("a1", movement));
    }
    for (Figure figure :
        List.of(
            figure(List.of("A"), Metric.USERS, null, 1, Bound.EXACT, null),
            figure(List.of("A", "B"), Metric.USERS, null, 1, Bound.EXACT, null),
            figure(List.of("A"), Metric.CUSTOMERS, null, 1, Bound.EXACT, null),
            figure(List.of("A"), Metric.USERS, "", 1, Bound.EXACT, null),
            figure(List.of("A"), Metric.USERS, null, 2, Bound.EXACT, null),
            figure(List.of("A"), Metric.USERS, null, 1, Bound.ABOUT, null),
            figure(List.of("A"), Metric.USERS, null, 1, Bound.EXACT, "2026"))) {
      ids.add(ClaimId.of("a1", figure));
    }
    assertEquals(ids.size(), ids.stream().distinct().count(), ids::toString);
  }

  @Test
  void namesThatStandForASetAreSorted() {
    Figure figure = figure(List.of("B", "A", "B"), Metric.USERS, null, 1, Bound.EXACT, null);
    ArticleReader reader = reader(text -> new Extraction(List.of(), List.of(figure)));
    assertEquals(
        List.of("A", "B"),
        reader.read(Revisions.revision("r1", 0, "text")).getMarket().get(0).getEntities());
    assertEquals(
        ClaimId.of("a1", figure),
        ClaimId.of("a1", figure(List.of("A", "B"), Metric.USERS, null, 1, Bound.EXACT, null)));
  }

  @Test
  void everyWordOfTheExtractorHasItsEvent() {
    for (Modality modality : Modality.values()) {
      assertEquals(modality.name(), io.newsledger.events.Modality.valueOf(modality.name()).name());
    }
    for (Metric metric : Metric.values()) {
      assertEquals(metric.name(), io.newsledger.events.Metric.valueOf(metric.name()).name());
    }
    for (Bound bound : Bound.values()) {
      assertEquals(bound.name(), io.newsledger.events.Bound.valueOf(bound.name()).name());
    }
    for (Quote.Field field : Quote.Field.values()) {
      assertEquals(field.name(), QuoteField.valueOf(field.name()).name());
    }
  }

  @Test
  void theExtractorIsGivenTheArticleWithItsDayInUtc() {
    List<ArticleText> given = new ArrayList<>();
    Article article =
        Article.newBuilder(Revisions.revision("r1", 0, "text"))
            .setPublishedAt(Instant.parse("2026-03-01T23:59:59Z"))
            .setTitle("title")
            .setUrl("https://wire.example/1")
            .build();
    reader(
            text -> {
              given.add(text);
              return new Extraction(List.of(), List.of());
            })
        .read(article);
    assertEquals(
        List.of(
            new ArticleText(
                "title", "text", LocalDate.parse("2026-03-01"), "Wire", "https://wire.example/1")),
        given);
  }

  @Test
  void aWithdrawalIsNotReadAndClaimsNothing() {
    RevisionClaims reading =
        reader(
                text -> {
                  throw new AssertionError("nothing to read");
                })
            .read(Revisions.revision("r1", 0));
    assertEquals(List.of(), reading.getTalent());
    assertEquals(List.of(), reading.getMarket());
  }

  @Test
  void theSourceIsTheArticlesOrTheHostOfItsAddress() {
    assertEquals("Wire", source("Wire", "https://desk.example/1"));
    assertEquals("desk.example", source(null, "https://Desk.Example:8443/1?a=b@c"));
    assertEquals("desk.example", source(" ", "https://me@desk.example"));
    assertEquals("a_b.desk.example", source(null, "http://a_b.desk.example/x"));
    assertEquals("[2001:db8::1]", source(null, "http://[2001:DB8::1]:80/x"));
    assertNull(source(null, "urn:desk:1"));
    assertNull(source(null, null));
  }

  @Test
  void aQuoteThatDoesNotStandInTheArticleIsRefused() {
    for (Quote quote :
        List.of(
            new Quote(Quote.Field.BODY, 1, 5, "text"),
            new Quote(Quote.Field.BODY, 0, 4, "Text"),
            new Quote(Quote.Field.BODY, 90, 94, "text"),
            new Quote(Quote.Field.TITLE, 0, 4, "text"))) {
      Movement movement =
          new Movement("A", List.of(), "B", null, null, null, null, Modality.REPORTED, quote);
      ArticleReader reader = reader(text -> new Extraction(List.of(movement), List.of()));
      UnreadableArticle e =
          assertThrows(
              UnreadableArticle.class,
              () -> reader.read(Revisions.revision("r1", 0, "text")),
              quote::toString);
      assertTrue(e.getMessage().contains("revision r1 of article a1"), e::getMessage);
    }
  }

  @Test
  void anExtractorThatFailsIsNamedWithTheArticle() {
    UnreadableArticle failed =
        assertThrows(
            UnreadableArticle.class, () -> lines().read(Revisions.revision("r1", 0, "unreadable")));
    assertEquals("extractor v1 failed on revision r1 of article a1", failed.getMessage());
    UnreadableArticle overflown =
        assertThrows(
            UnreadableArticle.class, () -> lines().read(Revisions.revision("r1", 0, "bottomless")));
    assertInstanceOf(StackOverflowError.class, overflown.getCause());
  }

  @Test
  void whatIsTooLargeToBeKeptIsRefused() {
    String endless = "A".repeat(500_000) + " left Northlab";
    UnreadableArticle claim =
        assertThrows(
            UnreadableArticle.class, () -> lines().read(Revisions.revision("r1", 0, endless)));
    assertTrue(claim.getMessage().contains("TalentClaim"), claim::getMessage);
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 80_000; i++) {
      many.append("Ada Vale the ").append(i).append("th left Northlab\n");
    }
    UnreadableArticle reading =
        assertThrows(
            UnreadableArticle.class,
            () -> lines().read(Revisions.revision("r1", 0, many.toString())));
    assertTrue(reading.getMessage().contains("RevisionClaims"), reading::getMessage);
  }

  private static Figure figure(
      List<String> entities, Metric metric, String scope, double value, Bound bound, String asOf) {
    Quote quote = new Quote(Quote.Field.BODY, 0, 4, "text");
    return new Figure(
        entities, metric, scope, value, "COUNT", bound, asOf, Modality.REPORTED, quote);
  }

  private static ArticleReader lines() {
    return new ArticleReader(new LineExtractor("v1"), Revisions.SERDES);
  }

  private static ArticleReader reader(Function<ArticleText, Extraction> read) {
    Extractor extractor =
        new Extractor() {
          @Override
          public Extraction read(ArticleText article) {
            return read.apply(article);
          }

          @Override
          public String version() {
            return "v1";
          }
        };
    return new ArticleReader(extractor, Revisions.SERDES);
  }

  private static String id(Article article) {
    return lines().read(article).getTalent().get(0).getId();
  }

  private static String source(String source, String url) {
    Article article =
        Article.newBuilder(Revisions.revision("r1", 0, LEFT)).setSource(source).setUrl(url).build();
    return lines().read(article).getTalent().get(0).getSource();
  }
}
