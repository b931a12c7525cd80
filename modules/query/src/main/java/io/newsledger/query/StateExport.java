package io.newsledger.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Article;
import io.newsledger.events.Career;
import io.newsledger.events.Flow;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.OrganisationMovement;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.json.CanonicalJson;
import io.newsledger.events.json.EventJson;
import io.newsledger.events.topic.Stores;
import io.newsledger.query.state.Keys;
import io.newsledger.query.state.StateReader;
import io.newsledger.query.state.StateReader.Rows;
import io.newsledger.weighing.Thresholds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The state as one document that is the same, to the byte, for the same articles: {@code {alerts,
 * articles, careers, claims: {talent, market}, flows, series, shifts}}. It holds what stands:
 * articles that are not withdrawn, claims that are not retracted, and what they fold to. Nothing of
 * clocks, partitions, offsets or arrival is in it. The state as of a day is the state made from
 * what was published by the end of that day.
 */
public final class StateExport {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final StateReader state;
  private final int limit;
  private final Thresholds thresholds;

  /**
   * With the usual thresholds.
   *
   * @param limit rows of one store that are read, at most
   */
  public StateExport(StateReader state, int limit) {
    this(state, limit, Thresholds.DEFAULT);
  }

  /**
   * @param limit rows of one store that are read, at most
   * @param thresholds of alerts and shifts, those that the stores were made by
   */
  public StateExport(StateReader state, int limit, Thresholds thresholds) {
    this.state = Objects.requireNonNull(state, "state");
    this.limit = limit;
    this.thresholds = Objects.requireNonNull(thresholds, "thresholds");
  }

  /**
   * The document as a tree.
   *
   * @throws TooLarge if a store has more rows than may be read
   */
  public ObjectNode of(AsOf asOf) {
    KnownState known = new KnownState(state, asOf, limit);
    ObjectNode document = JSON.objectNode();
    KnownSignals signals = new KnownSignals(state, known, limit, thresholds);
    document.set("alerts", EventJson.of(whole(signals.alerts())));
    document.set("articles", articles(known));
    document.set("careers", careers(known));
    ObjectNode claims = document.putObject("claims");
    claims.set("talent", talent(known));
    claims.set("market", market(known));
    document.set("flows", flows(known));
    document.set("series", SeriesView.of(whole(known.points(entities -> true))));
    document.set("shifts", EventJson.of(whole(signals.shifts())));
    return document;
  }

  /**
   * The document as canonical JSON.
   *
   * @throws TooLarge if a store has more rows than may be read
   */
  public String text(AsOf asOf) {
    return CanonicalJson.write(of(asOf));
  }

  private ArrayNode articles(KnownState known) {
    TreeMap<String, ObjectNode> articles = new TreeMap<>();
    checkWhole(
        known.articles(
            article -> {
              if (article.getBody() != null) {
                articles.put(article.getId(), article(article));
              }
            }));
    ArrayNode array = JSON.arrayNode();
    articles.values().forEach(array::add);
    return array;
  }

  private static ObjectNode article(Article article) {
    ObjectNode json = EventJson.of(article);
    json.retain(List.of("id", "title", "source", "url", "publishedAt", "revision"));
    return json;
  }

  private ArrayNode careers(KnownState known) {
    List<Career> careers = new ArrayList<>();
    checkWhole(known.careers(careers::add));
    careers.sort(Comparator.comparing(Career::getPerson));
    return EventJson.of(careers);
  }

  private ArrayNode talent(KnownState known) {
    List<TalentClaim> claims =
        new ArrayList<>(whole(known.talentClaims(false, claim -> true, limit)));
    claims.sort(Comparator.comparing(TalentClaim::getId));
    return withoutHistory(EventJson.of(claims));
  }

  private ArrayNode market(KnownState known) {
    List<MarketClaim> claims =
        new ArrayList<>(whole(known.marketClaims(false, claim -> true, limit)));
    claims.sort(Comparator.comparing(MarketClaim::getId));
    return withoutHistory(EventJson.of(claims));
  }

  /** Claims as they stand; when each was known is no part of what is held true. */
  private static ArrayNode withoutHistory(ArrayNode claims) {
    claims.forEach(claim -> ((ObjectNode) claim).remove(List.of("status", "known")));
    return claims;
  }

  private ArrayNode flows(KnownState known) {
    if (known.asOf().isNow()) {
      List<Flow> flows = new ArrayList<>(whole(state.rows(Stores.FLOWS, Keys.ALL, limit)));
      flows.sort(Comparator.comparing(Flow::getOrganisation).thenComparing(Flow::getPeriod));
      return EventJson.of(flows);
    }
    TreeMap<String, List<OrganisationMovement>> ends = new TreeMap<>();
    checkWhole(
        known.movements(
            end ->
                ends.computeIfAbsent(end.getOrganisation(), name -> new ArrayList<>()).add(end)));
    return EventJson.of(FlowView.all(ends));
  }

  private <T> List<T> whole(Rows<T> rows) {
    checkWhole(rows.truncated());
    return rows.rows();
  }

  private void checkWhole(boolean truncated) {
    if (truncated) {
      throw new TooLarge(
          "the state has more than "
              + limit
              + " rows of one kind: write it to a file with 'newsledger run --once --export FILE'");
    }
  }
}
