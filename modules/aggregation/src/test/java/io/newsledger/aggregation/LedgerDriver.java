package io.newsledger.aggregation;

import io.newsledger.events.Article;
import io.newsledger.events.EntityAlias;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Generation;
import io.newsledger.events.topic.Store;
import io.newsledger.events.topic.Stores;
import io.newsledger.events.topic.Topic;
import io.newsledger.events.topic.Topics;
import io.newsledger.weighing.AliasKey;
import io.newsledger.weighing.Thresholds;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The aggregation topology on a test driver, fed with events and read as text. */
final class LedgerDriver implements AutoCloseable {
  /** Made once: reading the schemas takes longer than most tests. */
  static final EventSerdes SERDES = EventSerdes.singleObject();

  private final TopologyTestDriver driver;
  private final TestInputTopic<String, Article> articles;
  private final TestInputTopic<String, TalentClaim> talent;
  private final TestInputTopic<String, MarketClaim> market;
  private final TestInputTopic<String, EntityAlias> aliases;

  /** With its state in memory. */
  LedgerDriver(Path stateDirectory) {
    this(inMemory(stateDirectory), Thresholds.DEFAULT);
  }

  /** With its state in memory, and with thresholds of its own. */
  LedgerDriver(Path stateDirectory, Thresholds thresholds) {
    this(inMemory(stateDirectory), thresholds);
  }

  /** With its state on disk, as applications have it. */
  static LedgerDriver onDisk(Path stateDirectory) {
    return new LedgerDriver(settings(stateDirectory), Thresholds.DEFAULT);
  }

  private static Properties inMemory(Path stateDirectory) {
    Properties settings = settings(stateDirectory);
    settings.put(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, InMemoryStores.class);
    return settings;
  }

  private LedgerDriver(Properties settings, Thresholds thresholds) {
    driver =
        new TopologyTestDriver(
            AggregationTopology.build(SERDES, settings, thresholds, Generation.FIRST),
            settings,
            Instant.EPOCH);
    articles = input(Topics.ARTICLES);
    talent = input(Topics.TALENT_CLAIMS);
    market = input(Topics.MARKET_CLAIMS);
    aliases = input(Topics.ENTITIES);
  }

  static Properties settings(Path stateDirectory) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, AggregationTopology.APPLICATION_ID);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
    return settings;
  }

  void accept(SpecificRecord event) {
    if (event instanceof TalentClaim claim) {
      talent.pipeInput(claim.getId(), claim, Instant.EPOCH);
    } else if (event instanceof MarketClaim claim) {
      market.pipeInput(claim.getId(), claim, Instant.EPOCH);
    } else if (event instanceof Article article) {
      articles.pipeInput(article.getId(), article, Instant.EPOCH);
    } else if (event instanceof EntityAlias alias) {
      alias(AliasKey.of(alias).text(), alias);
    } else {
      throw new IllegalArgumentException("no topic for " + event);
    }
  }

  /** Undoes a link, or tells that no revision of its article makes a claim. */
  void forget(SpecificRecord event) {
    if (event instanceof TalentClaim claim) {
      accept(TalentClaim.newBuilder(claim).setKnown(List.of()).build());
    } else if (event instanceof MarketClaim claim) {
      accept(MarketClaim.newBuilder(claim).setKnown(List.of()).build());
    } else {
      alias(AliasKey.of((EntityAlias) event).text(), null);
    }
  }

  void alias(String key, EntityAlias alias) {
    aliases.pipeInput(key, alias, Instant.EPOCH);
  }

  void accept(List<? extends SpecificRecord> events) {
    events.forEach(this::accept);
  }

  <T extends SpecificRecord> TestOutputTopic<String, T> output(Topic<T> topic) {
    return driver.createOutputTopic(
        topic.name(), Serdes.String().deserializer(), SERDES.of(topic.type()).deserializer());
  }

  <T extends SpecificRecord> List<T> rows(Store<T> store) {
    return List.copyOf(table(store).values());
  }

  /** What the views hold, as text: the state that laws speak of. */
  String views() {
    return text(
        List.of(
            Stores.CAREERS,
            Stores.MOVEMENTS,
            Stores.FLOWS,
            Stores.ALERTS,
            Stores.SERIES,
            Stores.SHIFTS));
  }

  /** What all stores hold, as text. */
  String everything() {
    return text(Stores.ALL);
  }

  private String text(List<Store<?>> stores) {
    TreeMap<String, String> all = new TreeMap<>();
    for (Store<?> store : stores) {
      table(store).forEach((key, row) -> all.put(store.name() + " " + key, row.toString()));
    }
    return all.toString();
  }

  /** Rows by key. */
  <T extends SpecificRecord> Map<String, T> table(Store<T> store) {
    TreeMap<String, T> rows = new TreeMap<>();
    KeyValueStore<String, T> state = driver.getKeyValueStore(store.name());
    try (KeyValueIterator<String, T> iterator = state.all()) {
      iterator.forEachRemaining(row -> rows.put(row.key, row.value));
    }
    return rows;
  }

  private <T extends SpecificRecord> TestInputTopic<String, T> input(Topic<T> topic) {
    return driver.createInputTopic(
        topic.name(), Serdes.String().serializer(), SERDES.of(topic.type()).serializer());
  }

  @Override
  public void close() {
    driver.close();
  }
}
