package io.newsledger.events.topic;

import io.newsledger.events.Article;
import io.newsledger.events.ArticleClaim;
import io.newsledger.events.BandEntry;
import io.newsledger.events.Career;
import io.newsledger.events.EntityAlias;
import io.newsledger.events.Exodus;
import io.newsledger.events.Flow;
import io.newsledger.events.FlowPerson;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.events.PersonLink;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.Shift;
import io.newsledger.events.StoryCandidate;
import io.newsledger.events.TalentClaim;
import java.util.List;

/**
 * The state stores that aggregation fills and query reads. Keys are rows made by {@link RowKey};
 * rows of one subject lie side by side in one partition. That is the one of the subject's own key
 * where a repartition topic of ours feeds the store; articles lie where who wrote them put them.
 */
public final class Stores {
  /** Row: article id, revision. */
  public static final Store<Article> ARTICLES = new Store<>("articles", Article.class);

  /** Row: band, time, article id. Articles that may be copies of each other, side by side. */
  public static final Store<BandEntry> BANDS = new Store<>("signature-bands", BandEntry.class);

  /** Row: article id, band. What an article may be a copy of. */
  public static final Store<StoryCandidate> STORIES =
      new Store<>("story-candidates", StoryCandidate.class);

  /** Row: article id, TALENT or MARKET, claim id. What a change of an article's story touches. */
  public static final Store<ArticleClaim> CLAIMS_BY_ARTICLE =
      new Store<>("claims-by-article", ArticleClaim.class);

  /** Row: claim id. In the partition of its article. */
  public static final Store<TalentClaim> TALENT_CLAIMS =
      new Store<>("talent-claims", TalentClaim.class);

  /** Row: claim id. In the partition of its article. */
  public static final Store<MarketClaim> MARKET_CLAIMS =
      new Store<>("market-claims", MarketClaim.class);

  /** Row: name key, key of the person it is linked to. All in one partition. */
  public static final Store<EntityAlias> ALIASES = new Store<>("aliases", EntityAlias.class);

  /** Row: key of the person linked to, name key. The same, the other way round. */
  public static final Store<EntityAlias> ALIASES_BY_PERSON =
      new Store<>("aliases-by-person", EntityAlias.class);

  /** Row: name key. Whom a name means, if not the person whose key it is. */
  public static final Store<PersonLink> LINKS = new Store<>("person-links", PersonLink.class, true);

  /** Row: name key, claim id. What a link that is made or undone re-keys. */
  public static final Store<TalentClaim> CLAIMS_BY_NAME =
      new Store<>("talent-claims-by-name", TalentClaim.class, true);

  /** Row: person key, claim id. What careers are folded from, now and as of any day. */
  public static final Store<TalentClaim> CLAIMS_BY_PERSON =
      new Store<>("talent-claims-by-person", TalentClaim.class, true);

  /** Row: person key. */
  public static final Store<Career> CAREERS = new Store<>("careers", Career.class, true);

  /** Row: organisation, date (or empty), person key, movement id, end. */
  public static final Store<OrganisationMovement> MOVEMENTS =
      new Store<>("movements-by-organisation", OrganisationMovement.class, true);

  /** Row: organisation, period. */
  public static final Store<Flow> FLOWS = new Store<>("flows", Flow.class, true);

  /** Row: organisation, year (or undated), person key. What flows are counted from, by person. */
  public static final Store<FlowPerson> FLOW_PEOPLE = new Store<>("flow-people", FlowPerson.class);

  /** Row: organisation, start, unit in its normal form (or empty). */
  public static final Store<Exodus> ALERTS = new Store<>("alerts", Exodus.class, true);

  /**
   * Row: entities, metric, unit, actual or forecast, date, claim id. What points are folded from.
   */
  public static final Store<MarketClaim> CLAIMS_BY_POINT =
      new Store<>("market-claims-by-point", MarketClaim.class, true);

  /** Row: entities, metric, unit, actual or forecast, scope, date. */
  public static final Store<SeriesPoint> SERIES = new Store<>("series", SeriesPoint.class, true);

  /** Row: as of {@link #SERIES}, of the later point. */
  public static final Store<Shift> SHIFTS = new Store<>("shifts", Shift.class, true);

  /** All stores. */
  public static final List<Store<?>> ALL =
      List.of(
          ARTICLES,
          BANDS,
          STORIES,
          CLAIMS_BY_ARTICLE,
          TALENT_CLAIMS,
          MARKET_CLAIMS,
          ALIASES,
          ALIASES_BY_PERSON,
          LINKS,
          CLAIMS_BY_NAME,
          CLAIMS_BY_PERSON,
          CAREERS,
          MOVEMENTS,
          FLOWS,
          FLOW_PEOPLE,
          ALERTS,
          CLAIMS_BY_POINT,
          SERIES,
          SHIFTS);

  private Stores() {}
}
