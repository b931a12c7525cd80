package io.newsledger.aggregation;

import io.newsledger.events.BandEntry;
import io.newsledger.events.Career;
import io.newsledger.events.EntityAlias;
import io.newsledger.events.Exodus;
import io.newsledger.events.Flow;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.events.PersonLink;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.Shift;
import io.newsledger.events.StoryCandidate;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Generation;
import io.newsledger.events.topic.Stores;
import io.newsledger.events.topic.Topic;
import io.newsledger.events.topic.Topics;
import io.newsledger.weighing.NameKey;
import io.newsledger.weighing.PointKey;
import io.newsledger.weighing.Thresholds;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
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
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Claims to careers, flows and alerts, series and shifts.
 *
 * <pre>
 * news.articles ─▶ articles ─▶ by band ─▶ copies ─▶ by article ─┐
 * talent.claims ─▶ by article ─▶ talent-claims ◀── stories ─────┤
 * market.claims ─▶ by article ─▶ market-claims ◀── stories ─────┘
 * talent-claims ─▶ by name ─┬─▶ by person ─▶ careers ─▶ talent.careers
 * reference.entities ─▶ aliases ─▶ links by name       └─▶ by organisation ─┬─▶ flows ─▶ talent.flows
 *                                                                           └─▶ alerts ─▶ talent.alerts
 * market-claims ─▶ by entities ─▶ series ─┬─▶ market.series
 *                                         └─▶ shifts ─▶ market.shifts
 * </pre>
 */
public final class AggregationTopology {
  /** Application id: the consumer group, and the prefix of internal topics and transactions. */
  public static final String APPLICATION_ID = "newsledger-aggregation";

  private final EventSerdes serdes;
  private final Thresholds thresholds;
  private final Generation generation;
  private final StreamsBuilder builder;

  private AggregationTopology(
      EventSerdes serdes, Thresholds thresholds, Generation generation, StreamsBuilder builder) {
    this.serdes = serdes;
    this.generation = generation;
    this.thresholds = thresholds;
    this.builder = builder;
  }

  /** The topology with the usual thresholds. */
  public static Topology build(EventSerdes serdes, Properties settings) {
    return build(serdes, settings, Thresholds.DEFAULT, Generation.FIRST);
  }

