package io.newsledger.enrichment;

import io.newsledger.events.MarketClaim;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Generation;
import io.newsledger.events.topic.Topic;
import io.newsledger.events.topic.Topics;
import io.newsledger.extraction.Extractor;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.DslStoreSuppliers;

/**
 * Articles to claims.
 *
 * <pre>
 * news.articles ─▶ read and compare ─┬─▶ talent.claims
 *                                    └─▶ market.claims
 * </pre>
 *
 * An article that cannot be read changes no state; what becomes of it is up to the {@code
 * processing.exception.handler} of the application.
 */
public final class EnrichmentTopology {
  /** Application id: the consumer group, and the prefix of internal topics and transactions. */
  public static final String APPLICATION_ID = "newsledger-enrichment";

  private EnrichmentTopology() {}

  /**
   * The topology.
   *
   * @param extractor reads the articles; all threads of the application share it
   * @param serdes encodings of events
   * @param settings of the Streams application; explicit names are required whatever they say, and
   *     {@code dsl.store.suppliers.class} says where the state is kept
   */
  public static Topology build(Extractor extractor, EventSerdes serdes, Properties settings) {
    return build(extractor, serdes, settings, Generation.FIRST);
  }

  /** The topology of a generation, which writes to its topics. */
  public static Topology build(
      Extractor extractor, EventSerdes serdes, Properties settings, Generation generation) {
    Properties named = new Properties();
    named.putAll(settings);
    named.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    StreamsConfig config = new StreamsConfig(named);
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
    ArticleReader reader = new ArticleReader(extractor, serdes);
    KStream<String, Claims> changes =
        builder.stream(
                Topics.ARTICLES.name(),
                Consumed.with(Serdes.String(), serdes.of(Topics.ARTICLES.type()))
                    .withName(Topics.ARTICLES.name() + "-source"))
            .process(
                ArticleProcessor.supplier(reader, serdes, storeSuppliers(config)),
                Named.as("read-articles"));
    send(changes, Claims::talent, TalentClaim::getId, Topics.TALENT_CLAIMS, serdes, generation);
    send(changes, Claims::market, MarketClaim::getId, Topics.MARKET_CLAIMS, serdes, generation);
    return builder.build(named);
  }

  private static <T extends SpecificRecord> void send(
      KStream<String, Claims> changes,
      Function<Claims, Map<String, T>> kind,
      Function<T, String> id,
      Topic<T> topic,
      EventSerdes serdes,
      Generation generation) {
    changes
        .flatMap(
            (article, claims) ->
                kind.apply(claims).values().stream()
                    .map(claim -> KeyValue.pair(id.apply(claim), claim))
                    .toList(),
            Named.as(topic.name() + "-by-id"))
        .to(
            generation.name(topic),
            Produced.with(Serdes.String(), serdes.of(topic.type()))
                .withName(topic.name() + "-sink"));
  }

  private static DslStoreSuppliers storeSuppliers(StreamsConfig config) {
    return config.getConfiguredInstance(
        StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG, DslStoreSuppliers.class);
  }
}
