package io.newsledger.enrichment;

import io.newsledger.events.Article;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.RevisionClaims;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.topic.Topics;
import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.Extraction;
import io.newsledger.extraction.Extractor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The enrichment topology on a test driver, with an extractor that can be exchanged. */
final class EnrichmentDriver implements AutoCloseable {
  private final Exchangeable extractor = new Exchangeable(new LineExtractor("v1"));
  private final KnownClaims known = new KnownClaims();
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, Article> articles;
  private final TestOutputTopic<String, TalentClaim> talent;
  private final TestOutputTopic<String, MarketClaim> market;
  private final TestOutputTopic<byte[], byte[]> deadLetters;

  /** With its state in memory. */
  EnrichmentDriver() {
    this(inMemory());
  }

  /** With its state in a folder, as applications have it unless told otherwise. */
  EnrichmentDriver(Path stateDirectory) {
    this(onDisk(stateDirectory));
  }

  private EnrichmentDriver(Properties settings) {
    driver =
        new TopologyTestDriver(
            EnrichmentTopology.build(extractor, Revisions.SERDES, settings),
            settings,
            Instant.EPOCH);
    articles =
        driver.createInputTopic(
            Topics.ARTICLES.name(),
            Serdes.String().serializer(),
            Revisions.SERDES.of(Article.class).serializer());
    talent =
        driver.createOutputTopic(
            Topics.TALENT_CLAIMS.name(),
            Serdes.String().deserializer(),
            Revisions.SERDES.of(TalentClaim.class).deserializer());
    market =
        driver.createOutputTopic(
            Topics.MARKET_CLAIMS.name(),
            Serdes.String().deserializer(),
            Revisions.SERDES.of(MarketClaim.class).deserializer());
    deadLetters =
        driver.createOutputTopic(
            Topics.DEAD_LETTERS,
            Serdes.ByteArray().deserializer(),
            Serdes.ByteArray().deserializer());
  }

  private static Properties inMemory() {
    Properties settings = settings();
    settings.put(
        StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG,
        BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers.class);
    return settings;
  }

  private static Properties onDisk(Path stateDirectory) {
    Properties settings = settings();
    settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
    return settings;
  }

  static Properties settings() {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, EnrichmentTopology.APPLICATION_ID);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
    settings.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndContinueProcessingExceptionHandler.class);
    settings.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, Topics.DEAD_LETTERS);
    return settings;
  }

  /** From now on articles are read by this one. */
  void exchange(Extractor other) {
    extractor.present = other;
  }

  /** Takes in revisions and says which claims were sent for them, in their order. */
  List<SpecificRecord> accept(Article... revisions) {
    return accept(List.of(revisions));
  }

  List<SpecificRecord> accept(List<Article> revisions) {
    revisions.forEach(revision -> acceptAs(revision.getId(), revision));
    List<SpecificRecord> sent = new ArrayList<>();
    for (KeyValue<String, TalentClaim> claim : talent.readKeyValuesToList()) {
      known.hear(claim.key, claim.value);
      sent.add(claim.value);
    }
    for (KeyValue<String, MarketClaim> claim : market.readKeyValuesToList()) {
      known.hear(claim.key, claim.value);
      sent.add(claim.value);
    }
    return sent;
  }

  /** Takes in a record with a key of its own. */
  void acceptAs(String key, Article revision) {
    articles.pipeInput(key, revision, Instant.EPOCH);
  }

  /** What a subscriber of both topics knows. */
  KnownClaims known() {
    return known;
  }

  /** Why records became dead letters since the last question. */
  List<String> refusals() {
    List<String> reasons = new ArrayList<>();
    for (TestRecord<byte[], byte[]> letter : deadLetters.readRecordsToList()) {
      Header reason = letter.headers().lastHeader("__streams.errors.message");
      reasons.add(Serdes.String().deserializer().deserialize(null, reason.value()));
    }
    return reasons;
  }

  /** All rows of the state, by store and key. */
  Map<String, SpecificRecord> state() {
    TreeMap<String, SpecificRecord> rows = new TreeMap<>();
    add(ArticleState.TEXTS.name(), rows);
    add(ArticleState.READINGS.name(), rows);
    return rows;
  }

  List<RevisionClaims> readings() {
    return state().values().stream()
        .filter(RevisionClaims.class::isInstance)
        .map(RevisionClaims.class::cast)
        .toList();
  }

  private void add(String store, Map<String, SpecificRecord> rows) {
    KeyValueStore<String, SpecificRecord> state = driver.getKeyValueStore(store);
    try (KeyValueIterator<String, SpecificRecord> iterator = state.all()) {
      iterator.forEachRemaining(row -> rows.put(store + " " + row.key, row.value));
    }
  }

  @Override
  public void close() {
    driver.close();
  }

  private static final class Exchangeable implements Extractor {
    private Extractor present;

    private Exchangeable(Extractor present) {
      this.present = present;
    }

    @Override
    public Extraction read(ArticleText article) {
      return present.read(article);
    }

    @Override
    public String version() {
      return present.version();
    }
  }
}