  /**
   * The topology.
   *
   * @param serdes encodings of events
   * @param settings of the Streams application; explicit names are required whatever they say
   * @param thresholds from what on something is an alert or a shift; what was told by others stays
   *     until something near it changes, so other ones need state made anew
   * @param generation whose topics it reads and writes
   */
  public static Topology build(
      EventSerdes serdes, Properties settings, Thresholds thresholds, Generation generation) {
    Properties named = new Properties();
    named.putAll(settings);
    named.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(named)));
    AggregationTopology topology = new AggregationTopology(serdes, thresholds, generation, builder);
    StoryJoin join = new StoryJoin(serdes);
    KStream<String, SpecificRecord> retold = topology.retold(join);
    topology.talent(topology.claims(Topics.TALENT_CLAIMS, ClaimKind.TALENT, join, retold));
    topology.market(topology.claims(Topics.MARKET_CLAIMS, ClaimKind.MARKET, join, retold));
    return builder.build(named);
  }

  /** Claims of either kind whose article turns out to be a copy of another, or no longer. */
  private KStream<String, SpecificRecord> retold(StoryJoin join) {
    return source(Topics.ARTICLES)
        .process(ArticleRows.supplier(serdes), Named.as("keep-articles"))
        .repartition(repartitioned("articles-by-band", BandEntry.class))
        .process(CopyFinder.supplier(serdes), Named.as("find-copies"))
        .repartition(repartitioned("stories-by-article", StoryCandidate.class))
        .process(join.stories(), Named.as("join-stories-with-claims"));
  }

  /** Claims of one kind as they change, by id, each with the story of its article. */
  private <T extends SpecificRecord> KStream<String, T> claims(
      Topic<T> topic, ClaimKind<T> kind, StoryJoin join, KStream<String, SpecificRecord> retold) {
    String name = topic.name().replace('.', '-');
    return source(topic)
        .filter((id, claim) -> claim != null, Named.as(name + "-told"))
        .selectKey((id, claim) -> kind.article().apply(claim), Named.as(name + "-key-by-article"))
        .repartition(repartitioned(name + "-by-article", topic.type()))
        .process(join.claims(kind), Named.as(name + "-join-with-stories"))
        .merge(
            retold
                .filter((id, claim) -> topic.type().isInstance(claim), Named.as(name + "-retold"))
                .mapValues(claim -> topic.type().cast(claim), Named.as(name + "-retold-typed")),
            Named.as(name + "-changed"));
  }

  private void talent(KStream<String, TalentClaim> claims) {
    KStream<String, CareerChange> changes =
        linked(claims).process(CareerProcessor.supplier(serdes), Named.as("fold-careers"));
    KStream<String, Career> careers =
        changes.mapValues(CareerChange::after, Named.as("careers-after-change"));
    sink(careers, Topics.CAREERS);
    KStream<String, MovementChange> movements =
        changes
            .flatMap(
                (person, change) ->
                    change.ends().stream()
                        .map(end -> KeyValue.pair(end.getOrganisation(), end))
                        .toList(),
                Named.as("ends-by-organisation"))
            .repartition(repartitioned("movements-by-organisation", OrganisationMovement.class))
            .process(MovementRows.supplier(serdes), Named.as("keep-movements"));
    String rows = Stores.MOVEMENTS.name();
    KStream<String, Flow> flows =
        movements.process(FlowProcessor.supplier(serdes), Named.as("fold-flows"));
    sink(flows, Topics.FLOWS);
    KStream<String, Exodus> alerts =
        movements.process(
            AlertProcessor.supplier(serdes, thresholds.alerts()), Named.as("fold-alerts"), rows);
    sink(alerts, Topics.ALERTS);
  }

  /**
   * Claims by the person they are about. Both sides of the join have as many partitions as the
   * catalogue's topics have, so that a name is in the same one on both.
   */
  private KStream<String, TalentClaim> linked(KStream<String, TalentClaim> claims) {
    NameJoin join = new NameJoin(serdes);
    KStream<String, TalentClaim> ofClaims =
        claims
            .selectKey((id, claim) -> name(claim), Named.as("key-by-name"))
            .repartition(repartitioned("talent-claims-by-name", TalentClaim.class))
            .process(join.claims(), Named.as("join-claims-with-links"));
    KStream<String, TalentClaim> ofLinks =
        source(Topics.ENTITIES)
            .repartition(
                repartitioned("aliases-in-one-place", EntityAlias.class)
                    .withStreamPartitioner(inOnePlace()))
            .process(AliasRows.supplier(serdes), Named.as("follow-aliases"))
            .repartition(repartitioned("links-by-name", PersonLink.class))
            .process(join.links(), Named.as("join-links-with-claims"));
    return ofClaims
        .merge(ofLinks, Named.as("claims-of-people"))
        .repartition(repartitioned("talent-claims-by-person", TalentClaim.class));
  }

  private void market(KStream<String, MarketClaim> claims) {
    KStream<String, PointChange> changes =
        claims
            .selectKey((id, claim) -> entities(claim), Named.as("key-by-entities"))
            .repartition(repartitioned("market-claims-by-entities", MarketClaim.class))
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

  private static String name(TalentClaim claim) {
    return NameKey.of(claim.getPerson());
  }

  private static String entities(MarketClaim claim) {
    return PointKey.subject(claim.getEntities());
  }

  private <T extends SpecificRecord> Repartitioned<String, T> repartitioned(
      String name, Class<T> type) {
    return Repartitioned.<String, T>as(name)
        .withKeySerde(Serdes.String())
        .withValueSerde(serdes.of(type));
  }

  /** The first partition for everything. */
  private static <T> StreamPartitioner<String, T> inOnePlace() {
    return (topic, key, value, partitions) -> Optional.of(Set.of(0));
  }

  private <T extends SpecificRecord> KStream<String, T> source(Topic<T> topic) {
    return builder.stream(
        generation.name(topic),
        Consumed.with(Serdes.String(), serdes.of(topic.type())).withName(topic.name() + "-source"));
  }

  private <T extends SpecificRecord> void sink(KStream<String, T> stream, Topic<T> topic) {
    stream.to(
        generation.name(topic),
        Produced.with(Serdes.String(), serdes.of(topic.type())).withName(topic.name() + "-sink"));
  }
}
