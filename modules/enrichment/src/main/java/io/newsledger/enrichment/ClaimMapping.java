package io.newsledger.enrichment;

import io.newsledger.events.Article;
import io.newsledger.events.Bound;
import io.newsledger.events.ClaimStatus;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Metric;
import io.newsledger.events.Modality;
import io.newsledger.events.Quote;
import io.newsledger.events.QuoteField;
import io.newsledger.events.TalentClaim;
import io.newsledger.extraction.Figure;
import io.newsledger.extraction.Movement;
import java.util.Collection;
import java.util.List;

/**
 * Makes claims of what the extractor found, as one revision alone would claim them: asserted, known
 * from the revision on.
 */
final class ClaimMapping {
  private final Article article;
  private final String extractor;
  private final String source;

  /**
   * @param article the revision read
   * @param extractor version of the extractor that read it
   */
  ClaimMapping(Article article, String extractor) {
    this.article = article;
    this.extractor = extractor;
    this.source = SourceName.of(article).orElse(null);
  }

  /**
   * The claim of a movement.
   *
   * @throws UnreadableArticle if the quote does not stand in the article
   */
  TalentClaim talent(Movement movement) {
    List<String> aliases = sorted(movement.aliases());
    return TalentClaim.newBuilder()
        .setId(ClaimId.of(article.getId(), movement))
        .setArticleId(article.getId())
        .setRevision(article.getRevision())
        .setSource(source)
        .setPublishedAt(article.getPublishedAt())
        .setStatus(ClaimStatus.ASSERTED)
        .setKnown(sinceRevision())
        .setExtractor(extractor)
        .setPerson(movement.person())
        .setAliases(aliases)
        .setFrom(movement.from())
        .setTo(movement.to())
        .setUnit(movement.unit())
        .setRole(movement.role())
        .setDate(movement.date())
        .setModality(Modality.valueOf(movement.modality().name()))
        .setQuote(quote(movement.quote()))
        .build();
  }

  /**
   * The claim of a figure.
   *
   * @throws UnreadableArticle if the quote does not stand in the article
   */
  MarketClaim market(Figure figure) {
    return MarketClaim.newBuilder()
        .setId(ClaimId.of(article.getId(), figure))
        .setArticleId(article.getId())
        .setRevision(article.getRevision())
        .setSource(source)
        .setPublishedAt(article.getPublishedAt())
        .setStatus(ClaimStatus.ASSERTED)
        .setKnown(sinceRevision())
        .setExtractor(extractor)
        .setEntities(sorted(figure.entities()))
        .setMetric(Metric.valueOf(figure.metric().name()))
        .setScope(figure.scope())
        .setValue(figure.value())
        .setUnit(figure.unit())
        .setBound(Bound.valueOf(figure.bound().name()))
        .setAsOf(figure.asOf())
        .setModality(Modality.valueOf(figure.modality().name()))
        .setQuote(quote(figure.quote()))
        .build();
  }

  private List<KnownInterval> sinceRevision() {
    return List.of(new KnownInterval(article.getRevisedAt(), null));
  }

  private Quote quote(io.newsledger.extraction.Quote quote) {
    String text =
        switch (quote.field()) {
          case TITLE -> article.getTitle();
          case BODY -> article.getBody();
        };
    if (text == null || !text.startsWith(quote.text(), quote.start())) {
      throw new UnreadableArticle(
          String.format(
              "extractor %s quotes characters %d to %d of the %s of %s, which are others",
              extractor, quote.start(), quote.end(), quote.field(), ArticleReader.name(article)));
    }
    return new Quote(
        QuoteField.valueOf(quote.field().name()), quote.start(), quote.end(), quote.text());
  }

  /** Names that stand for a set: each once, in one order. */
  static List<String> sorted(Collection<String> names) {
    return names.stream().distinct().sorted().toList();
  }
}
