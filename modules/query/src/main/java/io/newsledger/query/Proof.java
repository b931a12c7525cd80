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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
  private final Map<String, Optional<Article>> revisions = new HashMap<>();
  private final TreeMap<String, ObjectNode> claims = new TreeMap<>();
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
    if (room(id)) {
      state
          .get(Stores.TALENT_CLAIMS, id)
          .ifPresent(claim -> claims.put(id, of(asOf.seen(claim).orElse(claim))));
    }
  }

  private void addMarket(String id) {
    if (room(id)) {
      state
          .get(Stores.MARKET_CLAIMS, id)
          .ifPresent(claim -> claims.put(id, of(asOf.seen(claim).orElse(claim))));
    }
  }

  private boolean room(String id) {
    if (claims.containsKey(id)) {
      return false;
    }
    boolean room = claims.size() < limit;
    truncated |= !room;
    return room;
  }

  private ObjectNode with(ObjectNode claim, String kind, String articleId, String revision) {
    claim.put("kind", kind);
    ObjectNode article = JSON.objectNode();
    article.put("id", articleId);
    Optional<Article> text =
        revisions.computeIfAbsent(
            RowKey.of(articleId, revision), row -> state.get(Stores.ARTICLES, row));
    article.put("title", text.map(Article::getTitle).orElse(null));
    article.put("source", text.map(Article::getSource).orElse(null));
    article.put("url", text.map(Article::getUrl).orElse(null));
    article.put("publishedAt", text.map(one -> one.getPublishedAt().toString()).orElse(null));
    claim.set("article", article);
    return claim;
  }
}
