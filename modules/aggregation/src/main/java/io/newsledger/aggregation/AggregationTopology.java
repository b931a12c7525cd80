package io.newsledger.aggregation;

import io.newsledger.events.Career;
import io.newsledger.events.Exodus;
import io.newsledger.events.Flow;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.Shift;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Stores;
import io.newsledger.events.topic.Topic;
import io.newsledger.events.topic.Topics;
import io.newsledger.weighing.NameKey;
import io.newsledger.weighing.PointKey;
import io.newsledger.weighing.Thresholds;
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
 * Claims to careers, flows and alerts, series and shifts.
 *
 * <pre>
 * news.articles ─▶ articles
 * talent.claims ─▶ talent-claims ─▶ by person ─▶ careers ─▶ talent.careers
 *                                                   └─▶ by organisation ─┬─▶ flows ─▶ talent.flows
 *                                                                        └─▶ alerts ─▶ talent.alerts
 * market.claims ─▶ market-claims ─▶ by entities ─▶ series ─┬─▶ market.series
 *                                                          └─▶ shifts ─▶ market.shifts
 * </pre>
 */
public final class AggregationTopology {
  /** Application id: the consumer group, and the prefix of internal topics and transactions. */
  public static final String APPLICATION_ID = "newsledger-aggregation";

  private final EventSerdes serdes;
  private final Thresholds thresholds;
  private final StreamsBuilder builder;

  private AggregationTopology(EventSerdes serdes, Thresholds thresholds, StreamsBuilder builder) {
    this.serdes = serdes;
    this.thresholds = thresholds;
    this.builder = builder;
  }

  /** The topology with the usual thresholds. */
  public static Topology build(EventSerdes serdes, Properties settings) {
    return build(serdes, settings, Thresholds.DEFAULT);
  }

  /**
   * The topology.
   *
   * @param serdes encodings of events
   * @param settings of the Streams application; explicit names are required whatever they say
   * @param thresholds from what on something is an alert or a shift; what was told by others stays
   *     until something near it changes, so other ones need state made anew
   */
  public static Topology build(EventSerdes serdes, Properties settings, Thresholds thresholds) {
    Properties named = new Properties();
    named.putAll(settings);
    named.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(named)));
    AggregationTopology topology = new AggregationTopology(serdes, thresholds, builder);
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
    KStream<String, OrganisationMovement> movements =
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
            .process(MovementRows.supplier(serdes), Named.as("keep-movements"));
    String rows = Stores.MOVEMENTS.name();
    KStream<String, Flow> flows =
        movements.process(FlowProcessor.supplier(serdes), Named.as("fold-flows"), rows);
    sink(flows, Topics.FLOWS);
    KStream<String, Exodus> alerts =
        movements.process(
            AlertProcessor.supplier(serdes, thresholds.alerts()), Named.as("fold-alerts"), rows);
    sink(alerts, Topics.ALERTS);
  }

  private void market() {
    KStream<String, PointChange> changes =
        source(Topics.MARKET_CLAIMS)
            .process(ClaimRows.market(serdes), Named.as("keep-market-claims"))
            .selectKey((id, claim) -> entities(claim), Named.as("key-by-entities"))
            .repartition(
                Repartitioned.<String, MarketClaim>as("market-claims-by-entities")
                    .withKeySerde(Serdes.String())
                    .withValueSerde(serdes.of(MarketClaim.class)))
            .process(SeriesProcessor.supplier(serdes), Named.as("fold-series"));
    KStream<String, SeriesPoint> points =
        changes.mapValues(PointChange::after, Named.as("points-after-change"));
    sink(points, Topics.SERIES);
    KStream<String, Shift> shifts =
        changes.process(
            ShiftProcessor.supplier(serdes, thresholds.shifts()),
            Named.as("fold-shifts"),
            Stores.SERIES.name());
    sink(shifts, Topics.SHIFTS);
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
