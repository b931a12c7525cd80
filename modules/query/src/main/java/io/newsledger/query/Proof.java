package io.newsledger.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Article;
import io.newsledger.events.Departure;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Movement;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.ShiftPoint;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.json.EventJson;
import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Stores;
import io.newsledger.query.state.StateReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The claims that an answer rests on, each with its article and the words it stands on. Gathered
 * while one answer is made; as many as the limit says, after which the answer is cut short.
 */
final class Proof {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final StateReader state;
  private final AsOf asOf;
  private final int limit;
  private final Map<String, Article> revisions = new HashMap<>();
  private final Set<String> talent = new LinkedHashSet<>();
  private final Set<String> market = new LinkedHashSet<>();
  private boolean truncated;

  Proof(StateReader state, AsOf asOf, int limit) {
    this.state = state;
    this.asOf = asOf;
    this.limit = limit;
  }

  /** Resolves the claims for and against a movement. */
  void add(Movement movement) {
    movement.getClaims().forEach(this::addTalent);
    movement.getAgainst().forEach(this::addTalent);
  }

  /** Resolves the claims for and against a point, and those that only bound it. */
  void add(SeriesPoint point) {
    point.getClaims().forEach(this::addMarket);
    point.getAgainst().forEach(this::addMarket);
    point.getImplied().forEach(this::addMarket);
  }

  /** Resolves the claims for and against a departure. */
  void add(Departure departure) {
    departure.getClaims().forEach(this::addTalent);
    departure.getAgainst().forEach(this::addTalent);
  }

  /** Resolves the claims for and against a point of a shift, and those that only bound it. */
  void add(ShiftPoint point) {
    point.getClaims().forEach(this::addMarket);
    point.getAgainst().forEach(this::addMarket);
    point.getImplied().forEach(this::addMarket);
  }

  /**
   * Puts what was gathered into an answer, by claim id, and whether the answer is cut short.
   *
   * @param cut whether it is even without claims being left out
   */
  ObjectNode prove(ObjectNode answer, boolean cut) {
    Collection<TalentClaim> steps = state.getAll(Stores.TALENT_CLAIMS, talent).values();
    Collection<MarketClaim> figures = state.getAll(Stores.MARKET_CLAIMS, market).values();
    read(steps, figures);
    TreeMap<String, ObjectNode> claims = new TreeMap<>();
    steps.forEach(claim -> claims.put(claim.getId(), of(asOf.seen(claim).orElse(claim))));
    figures.forEach(claim -> claims.put(claim.getId(), of(asOf.seen(claim).orElse(claim))));
    ObjectNode gathered = answer.putObject("claims");
    claims.forEach(gathered::set);
    return answer.put("truncated", cut || truncated);
  }

  /** A claim with its article. */
  ObjectNode of(TalentClaim claim) {
    return with(EventJson.of(claim), "TALENT", claim.getArticleId(), claim.getRevision());
  }

  /** A claim with its article. */
  ObjectNode of(MarketClaim claim) {
    return with(EventJson.of(claim), "MARKET", claim.getArticleId(), claim.getRevision());
  }

  private void addTalent(String id) {
    add(talent, id);
  }

  private void addMarket(String id) {
    add(market, id);
  }

  private void add(Set<String> ids, String id) {
    if (talent.size() + market.size() < limit) {
      ids.add(id);
    } else {
      truncated |= !ids.contains(id);
    }
  }

  /** The articles of the claims, at once: they may be at other instances. */
  private void read(Collection<TalentClaim> steps, Collection<MarketClaim> figures) {
    Set<String> rows = new LinkedHashSet<>();
    steps.forEach(claim -> rows.add(RowKey.of(claim.getArticleId(), claim.getRevision())));
    figures.forEach(claim -> rows.add(RowKey.of(claim.getArticleId(), claim.getRevision())));
    expect(rows);
  }

  /** Claims on articles of these rows will be shown. */
  void expect(Set<String> rows) {
    Set<String> unknown = new LinkedHashSet<>(rows);
    unknown.removeAll(revisions.keySet());
    revisions.putAll(state.getAll(Stores.ARTICLES, unknown));
  }

  private ObjectNode with(ObjectNode claim, String kind, String articleId, String revision) {
    claim.put("kind", kind);
    ObjectNode article = JSON.objectNode();
    article.put("id", articleId);
    Optional<Article> text =
        Optional.ofNullable(
            revisions.computeIfAbsent(
                RowKey.of(articleId, revision),
                row -> state.get(Stores.ARTICLES, row).orElse(null)));
    article.put("title", text.map(Article::getTitle).orElse(null));
    article.put("source", text.map(Article::getSource).orElse(null));
    article.put("url", text.map(Article::getUrl).orElse(null));
    article.put("publishedAt", text.map(one -> one.getPublishedAt().toString()).orElse(null));
    claim.set("article", article);
    return claim;
  }
}
