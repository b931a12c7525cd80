package io.newsledger.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Metric;
import io.newsledger.events.topic.Stores;
import io.newsledger.query.state.Origins;
import io.newsledger.query.state.StateReader;
import io.newsledger.weighing.Thresholds;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Questions to the ledger. Answers are JSON objects, the same whoever asks; each holds the claims
 * it rests on under {@code claims}, by id, with article and quote, and {@code truncated}, true
 * where a limit cut it short.
 *
 * <p>Every method throws {@link io.newsledger.query.state.StateUnavailable} while the stores cannot
 * be read. Safe for use by several threads.
 */
public final class Ledger {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final StateReader state;
  private final Limits limits;
  private final Supplier<Thresholds> thresholds;
  private final Claims claims;
  private final Signals signals;
  private final Movements movements;

  /** A ledger over these stores, with the usual limits. */
  public Ledger(StateReader state) {
    this(state, Limits.DEFAULT);
  }

  /** A ledger over these stores, with the usual thresholds. */
  public Ledger(StateReader state, Limits limits) {
    this(state, limits, Thresholds.DEFAULT);
  }

  /**
   * A ledger over these stores.
   *
   * @param thresholds of alerts and shifts, those that the stores were made by
   */
  public Ledger(StateReader state, Limits limits, Thresholds thresholds) {
    this(state, limits, () -> thresholds);
  }

  /**
   * A ledger over stores that may be exchanged.
   *
   * @param thresholds of alerts and shifts, those that the stores were made by which are there now
   */
  public Ledger(StateReader state, Limits limits, Supplier<Thresholds> thresholds) {
    this.state = Objects.requireNonNull(state, "state");
    this.limits = Objects.requireNonNull(limits, "limits");
    this.thresholds = Objects.requireNonNull(thresholds, "thresholds");
    this.claims = new Claims(state, limits);
    this.signals = new Signals(state, limits, thresholds);
    this.movements = new Movements(state, limits);
  }

  /** The same, which notes there where answers come from. For one thread. */
  public Ledger noting(Origins origins) {
    return new Ledger(state.noting(origins), limits, thresholds);
  }

  /**
   * The career of a person: {@code {asOf, at, career, claims, truncated}}, the career as the schema
   * says.
   *
   * @param name a printed form of the name, its parts in any order, or a name linked to it
   * @throws NotKnown with names that look alike
   */
  public ObjectNode career(String name, AsOf asOf) {
    return new Careers(state, limits).of(name, asOf);
  }

  /**
   * Arrivals and departures of an organisation: {@code {asOf, at, organisation, window, total,
   * periods, movements: [{end, counterpart, person, name, movement}], claims, truncated}}. The
   * total and the calendar periods are flows as the schema says; the total is null if no movement
   * counts.
   *
   * @throws NotKnown with names that look alike
   */
  public ObjectNode flow(String organisation, Window window, AsOf asOf) {
    return new Flows(state, limits).of(organisation, window, asOf);
  }

  /**
   * All series of an entity, those it shares with others included: {@code {asOf, at, entity,
   * metric, series: [{entities, metric, scope, scopeWorded, unit, forecast, points}], total, next,
   * claims, truncated}}, where total counts points.
   *
   * @param metric empty for all
   * @param page of the points, by series and date
   * @throws NotKnown with names that look alike
   */
  public ObjectNode series(String entity, Optional<Metric> metric, Page page, AsOf asOf) {
    return new EntitySeries(state, limits).of(entity, metric, page, asOf);
  }

  /** With all points. */
  public ObjectNode series(String entity, Optional<Metric> metric, AsOf asOf) {
    return series(entity, metric, Page.WHOLE, asOf);
  }

  /**
   * Alerts that hold a departure in the window, the newest first: {@code {asOf, at, organisation,
   * window, alerts, total, next, claims, truncated}}, the alerts as the schema of {@code Exodus}
   * says.
   *
   * @param organisation empty for all
   * @throws NotKnown with names that look alike, if no movement of the organisation is known
   */
  public ObjectNode alerts(Optional<String> organisation, Window window, Page page, AsOf asOf) {
    return signals.alerts(organisation, window, page, asOf);
  }

