package io.newsledger.events.topic;

import io.newsledger.events.Article;
import io.newsledger.events.Career;
import io.newsledger.events.Exodus;
import io.newsledger.events.Flow;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.Shift;
import io.newsledger.events.TalentClaim;
import java.util.List;

/**
 * The state stores that aggregation fills and query reads. Keys are rows made by {@link RowKey};
 * rows of one subject lie side by side in one partition.
 */
public final class Stores {
  /** Row: article id, revision. */
  public static final Store<Article> ARTICLES = new Store<>("articles", Article.class);

  /** Row: claim id. */
  public static final Store<TalentClaim> TALENT_CLAIMS =
      new Store<>("talent-claims", TalentClaim.class);

  /** Row: claim id. */
  public static final Store<MarketClaim> MARKET_CLAIMS =
      new Store<>("market-claims", MarketClaim.class);

  /** Row: person key, claim id. What careers are folded from, now and as of any day. */
  public static final Store<TalentClaim> CLAIMS_BY_PERSON =
      new Store<>("talent-claims-by-person", TalentClaim.class);

  /** Row: person key. */
  public static final Store<Career> CAREERS = new Store<>("careers", Career.class);

  /** Row: organisation, date (or empty), person key, movement id, end. */
  public static final Store<OrganisationMovement> MOVEMENTS =
      new Store<>("movements-by-organisation", OrganisationMovement.class);

  /** Row: organisation, period. */
  public static final Store<Flow> FLOWS = new Store<>("flows", Flow.class);

  /** Row: organisation, start, unit in its normal form (or empty). */
  public static final Store<Exodus> ALERTS = new Store<>("alerts", Exodus.class);

  /**
   * Row: entities, metric, unit, actual or forecast, date, claim id. What points are folded from.
   */
  public static final Store<MarketClaim> CLAIMS_BY_POINT =
      new Store<>("market-claims-by-point", MarketClaim.class);

  /** Row: entities, metric, unit, actual or forecast, scope, date. */
  public static final Store<SeriesPoint> SERIES = new Store<>("series", SeriesPoint.class);

  /** Row: as of {@link #SERIES}, of the later point. */
  public static final Store<Shift> SHIFTS = new Store<>("shifts", Shift.class);

  /** All stores. */
  public static final List<Store<?>> ALL =
      List.of(
          ARTICLES,
          TALENT_CLAIMS,
          MARKET_CLAIMS,
          CLAIMS_BY_PERSON,
          CAREERS,
          MOVEMENTS,
          FLOWS,
          ALERTS,
          CLAIMS_BY_POINT,
          SERIES,
          SHIFTS);

  private Stores() {}
}
