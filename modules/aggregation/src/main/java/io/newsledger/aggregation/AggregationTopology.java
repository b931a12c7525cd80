package io.newsledger.aggregation;

import io.newsledger.events.Career;
import io.newsledger.events.Flow;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Topic;
import io.newsledger.events.topic.Topics;
import io.newsledger.weighing.NameKey;
import io.newsledger.weighing.PointKey;
import java.util.Properties;
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
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * Claims to careers, flows and series.
 *
 * <pre>
 * news.articles ─▶ articles
 * talent.claims ─▶ talent-claims ─▶ by person ─▶ careers ─▶ talent.careers
 *                                                   └─▶ by organisation ─▶ flows ─▶ talent.flows
 * market.claims ─▶ market-claims ─▶ by entities ─▶ series ─▶ market.series
 * </pre>
 */
public final class AggregationTopology {
  /** Application id: the consumer group, and the prefix of internal topics and transactions. */
  public static final String APPLICATION_ID = "newsledger-aggregation";

  private final EventSerdes serdes;
  private final StreamsBuilder builder;

  private AggregationTopology(EventSerdes serdes, StreamsBuilder builder) {
    this.serdes = serdes;
    this.builder = builder;
  }

  /**
   * The topology.
   *
   * @param serdes encodings of events
   * @param settings of the Streams application; explicit names are required whatever they say
   */
  public static Topology build(EventSerdes serdes, Properties settings) {
    Properties named = new Properties();
    named.putAll(settings);
    named.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(named)));
    AggregationTopology topology = new AggregationTopology(serdes, builder);
    topology.articles();
    topology.talent();
    topology.market();
    return builder.build(named);
  }

  private void articles() {
    source(Topics.ARTICLES).process(ArticleRows.supplier(serdes), Named.as("keep-articles"));
  }

  private void talent() {
    KStream<String, CareerChange> changes =
        source(Topics.TALENT_CLAIMS)
            .process(ClaimRows.talent(serdes), Named.as("keep-talent-claims"))
            .selectKey((id, claim) -> person(claim), Named.as("key-by-person"))
            .repartition(
                Repartitioned.<String, TalentClaim>as("talent-claims-by-person")
                    .withKeySerde(Serdes.String())
                    .withValueSerde(serdes.of(TalentClaim.class)))
            .process(CareerProcessor.supplier(serdes), Named.as("fold-careers"));
    KStream<String, Career> careers =
        changes.mapValues(CareerChange::after, Named.as("careers-after-change"));
    sink(careers, Topics.CAREERS);
    KStream<String, Flow> flows =
        changes
            .flatMap(
                (person, change) ->
                    change.ends().stream()
                        .map(end -> KeyValue.pair(end.getOrganisation(), end))
                        .toList(),
                Named.as("ends-by-organisation"))
            .repartition(
                Repartitioned.<String, OrganisationMovement>as("movements-by-organisation")
                    .withKeySerde(Serdes.String())
                    .withValueSerde(serdes.of(OrganisationMovement.class)))
            .process(FlowProcessor.supplier(serdes), Named.as("fold-flows"));
    sink(flows, Topics.FLOWS);
  }

  private void market() {
    KStream<String, SeriesPoint> points =
        source(Topics.MARKET_CLAIMS)
            .process(ClaimRows.market(serdes), Named.as("keep-market-claims"))
            .selectKey((id, claim) -> entities(claim), Named.as("key-by-entities"))
            .repartition(
                Repartitioned.<String, MarketClaim>as("market-claims-by-entities")
                    .withKeySerde(Serdes.String())
                    .withValueSerde(serdes.of(MarketClaim.class)))
            .process(SeriesProcessor.supplier(serdes), Named.as("fold-series"));
    sink(points, Topics.SERIES);
  }

  private static String person(TalentClaim claim) {
    return NameKey.of(claim.getPerson());
  }

  private static String entities(MarketClaim claim) {
    return PointKey.subject(claim.getEntities());
  }

  private <T extends SpecificRecord> KStream<String, T> source(Topic<T> topic) {
    return builder.stream(
        topic.name(),
        Consumed.with(Serdes.String(), serdes.of(topic.type())).withName(topic.name() + "-source"));
  }

  private <T extends SpecificRecord> void sink(KStream<String, T> stream, Topic<T> topic) {
    stream.to(
        topic.name(),
        Produced.with(Serdes.String(), serdes.of(topic.type())).withName(topic.name() + "-sink"));
  }
}
