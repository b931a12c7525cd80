package io.newsledger.weighing;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Claims for tests: by hand, and sets in which conflicts, ties and same-day claims are likely. */
public final class ClaimSets {
  private static final String[] PEOPLE = {"Ada Vale", "Vale Ada", "Bo Quill", "Cy Moor"};
  private static final String[] ORGANISATIONS = {"Northlab", "Southlab", "Eastlab", null};
  private static final String[] UNITS = {"board", "Comet", null, null};
  private static final String[] DATES = {
    "2026-03-03", "2026-03-04", "2026-03", "2026-01-15", "2024", "2026", null, null
  };
  private static final String[] SOURCES = {"Wire", "Desk", null};
  private static final Double[] VALUES = {40.0, 40.2, 55.0, 600e6, 700e6, 703e6};
  private static final String[] SCOPES = {null, "the global market", "Hugging Face", "Europe"};

  static {
    // Avro copies only records of packages that somebody vouched for.
    EventSerdes.singleObject();
  }

  private ClaimSets() {}

  /** A reported claim of an own article, published on a day. */
  public static TalentClaim.Builder talent(String id, String published) {
    Instant day = Instant.parse(published + "T00:00:00Z");
    return TalentClaim.newBuilder()
        .setId(id)
        .setArticleId("article-" + id)
        .setRevision("r1")
        .setPublishedAt(day)
        .setStatus(ClaimStatus.ASSERTED)
        .setKnown(List.of(new KnownInterval(day, null)))
        .setExtractor("test")
        .setPerson("Ada Vale")
        .setModality(Modality.REPORTED)
        .setQuote(new Quote(QuoteField.BODY, 0, 4, "text"));
  }

  /** A reported count of an own article, published on a day. */
  public static MarketClaim.Builder market(String id, String published) {
    Instant day = Instant.parse(published + "T00:00:00Z");
    return MarketClaim.newBuilder()
        .setId(id)
        .setArticleId("article-" + id)
        .setRevision("r1")
        .setPublishedAt(day)
        .setStatus(ClaimStatus.ASSERTED)
        .setKnown(List.of(new KnownInterval(day, null)))
        .setExtractor("test")
        .setEntities(List.of("Orbit"))
        .setMetric(Metric.USERS)
        .setUnit("COUNT")
        .setBound(Bound.EXACT)
        .setModality(Modality.REPORTED)
        .setQuote(new Quote(QuoteField.BODY, 0, 4, "text"));
  }

  /** The link of one name to another. */
  public static EntityAlias alias(String name, String person) {
    return EntityAlias.newBuilder()
        .setName(name)
        .setPerson(person)
        .setReason("one byline")
        .setSource("test")
        .setRecordedAt(Instant.parse("2026-03-09T00:00:00Z"))
        .build();
  }

  /**
   * At most so many links, no two of the same names; chains, circles and shared names among them.
   */
  public static List<EntityAlias> aliases(long seed, int count) {
    Random random = new Random(seed);
    Map<AliasKey, EntityAlias> aliases = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      EntityAlias alias = alias(any(random, PEOPLE), any(random, PEOPLE));
      if (!NameKey.of(alias.getName()).equals(NameKey.of(alias.getPerson()))) {
        aliases.put(AliasKey.of(alias), alias);
      }
    }
    return List.copyOf(aliases.values());
  }

  /** As many movement claims as asked for, all of them from the seed. */
  public static List<TalentClaim> talentClaims(long seed, int count) {
    Random random = new Random(seed);
    List<TalentClaim> claims = new ArrayList<>();
    while (claims.size() < count) {
      String from = any(random, ORGANISATIONS);
      String to = any(random, ORGANISATIONS);
      if (from != null || to != null) {
        claims.add(
            talent(String.format("%08x", random.nextInt()) + claims.size(), day(random))
                .setPerson(any(random, PEOPLE))
                .setSource(any(random, SOURCES))
                .setFrom(from)
                .setTo(to)
                .setDate(any(random, DATES))
                .setUnit(any(random, UNITS))
                .setRole(random.nextBoolean() ? "chief scientist" : null)
                .setModality(any(random, Modality.values()))
                .build());
      }
    }
    return claims;
  }

  /** As many figure claims as asked for, all of them from the seed. */
  public static List<MarketClaim> marketClaims(long seed, int count) {
    Random random = new Random(seed);
    List<MarketClaim> claims = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      claims.add(
          market(String.format("%08x", random.nextInt()) + i, day(random))
              .setEntities(random.nextInt(4) == 0 ? List.of("Orbit", "Comet") : List.of("Orbit"))
              .setSource(any(random, SOURCES))
              .setMetric(random.nextBoolean() ? Metric.DOWNLOADS : Metric.USERS)
              .setScope(any(random, SCOPES))
              .setValue(any(random, VALUES))
              .setBound(any(random, Bound.values()))
              .setAsOf(any(random, DATES))
              .setModality(any(random, Modality.values()))
              .build());
    }
    return claims;
  }

  private static String day(Random random) {
    return "2026-03-0" + (1 + random.nextInt(6));
  }

  private static <T> T any(Random random, T[] values) {
    return Arrays.asList(values).get(random.nextInt(values.length));
  }
}
