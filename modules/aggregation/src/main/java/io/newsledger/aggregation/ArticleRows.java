package io.newsledger.aggregation;

import io.newsledger.events.Article;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Stores;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/** Keeps every revision of every article, as the proof that claims point to. */
final class ArticleRows extends ContextualProcessor<String, Article, String, Article> {
  private Rows<Article> articles;

  private ArticleRows() {}

  static ProcessorSupplier<String, Article, String, Article> supplier(EventSerdes serdes) {
    return new StoringSupplier<>(ArticleRows::new, Set.of(Rows.builder(Stores.ARTICLES, serdes)));
  }

  @Override
  public void init(ProcessorContext<String, Article> context) {
    super.init(context);
    articles = Rows.of(context, Stores.ARTICLES);
  }

  @Override
  public void process(Record<String, Article> revision) {
    Article article = revision.value();
    if (article != null) {
      articles.change(RowKey.of(article.getId(), article.getRevision()), article);
    }
  }
}
