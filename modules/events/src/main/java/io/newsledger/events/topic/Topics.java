package io.newsledger.events.topic;

import io.newsledger.events.Article;
import io.newsledger.events.ArticleIndex;
import io.newsledger.events.Career;
import io.newsledger.events.EntityAlias;
import io.newsledger.events.Exodus;
import io.newsledger.events.Flow;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Reject;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.Shift;
import io.newsledger.events.TalentClaim;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * The catalogue: every topic that the ledger reads and writes, but for Kafka Streams' internal
 * ones.
 */
public final class Topics {
  /** The only source of truth: every revision of every article, forever. */
  public static final Topic<Article> ARTICLES =
      new Topic<>("news.articles", Article.class, "article id", Topic.Kept.FOREVER, large());

  /** Which revisions stand on {@link #ARTICLES}, so that producers write none twice. */
  public static final Topic<ArticleIndex> ARTICLE_INDEX =
      new Topic<>("news.index", ArticleIndex.class, "article id", Topic.Kept.NEWEST, Map.of());

  /** What was refused, with its reason and original bytes. */
  public static final Topic<Reject> REJECTS =
      new Topic<>("news.rejects", Reject.class, "reject id", Topic.Kept.FOREVER, large());

  /** Which printed names are names of one person; made and undone by hand, never by articles. */
  public static final Topic<EntityAlias> ENTITIES =
      new Topic<>(
          "reference.entities",
          EntityAlias.class,
          "name key|person key",
          Topic.Kept.NEWEST,
          Map.of());

  /** Movements as articles claim them; a retracted claim stays, with its known time closed. */
  public static final Topic<TalentClaim> TALENT_CLAIMS =
      new Topic<>("talent.claims", TalentClaim.class, "claim id", Topic.Kept.NEWEST, Map.of());

  /** Figures as articles claim them; a retracted claim stays, with its known time closed. */
  public static final Topic<MarketClaim> MARKET_CLAIMS =
      new Topic<>("market.claims", MarketClaim.class, "claim id", Topic.Kept.NEWEST, Map.of());

  /** Careers after weighing. */
  public static final Topic<Career> CAREERS =
      new Topic<>("talent.careers", Career.class, "person key", Topic.Kept.NEWEST, Map.of());

  /** Flows of organisations by period. */
  public static final Topic<Flow> FLOWS =
      new Topic<>("talent.flows", Flow.class, "organisation|period", Topic.Kept.NEWEST, Map.of());

  /** Many departures within few days; a withdrawn alert is a deletion. */
  public static final Topic<Exodus> ALERTS =
      new Topic<>(
          "talent.alerts", Exodus.class, "organisation|start|unit", Topic.Kept.NEWEST, Map.of());

  /** Points of market series after weighing. */
  public static final Topic<SeriesPoint> SERIES =
      new Topic<>(
          "market.series",
          SeriesPoint.class,
          "entities|metric|unit|scope|actual or forecast|date",
          Topic.Kept.NEWEST,
          Map.of());

  /** Large changes between consecutive points; a withdrawn shift is a deletion. */
  public static final Topic<Shift> SHIFTS =
      new Topic<>(
          "market.shifts",
          Shift.class,
          "entities|metric|unit|actual|scope|date of the later point",
          Topic.Kept.NEWEST,
          Map.of());

  /**
   * Records that a stage could not decode or process, byte for byte, written by Kafka Streams with
   * the reason in the headers {@code __streams.errors.*}. No event type: whatever arrived.
   */
  public static final String DEAD_LETTERS = "news.dead-letters";

  /** All topics of events, in the order of the flow. */
  public static final List<Topic<?>> ALL =
      List.of(
          ARTICLES,
          ARTICLE_INDEX,
          REJECTS,
          ENTITIES,
          TALENT_CLAIMS,
          MARKET_CLAIMS,
          CAREERS,
          FLOWS,
          ALERTS,
          SERIES,
          SHIFTS);

  /** What follows from the others, and can be computed anew. */
  public static final Set<Topic<?>> DERIVED =
      Set.of(TALENT_CLAIMS, MARKET_CLAIMS, CAREERS, FLOWS, ALERTS, SERIES, SHIFTS);

  private Topics() {}

  /** The topic of this name. */
  public static Optional<Topic<? extends SpecificRecord>> named(String name) {
    for (Topic<?> topic : ALL) {
      if (topic.name().equals(name)) {
        return Optional.of(topic);
      }
    }
    return Optional.empty();
  }

  /** Articles and rejects carry whole texts. */
  private static Map<String, String> large() {
    return Map.of("max.message.bytes", Integer.toString(8 * 1024 * 1024));
  }
}
