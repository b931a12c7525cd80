package io.newsledger.aggregation;

import io.newsledger.events.Article;
import io.newsledger.events.BandEntry;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Stores;
import io.newsledger.weighing.Telling;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Keeps every revision of every article, as the proof that claims point to, and passes on, by band,
 * what is compared of an article's text when that changes.
 */
final class ArticleRows extends ContextualProcessor<String, Article, String, BandEntry> {
  private Rows<Article> articles;

  private ArticleRows() {}

  static ProcessorSupplier<String, Article, String, BandEntry> supplier(EventSerdes serdes) {
    return new StoringSupplier<>(ArticleRows::new, Set.of(Rows.builder(Stores.ARTICLES, serdes)));
  }

  @Override
  public void init(ProcessorContext<String, BandEntry> context) {
    super.init(context);
    articles = Rows.of(context, Stores.ARTICLES);
  }

  @Override
  public void process(Record<String, Article> revision) {
    Article article = revision.value();
    if (article == null) {
      return;
    }
    Optional<Telling> before = told(article.getId());
    if (articles.change(RowKey.of(article.getId(), article.getRevision()), article)) {
      Optional<Telling> after = told(article.getId());
      if (!after.equals(before)) {
        before.ifPresent(telling -> tell(revision, telling, true));
        after.ifPresent(telling -> tell(revision, telling, false));
      }
    }
  }

  private Optional<Telling> told(String article) {
    return Telling.of(articles.range(RowKey.first(article), RowKey.last(article)));
  }

  private void tell(Record<String, Article> revision, Telling telling, boolean removed) {
    for (String band : telling.signature().bands()) {
      BandEntry entry =
          BandEntry.newBuilder()
              .setBand(band)
              .setArticle(telling.article())
              .setAt(telling.at())
              .setSignature(telling.signature().bytes())
              .setRemoved(removed)
              .build();
      context().forward(revision.withKey(band).withValue(entry));
    }
  }
}
