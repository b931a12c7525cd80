package io.newsledger.query;

import io.newsledger.events.Article;
import io.newsledger.events.Bound;
import io.newsledger.events.ClaimStatus;
import io.newsledger.events.EntityAlias;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Metric;
import io.newsledger.events.Modality;
import io.newsledger.events.Quote;
import io.newsledger.events.QuoteField;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.serde.EventSerdes;
import java.time.Instant;
import java.util.List;

/**
 * A small ledger. Two papers tell of Ada Vale's step with days that differ, one withdraws another
 * step of hers later, and figures of Orbit agree, differ and are combined with those of Comet.
 */
public final class Samples {
  static {
    // Avro copies only records of packages that somebody vouched for.
    EventSerdes.singleObject();
  }

  /** The day after which {@link #withdrawn()} no longer stands. */
  public static final String WITHDRAWN = "2026-03-20";

  private Samples() {}

  /** Articles with their revisions; "d" is withdrawn. */
  public static List<Article> articles() {
    return List.of(
        article("a", "2026-03-03", "Ada Vale joins Southlab", "Wire"),
        article("b", "2026-03-05", "A departure at Northlab", "Desk"),
        article("c", "2026-04-02", "Orbit in numbers", "Desk"),
        article("d", "2026-03-10", "A second step", "Wire"),
        Article.newBuilder(article("d", "2026-03-10", "A second step", "Wire"))
            .setRevision("d2")
            .setRevisedAt(at(WITHDRAWN))
            .setBody(null)
            .build());
  }

  /** Movements; "t4" was taken back. */
  public static List<TalentClaim> talent() {
    return List.of(
        talent("t1", "a", "2026-03-03", "Wire", "Ada Vale said on Tuesday that she joins Southlab.")
            .setFrom("Northlab")
            .setTo("Southlab")
            .setRole("chief scientist")
            .setDate("2026-03-03")
            .build(),
        talent("t2", "b", "2026-03-05", "Desk", "Vale Ada left Northlab on 4 March.")
            .setPerson("Vale Ada")
            .setFrom("Northlab")
            .setDate("2026-03-04")
            .build(),
        talent("t3", "b", "2026-03-05", "Desk", "Bo Quill may follow, two people said.")
            .setPerson("Bo Quill")
            .setFrom("Northlab")
            .setModality(Modality.RUMOURED)
            .build(),
        withdrawn());
  }

  /** A claim that stood from 10 March until {@link #WITHDRAWN}. */
  public static TalentClaim withdrawn() {
    return talent("t4", "d", "2026-03-10", "Wire", "Ada Vale moves on to Eastlab in June.")
        .setFrom("Southlab")
        .setTo("Eastlab")
        .setDate("2026-06")
        .setModality(Modality.ANNOUNCED)
        .setStatus(ClaimStatus.RETRACTED)
        .setKnown(List.of(new KnownInterval(at("2026-03-10"), at(WITHDRAWN))))
        .build();
  }

  /** Figures. */
  public static List<MarketClaim> market() {
    return List.of(
        market("m1", "c", "2026-04-02", "Desk", "Orbit held 40 percent of the market in March.")
            .setMetric(Metric.MARKET_SHARE)
            .setUnit("PERCENT")
            .setScope("the global AI market")
            .setValue(40)
            .setAsOf("2026-03")
            .build(),
        market("m2", "a", "2026-03-03", "Wire", "In January, Orbit's share was 55 percent.")
            .setMetric(Metric.MARKET_SHARE)
            .setUnit("PERCENT")
            .setScope("global AI market")
            .setValue(55)
            .setAsOf("2026-01")
            .build(),
        market("m3", "a", "2026-03-03", "Wire", "More than 600 million people use Orbit.")
            .setBound(Bound.AT_LEAST)
            .setValue(600e6)
            .setAsOf("2026-03")
            .build(),
        market("m4", "c", "2026-04-02", "Desk", "Orbit counted 700 million users in March.")
            .setValue(700e6)
            .setAsOf("2026-03")
            .build(),
        market("m5", "c", "2026-04-02", "Desk", "Orbit and Comet together have 900 million users.")
            .setEntities(List.of("Comet", "Orbit"))
            .setValue(900e6)
            .build());
  }

  /** The link of one name to another. */
  public static EntityAlias alias(String name, String person) {
    return EntityAlias.newBuilder()
        .setName(name)
        .setPerson(person)
        .setReason("one byline")
        .setSource("desk")
        .setRecordedAt(at("2026-05-01"))
        .build();
  }

  /** State of all samples. */
  public static InMemoryState state() {
    return new InMemoryState(articles(), talent(), market());
  }

  /** The start of a day, UTC. */
  public static Instant at(String day) {
    return Instant.parse(day + "T00:00:00Z");
  }

  private static Article article(String id, String published, String title, String source) {
    return Article.newBuilder()
        .setId(id)
        .setRevision(id + "1")
        .setRevisedAt(at(published))
        .setPublishedAt(at(published))
        .setTitle(title)
        .setSource(source)
        .setUrl("https://news.example/" + id)
        .setBody("The text of " + title + ".")
        .build();
  }

  private static TalentClaim.Builder talent(
      String id, String article, String published, String source, String quote) {
    return TalentClaim.newBuilder()
        .setId(id)
        .setArticleId(article)
        .setRevision(article + "1")
        .setSource(source)
        .setPublishedAt(at(published))
        .setStatus(ClaimStatus.ASSERTED)
        .setKnown(List.of(new KnownInterval(at(published), null)))
        .setExtractor("test")
        .setPerson("Ada Vale")
        .setModality(Modality.REPORTED)
        .setQuote(new Quote(QuoteField.BODY, 0, quote.length(), quote));
  }

  private static MarketClaim.Builder market(
      String id, String article, String published, String source, String quote) {
    return MarketClaim.newBuilder()
        .setId(id)
        .setArticleId(article)
        .setRevision(article + "1")
        .setSource(source)
        .setPublishedAt(at(published))
        .setStatus(ClaimStatus.ASSERTED)
        .setKnown(List.of(new KnownInterval(at(published), null)))
        .setExtractor("test")
        .setEntities(List.of("Orbit"))
        .setMetric(Metric.USERS)
        .setUnit("COUNT")
        .setBound(Bound.EXACT)
        .setModality(Modality.REPORTED)
        .setQuote(new Quote(QuoteField.BODY, 0, quote.length(), quote));
  }
}
