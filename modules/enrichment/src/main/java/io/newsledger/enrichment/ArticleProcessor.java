package io.newsledger.enrichment;

import io.newsledger.events.Article;
import io.newsledger.events.RevisionClaims;
import io.newsledger.events.serde.EventSerdes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.DslStoreSuppliers;
import org.apache.kafka.streams.state.StoreBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what was read in each revision of each article, and tells how the article's claims change.
 *
 * <p>The claims told so far are always the fold of the readings kept, since both are written in one
 * transaction: they are not kept a second time.
 */
final class ArticleProcessor extends ContextualProcessor<String, Article, String, Claims> {
  private static final Logger LOG = LoggerFactory.getLogger(ArticleProcessor.class);

  private final ArticleReader reader;
  private ArticleState state;

  private ArticleProcessor(ArticleReader reader) {
    this.reader = reader;
  }

  static ProcessorSupplier<String, Article, String, Claims> supplier(
      ArticleReader reader, EventSerdes serdes, DslStoreSuppliers suppliers) {
    Set<StoreBuilder<?>> stores = ArticleState.builders(serdes, suppliers);
    return new ProcessorSupplier<>() {
      @Override
      public ArticleProcessor get() {
        return new ArticleProcessor(reader);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return stores;
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, Claims> context) {
    super.init(context);
    state = ArticleState.of(context);
  }

  /**
   * Takes in a revision.
   *
   * @throws IllegalArgumentException if the record is no revision that can stand among the others
   *     of its article
   * @throws UnreadableArticle if the extractor fails on it
   */
  @Override
  public void process(Record<String, Article> message) {
    Article article = message.value();
    if (article == null) {
      return;
    }
    // All that may fail comes before the first write: a refused article leaves no trace.
    boolean known = isKnown(message.key(), article);
    List<RevisionClaims> before = state.readings(article.getId());
    List<RevisionClaims> read = reread(before);
    if (!known) {
      read.add(reader.read(article));
    }
    if (read.isEmpty()) {
      return;
    }
    List<RevisionClaims> after = new ArrayList<>(before);
    after.removeIf(this::isOutdated);
    after.addAll(read);
    Claims changes = Claims.of(before).changesTo(Claims.of(after));

    if (!known) {
      state.put(article);
    }
    read.forEach(state::put);
    if (!changes.isEmpty()) {
      context().forward(message.withValue(changes));
    }
  }

  private boolean isKnown(String key, Article article) {
    if (!article.getId().equals(key)) {
      throw new IllegalArgumentException(
          "the record's key is '" + key + "', the article's id '" + article.getId() + "'");
    }
    Optional<Article> stored = state.text(article.getId(), article.getRevision());
    if (stored.isPresent() && !stored.get().equals(article)) {
      throw new IllegalArgumentException(
          ArticleReader.name(article) + " came before with another content");
    }
    return stored.isPresent();
  }

  /** All readings of an article are by one extractor: those by another are made anew. */
  private List<RevisionClaims> reread(List<RevisionClaims> readings) {
    List<RevisionClaims> again = new ArrayList<>();
    for (RevisionClaims reading : readings) {
      if (isOutdated(reading)) {
        again.add(reader.read(text(reading)));
      }
    }
    if (!again.isEmpty()) {
      LOG.debug("{} revisions read anew by {}", again.size(), reader.version());
    }
    return again;
  }

  private Article text(RevisionClaims reading) {
    return state
        .text(reading.getArticleId(), reading.getRevision())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no text is kept of revision "
                        + reading.getRevision()
                        + " of article "
                        + reading.getArticleId()
                        + ", which was read"));
  }

  private boolean isOutdated(RevisionClaims reading) {
    return !reading.getExtractor().equals(reader.version());
  }
}
