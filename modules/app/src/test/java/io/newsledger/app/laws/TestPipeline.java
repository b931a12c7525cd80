package io.newsledger.app.laws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.aggregation.AggregationTopology;
import io.newsledger.enrichment.EnrichmentTopology;
import io.newsledger.events.Article;
import io.newsledger.events.EntityAlias;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Generation;
import io.newsledger.events.topic.Store;
import io.newsledger.events.topic.Topics;
import io.newsledger.extraction.Extractor;
import io.newsledger.query.AsOf;
import io.newsledger.query.StateExport;
import io.newsledger.query.state.Keys;
import io.newsledger.query.state.StateReader;
import io.newsledger.weighing.AliasKey;
import io.newsledger.weighing.Thresholds;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Both topologies, one behind the other, and questions to what they keep. */
public final class TestPipeline implements StateReader, AutoCloseable {
  private static final EventSerdes SERDES = EventSerdes.singleObject();
  private static final int ENOUGH = 100_000;

  private final TopologyTestDriver enrichment;
  private final TopologyTestDriver aggregation;
  private final TestInputTopic<String, Article> read;
  private final TestInputTopic<String, Article> kept;
  private final TestOutputTopic<String, TalentClaim> talentOut;
  private final TestOutputTopic<String, MarketClaim> marketOut;
  private final TestInputTopic<String, TalentClaim> talentIn;
  private final TestInputTopic<String, MarketClaim> marketIn;
  private final TestInputTopic<String, EntityAlias> links;
  private final List<TalentClaim> talent = new ArrayList<>();
  private final List<MarketClaim> market = new ArrayList<>();

  /** Begins with nothing kept. */
  public TestPipeline(Extractor extractor) {
    Properties reading = settings(EnrichmentTopology.APPLICATION_ID);
    reading.put(
        StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG,
        BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers.class);
    enrichment =
        new TopologyTestDriver(EnrichmentTopology.build(extractor, SERDES, reading), reading);
    Properties weighing = settings(AggregationTopology.APPLICATION_ID);
    weighing.put(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, InMemory.class);
    aggregation =
        new TopologyTestDriver(
            AggregationTopology.build(SERDES, weighing, Thresholds.DEFAULT, Generation.FIRST),
            weighing);
    read = input(enrichment, Topics.ARTICLES.name(), Article.class);
    kept = input(aggregation, Topics.ARTICLES.name(), Article.class);
    talentOut = output(Topics.TALENT_CLAIMS.name(), TalentClaim.class);
    marketOut = output(Topics.MARKET_CLAIMS.name(), MarketClaim.class);
    talentIn = input(aggregation, Topics.TALENT_CLAIMS.name(), TalentClaim.class);
    marketIn = input(aggregation, Topics.MARKET_CLAIMS.name(), MarketClaim.class);
    links = input(aggregation, Topics.ENTITIES.name(), EntityAlias.class);
  }

  /** Makes a link of names stand. */
  void link(EntityAlias alias) {
    links.pipeInput(AliasKey.of(alias).text(), alias, Instant.EPOCH);
  }

  /** Takes revisions in, all of them folded before the next. */
  public TestPipeline accept(List<Article> revisions) {
    for (Article revision : revisions) {
      read.pipeInput(revision.getId(), revision, Instant.EPOCH);
      kept.pipeInput(revision.getId(), revision, Instant.EPOCH);
      claims();
    }
    return this;
  }

  /**
   * Takes revisions in. What stands on one topic comes in its order; how the topics get on beside
   * each other is up to chance.
   */
  TestPipeline accept(List<Article> revisions, Random random) {
    revisions.forEach(revision -> read.pipeInput(revision.getId(), revision, Instant.EPOCH));
    Deque<Article> articles = new ArrayDeque<>(revisions);
    Deque<TalentClaim> steps = new ArrayDeque<>(talentOut.readValuesToList());
    Deque<MarketClaim> figures = new ArrayDeque<>(marketOut.readValuesToList());
    while (!articles.isEmpty() || !steps.isEmpty() || !figures.isEmpty()) {
      switch (random.nextInt(3)) {
        case 0 -> Optional.ofNullable(articles.poll()).ifPresent(this::keep);
        case 1 -> Optional.ofNullable(steps.poll()).ifPresent(this::fold);
        default -> Optional.ofNullable(figures.poll()).ifPresent(this::fold);
      }
    }
    return this;
  }

  /** Folds claims that another one sent, and keeps the articles, without reading any. */
  TestPipeline replay(List<Article> articles, List<? extends SpecificRecord> claims) {
    articles.forEach(this::keep);
    for (SpecificRecord claim : claims) {
      if (claim instanceof TalentClaim step) {
        fold(step);
      } else {
        fold((MarketClaim) claim);
      }
    }
    return this;
  }

  /** The claims sent, those of each topic in their order. */
  public List<SpecificRecord> sent() {
    List<SpecificRecord> sent = new ArrayList<>(talent);
    sent.addAll(market);
    return sent;
  }

  ObjectNode export(AsOf asOf) {
    return new StateExport(this, ENOUGH).of(asOf);
  }

  private void claims() {
    talentOut.readValuesToList().forEach(this::fold);
    marketOut.readValuesToList().forEach(this::fold);
  }

  private void keep(Article article) {
    kept.pipeInput(article.getId(), article, Instant.EPOCH);
  }

  private void fold(TalentClaim claim) {
    talent.add(claim);
    talentIn.pipeInput(claim.getId(), claim, Instant.EPOCH);
  }

  private void fold(MarketClaim claim) {
    market.add(claim);
    marketIn.pipeInput(claim.getId(), claim, Instant.EPOCH);
  }

  @Override
  public <T extends SpecificRecord> Optional<T> get(Store<T> store, String key) {
    return Optional.ofNullable(aggregation.<String, T>getKeyValueStore(store.name()).get(key));
  }

  @Override
  public <T extends SpecificRecord> boolean visit(
      Store<T> store, Keys keys, int limit, BiConsumer<String, T> visitor) {
    KeyValueStore<String, T> rows = aggregation.getKeyValueStore(store.name());
    int left = limit;
    try (KeyValueIterator<String, T> iterator =
        keys.unbounded() ? rows.all() : rows.range(keys.first(), keys.last())) {
      while (iterator.hasNext()) {
        if (left-- == 0) {
          return true;
        }
        var row = iterator.next();
        visitor.accept(row.key, row.value);
      }
    }
    return false;
  }

  private static Properties settings(String application) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
    return settings;
  }

  private static <T extends SpecificRecord> TestInputTopic<String, T> input(
      TopologyTestDriver driver, String topic, Class<T> type) {
    return driver.createInputTopic(
        topic, Serdes.String().serializer(), SERDES.of(type).serializer());
  }

  private <T extends SpecificRecord> TestOutputTopic<String, T> output(
      String topic, Class<T> type) {
    return enrichment.createOutputTopic(
        topic, Serdes.String().deserializer(), SERDES.of(type).deserializer());
  }

  @Override
  public void close() {
    enrichment.close();
    aggregation.close();
  }
}
