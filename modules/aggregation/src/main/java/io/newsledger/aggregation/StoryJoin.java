package io.newsledger.aggregation;

import io.newsledger.events.ArticleClaim;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.StoryCandidate;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Stores;
import java.util.Comparator;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The table join of claims with the stories of their articles, both by article: keeps claims by id,
 * each with its story, and passes on those that changed, by id. Its sides share their tables, so
 * that a story that moves later reaches the claims that are there.
 */
final class StoryJoin {
  private final Set<StoreBuilder<?>> tables;

  StoryJoin(EventSerdes serdes) {
    tables =
        Set.of(
            Rows.builder(Stores.TALENT_CLAIMS, serdes),
            Rows.builder(Stores.MARKET_CLAIMS, serdes),
            Rows.builder(Stores.CLAIMS_BY_ARTICLE, serdes),
            Rows.builder(Stores.STORIES, serdes));
  }

  /** Takes claims, by article. */
  <T extends SpecificRecord> ProcessorSupplier<String, T, String, T> claims(ClaimKind<T> kind) {
    return new StoringSupplier<>(() -> new ClaimSide<>(kind), tables);
  }

  /** Takes what articles may be copies of, by article; gives claims of both kinds. */
  ProcessorSupplier<String, StoryCandidate, String, SpecificRecord> stories() {
    return new StoringSupplier<>(StorySide::new, tables);
  }

  /** The earliest that an article is a copy of, null for none. */
  private static String story(Rows<StoryCandidate> stories, String article) {
    return stories.range(RowKey.first(article), RowKey.last(article)).stream()
        .min(Comparator.comparing(StoryCandidate::getAt).thenComparing(StoryCandidate::getStory))
        .map(StoryCandidate::getStory)
        .orElse(null);
  }

  private static final class ClaimSide<T extends SpecificRecord>
      extends ContextualProcessor<String, T, String, T> {
    private final ClaimKind<T> kind;
    private Rows<T> claims;
    private Rows<ArticleClaim> ofArticle;
    private Rows<StoryCandidate> stories;

    private ClaimSide(ClaimKind<T> kind) {
      this.kind = kind;
    }

    @Override
    public void init(ProcessorContext<String, T> context) {
      super.init(context);
      claims = Rows.of(context, kind.store());
      ofArticle = Rows.of(context, Stores.CLAIMS_BY_ARTICLE);
      stories = Rows.of(context, Stores.STORIES);
    }

    @Override
    public void process(Record<String, T> message) {
      String article = message.key();
      String id = kind.id().apply(message.value());
      T claim = kind.ofStory().apply(message.value(), story(stories, article));
      boolean forgotten = kind.known().apply(claim).isEmpty();
      if (claims.change(id, forgotten ? null : claim)) {
        ofArticle.change(
            RowKey.of(article, kind.name(), id), forgotten ? null : new ArticleClaim(article, id));
        context().forward(message.withKey(id).withValue(claim));
      }
    }
  }

  private static final class StorySide
      extends ContextualProcessor<String, StoryCandidate, String, SpecificRecord> {
    private Rows<TalentClaim> talent;
    private Rows<MarketClaim> market;
    private Rows<ArticleClaim> ofArticle;
    private Rows<StoryCandidate> stories;

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
      super.init(context);
      talent = Rows.of(context, Stores.TALENT_CLAIMS);
      market = Rows.of(context, Stores.MARKET_CLAIMS);
      ofArticle = Rows.of(context, Stores.CLAIMS_BY_ARTICLE);
      stories = Rows.of(context, Stores.STORIES);
    }

    @Override
    public void process(Record<String, StoryCandidate> message) {
      String article = message.key();
      StoryCandidate candidate = message.value();
      stories.change(
          RowKey.of(article, candidate.getBand()), candidate.getRemoved() ? null : candidate);
      String story = story(stories, article);
      tell(ClaimKind.TALENT, talent, message, story);
      tell(ClaimKind.MARKET, market, message, story);
    }

    private <T extends SpecificRecord> void tell(
        ClaimKind<T> kind, Rows<T> claims, Record<String, StoryCandidate> message, String story) {
      String[] range = {message.key(), kind.name()};
      for (ArticleClaim row : ofArticle.range(RowKey.first(range), RowKey.last(range))) {
        T claim = kind.ofStory().apply(claims.get(row.getClaim()), story);
        if (claims.change(row.getClaim(), claim)) {
          context().forward(message.withKey(row.getClaim()).withValue(claim));
        }
      }
    }
  }
}
