package io.newsledger.enrichment;

import io.newsledger.events.Article;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.RevisionClaims;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.extraction.Extraction;
import io.newsledger.extraction.Extractor;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Reads one revision of an article. Safe for use by several threads. */
final class ArticleReader {
  /** Topics of claims take a mebibyte unless somebody sets them otherwise. */
  private static final int MAX_CLAIM_BYTES = 900 * 1024;

  /** As much as a changelog takes for a row. */
  private static final int MAX_READING_BYTES = 8 * 1024 * 1024;

  private static final Comparator<io.newsledger.events.Quote> BY_PLACE =
      Comparator.comparing(io.newsledger.events.Quote::getField)
          .thenComparing(io.newsledger.events.Quote::getStart)
          .thenComparing(io.newsledger.events.Quote::getEnd);

  private final Extractor extractor;
  private final Serializer<TalentClaim> talentBytes;
  private final Serializer<MarketClaim> marketBytes;
  private final Serializer<RevisionClaims> readingBytes;

  ArticleReader(Extractor extractor, EventSerdes serdes) {
    this.extractor = extractor;
    this.talentBytes = serdes.of(TalentClaim.class).serializer();
    this.marketBytes = serdes.of(MarketClaim.class).serializer();
    this.readingBytes = serdes.of(RevisionClaims.class).serializer();
  }

  /** Version of the extractor. */
  String version() {
    return extractor.version();
  }

  /**
   * What the revision claims, each claim once and in the order of claim ids; nothing if it is a
   * withdrawal.
   *
   * @throws UnreadableArticle if the extractor fails or what it finds cannot be kept
   */
  RevisionClaims read(Article article) {
    Extraction extraction = extract(article);
    ClaimMapping mapping = new ClaimMapping(article, extractor.version());
    RevisionClaims reading =
        RevisionClaims.newBuilder()
            .setArticleId(article.getId())
            .setRevision(article.getRevision())
            .setRevisedAt(article.getRevisedAt())
            .setExtractor(extractor.version())
            .setTalent(
                once(
                    extraction.movements().stream().map(mapping::talent),
                    TalentClaim::getId,
                    TalentClaim::getQuote))
            .setMarket(
                once(
                    extraction.figures().stream().map(mapping::market),
                    MarketClaim::getId,
                    MarketClaim::getQuote))
            .build();
    requireSizes(article, reading);
    return reading;
  }

  /** An article in words, for messages. */
  static String name(Article article) {
    return "revision " + article.getRevision() + " of article " + article.getId();
  }

  private Extraction extract(Article article) {
    if (article.getBody() == null) {
      return new Extraction(List.of(), List.of());
    }
    try {
      return extractor.read(ArticleTexts.of(article));
    } catch (RuntimeException | StackOverflowError e) {
      // A text that nests too deep for the extractor is a bad article, not a broken machine.
      throw new UnreadableArticle(
          "extractor " + extractor.version() + " failed on " + name(article), e);
    }
  }

  /** What is said twice is claimed once, where it stands first. */
  private static <T> List<T> once(
      Stream<T> claims, Function<T, String> id, Function<T, io.newsledger.events.Quote> quote) {
    Collection<T> distinct =
        claims
            .collect(
                Collectors.toMap(
                    id,
                    Function.identity(),
                    BinaryOperator.minBy(Comparator.comparing(quote, BY_PLACE)),
                    TreeMap::new))
            .values();
    return List.copyOf(distinct);
  }

  private void requireSizes(Article article, RevisionClaims reading) {
    reading.getTalent().forEach(c -> requireSize(article, c, talentBytes, MAX_CLAIM_BYTES));
    reading.getMarket().forEach(c -> requireSize(article, c, marketBytes, MAX_CLAIM_BYTES));
    requireSize(article, reading, readingBytes, MAX_READING_BYTES);
  }

  private static <T extends SpecificRecord> void requireSize(
      Article article, T event, Serializer<T> serializer, int limit) {
    int bytes = serializer.serialize(null, event).length;
    if (bytes > limit) {
      throw new UnreadableArticle(
          String.format(
              "%s gives a %s of %d bytes, more than the %d that are kept",
              name(article), event.getSchema().getName(), bytes, limit));
    }
  }
}