  /** As many alerts as may be answered at once. */
  public ObjectNode alerts(Optional<String> organisation, Window window, AsOf asOf) {
    return alerts(organisation, window, Page.WHOLE, asOf);
  }

  /**
   * Shifts whose later point lies in the window, the newest first: {@code {asOf, at, entity,
   * metric, window, shifts, total, next, claims, truncated}}, the shifts as the schema says.
   *
   * @param entity empty for all; those that share a figure with others are included
   * @param metric empty for all
   * @throws NotKnown with names that look alike, if no series of the entity is known
   */
  public ObjectNode shifts(
      Optional<String> entity, Optional<Metric> metric, Window window, Page page, AsOf asOf) {
    return signals.shifts(entity, metric, window, page, asOf);
  }

  /** As many shifts as may be answered at once. */
  public ObjectNode shifts(
      Optional<String> entity, Optional<Metric> metric, Window window, AsOf asOf) {
    return shifts(entity, metric, window, Page.WHOLE, asOf);
  }

  /**
   * Who holds how much: {@code {asOf, metric, at, days, boards: [{scope, scopeWorded, unit, rows:
   * [{rank, counted, days, point}], told: {value, bound, rest}}], total, next, claims, truncated}},
   * a board for each scope and unit, points as the schema says; total counts rows. Without a date
   * the board is of the day on which the newest figure begins to hold. Figures of forecasts and
   * rumours have no part in it.
   *
   * @param page of the rows of all boards
   * @throws NotKnown with the scopes that look alike, if nothing is told of the scope by then
   */
  public ObjectNode leaderboard(LeaderboardQuestion question, Page page, AsOf asOf) {
    return new Leaderboards(known(asOf), page.atMost(limits.answer())).of(question, proof(asOf));
  }

  /** With as many rows as may be answered at once. */
  public ObjectNode leaderboard(LeaderboardQuestion question, AsOf asOf) {
    return leaderboard(question, Page.WHOLE, asOf);
  }

  /**
   * Movements in the window, those told last first: {@code {asOf, at, organisation, window,
   * movements: [{person, name, told, movement}], total, next, claims, truncated}}; told is the day
   * of the first publication that tells of it.
   *
   * @param organisation empty for all
   * @throws NotKnown with names that look alike, if no movement of the organisation is known
   */
  public ObjectNode movements(Optional<String> organisation, Window window, Page page, AsOf asOf) {
    return movements.list(organisation, window, page, asOf);
  }

  /**
   * Who went from where to where in the window: {@code {asOf, at, organisation, window, links:
   * [{from, to, people, doubtful, movements}], flows, movements: [{person, name, told, movement}],
   * total, next, claims, truncated}}. Links and flows, these as the schema says, are over the whole
   * window.
   *
   * @param organisation one end of all that is told; empty for all
   * @param page of the movements
   * @throws NotKnown with names that look alike, if no movement of the organisation is known
   */
  public ObjectNode flows(Optional<String> organisation, Window window, Page page, AsOf asOf) {
    return movements.flows(organisation, window, page, asOf);
  }

  /** With as many movements as may be answered at once. */
  public ObjectNode flows(Optional<String> organisation, Window window, AsOf asOf) {
    return flows(organisation, window, Page.WHOLE, asOf);
  }

  /**
   * What one organisation or product is to the ledger: {@code {asOf, at, name, movements, points,
   * metrics, total, alerts, shifts, truncated}}: numbers of movements and points, the flow of all
   * time or null, alerts and shifts as the schemas say.
   *
   * @throws NotKnown with names that look alike
   */
  public ObjectNode organisation(String typed, AsOf asOf) {
    KnownState known = known(asOf);
    ObjectNode entity = new Directory(known).entity(typed);
    String name = entity.get("name").asText();
    boolean moved = entity.get("movements").asInt() > 0;
    boolean told = entity.get("points").asInt() > 0;
    ObjectNode answer = asOf.answer();
    answer.setAll(entity);
    answer.set("total", moved ? flow(name, Window.ALL, asOf).get("total") : JSON.nullNode());
    answer.set(
        "alerts",
        moved ? alerts(Optional.of(name), Window.ALL, asOf).get("alerts") : JSON.arrayNode());
    answer.set(
        "shifts",
        told
            ? shifts(Optional.of(name), Optional.empty(), Window.ALL, asOf).get("shifts")
            : JSON.arrayNode());
    return answer;
  }

