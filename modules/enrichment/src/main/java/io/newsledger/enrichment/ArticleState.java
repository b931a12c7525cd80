package io.newsledger.enrichment;

import io.newsledger.events.Article;
import io.newsledger.events.RevisionClaims;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Store;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.DslStoreFormat;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.DslKeyValueParams;
import org.apache.kafka.streams.state.DslStoreSuppliers;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The revisions of the articles of one task, and what was read in them.
 *
 * @param texts the store of {@link #TEXTS}
 * @param readings the store of {@link #READINGS}
 */
record ArticleState(
    KeyValueStore<String, Article> texts, KeyValueStore<String, RevisionClaims> readings) {
  /** Row: article id, revision. Kept so that a better extractor can read them anew. */
  static final Store<Article> TEXTS = new Store<>("texts", Article.class);

  /** Row: article id, revision. */
  static final Store<RevisionClaims> READINGS = new Store<>("readings", RevisionClaims.class);

  /** What a changelog takes: an article as large as its topic takes it, with its row's key. */
  private static final int MAX_MESSAGE_BYTES = 9 * 1024 * 1024;

  static Set<StoreBuilder<?>> builders(EventSerdes serdes, DslStoreSuppliers suppliers) {
    // Always in one order, so that every process describes the topology alike.
    Set<StoreBuilder<?>> stores = new LinkedHashSet<>();
    stores.add(builder(READINGS, serdes, suppliers));
    stores.add(builder(TEXTS, serdes, suppliers));
    return stores;
  }

  /** Logged, and uncached since each row is written once a reading. */
  private static <T extends SpecificRecord> StoreBuilder<KeyValueStore<String, T>> builder(
      Store<T> store, EventSerdes serdes, DslStoreSuppliers suppliers) {
    return Stores.keyValueStoreBuilder(
            suppliers.keyValueStore(new DslKeyValueParams(store.name(), DslStoreFormat.PLAIN)),
            Serdes.String(),
            serdes.of(store.type()))
        .withLoggingEnabled(
            Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_MESSAGE_BYTES)))
        .withCachingDisabled();
  }

  static ArticleState of(ProcessingContext context) {
    return new ArticleState(
        context.getStateStore(TEXTS.name()), context.getStateStore(READINGS.name()));
  }

  /** The revision as it came, if it did. */
  Optional<Article> text(String article, String revision) {
    return Optional.ofNullable(texts.get(RowKey.of(article, revision)));
  }

  /** What was read in the revisions of an article, in the order of their ids. */
  List<RevisionClaims> readings(String article) {
    List<RevisionClaims> found = new ArrayList<>();
    try (KeyValueIterator<String, RevisionClaims> rows =
        readings.range(RowKey.first(article), RowKey.last(article))) {
      rows.forEachRemaining(row -> found.add(row.value));
    }
    return found;
  }

  void put(Article article) {
    texts.put(RowKey.of(article.getId(), article.getRevision()), article);
  }

  void put(RevisionClaims reading) {
    readings.put(RowKey.of(reading.getArticleId(), reading.getRevision()), reading);
  }
}