  /**
   * Everything whose name or title holds what was typed: {@code {asOf, at, q, people, entities,
   * articles, totals: {people, entities, articles}, next, truncated}}.
   *
   * @param pages of each kind
   */
  public ObjectNode search(String typed, SearchPages pages, AsOf asOf) {
    if (typed.isBlank()) {
      throw new BadQuestion("say what to look for: q=NAME", List.of());
    }
    return new Search(new Directory(known(asOf)), known(asOf), pages.atMost(limits.answer()))
        .of(typed, proof(asOf));
  }

  /** The first so many of each kind. */
  public ObjectNode search(String typed, int limit, AsOf asOf) {
    return search(typed, SearchPages.first(limit), asOf);
  }

  /**
   * The days on which the ledger learnt something: {@code {first, last, days: [{day, revisions}],
   * truncated}}.
   */
  public ObjectNode days() {
    return Days.of(state, limits.scan());
  }

  /**
   * Claims that pass a filter, movements before figures, each the newest first: {@code {asOf, at,
   * claims: [...], total, next, truncated}}.
   */
  public ObjectNode claims(ClaimFilter filter, Page page, AsOf asOf) {
    return claims.filtered(filter, page, asOf);
  }

  /** As many claims as may be answered at once. */
  public ObjectNode claims(ClaimFilter filter, AsOf asOf) {
    return claims(filter, Page.WHOLE, asOf);
  }

  /**
   * One claim, whether it stood or not: {@code {asOf, at, at, claim}}.
   *
   * @throws NotKnown if there is none of this id, or was none then
   */
  public ObjectNode claim(String id, AsOf asOf) {
    return claims.one(id, asOf);
  }

  /**
   * One article with its revisions, the oldest first, and the claims in it that stand: {@code
   * {asOf, id, withdrawn, revisions, claims: [...], truncated}}.
   *
   * @throws NotKnown if there is none of this id
   */
  public ObjectNode article(String id, AsOf asOf) {
    return claims.article(id, asOf);
  }

  /**
   * People, those with the newest movements first: {@code {asOf, at, people: [{person, name, names,
   * movements, latest}], total, next, claims, truncated}}; the latest movement is null if all are
   * denied.
   *
   * @param typed a part of the name; blank for all
   */
  public ObjectNode people(String typed, Page page, AsOf asOf) {
    return new Directory(known(asOf)).people(typed, page.atMost(limits.answer()), proof(asOf));
  }

  /**
   * Organisations and products, those of which most is known first: {@code {asOf, at, entities:
   * [{name, movements, points, metrics}], total, next, truncated}}.
   *
   * @param typed a part of the name; blank for all
   */
  public ObjectNode entities(String typed, Page page, AsOf asOf) {
    return new Directory(known(asOf)).entities(typed, page.atMost(limits.answer()));
  }

  /**
   * The whole state; see {@link StateExport}.
   *
   * @throws TooLarge if there is more than may be exported
   */
  public ObjectNode export(AsOf asOf) {
    return new StateExport(state, limits.export(), thresholds.get()).of(asOf);
  }

  /** Names the state that answers are made of; see {@link StateReader#version()}. */
  public Optional<String> version() {
    return state.version();
  }

  /** A name to call answers by; see {@link StateReader#versionLately()}. */
  public Optional<String> versionLately() {
    return state.versionLately();
  }

  /** Returns if every partition of every store can be read, here or where it is known to be. */
  public void check() {
    Stores.ALL.forEach(state::check);
  }

  /**
   * Reads the name of a metric; null and blank mean all.
   *
   * @throws BadQuestion with the names there are
   */
  public static Optional<Metric> metric(String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    String name = text.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    return Optional.of(
        Arrays.stream(Metric.values())
            .filter(metric -> metric.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new BadQuestion(
                        "'" + text + "' is no metric",
                        Arrays.stream(Metric.values()).map(Metric::name).toList())));
  }

  private KnownState known(AsOf asOf) {
    return new KnownState(state, asOf, limits.scan());
  }

  private Proof proof(AsOf asOf) {
    return new Proof(state, asOf, limits.claims());
  }
}
