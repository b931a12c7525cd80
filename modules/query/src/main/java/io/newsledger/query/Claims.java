package io.newsledger.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.events.Article;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.json.EventJson;
import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Stores;
import io.newsledger.query.state.StateReader;
import io.newsledger.query.state.StateReader.Rows;
import io.newsledger.weighing.NameKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers about claims as such. */
final class Claims {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final StateReader state;
  private final Limits limits;

  Claims(StateReader state, Limits limits) {
    this.state = state;
    this.limits = limits;
  }

  /** See {@link Ledger#article}. */
  ObjectNode article(String id, AsOf asOf) {
    Rows<Article> revisions = new KnownState(state, asOf, limits.scan()).revisions(id);
    if (revisions.rows().isEmpty()) {
      throw new NotKnown(
          "there is no article " + id + asOf.words() + ": ids are 32 hexadecimal digits",
          List.of());
    }
    ObjectNode answer = asOf.answer();
    answer.put("id", id);
    Article newest = revisions.rows().get(revisions.rows().size() - 1);
    answer.put("withdrawn", newest.getBody() == null);
    answer.set("revisions", EventJson.of(revisions.rows()));
    ObjectNode found = filtered(ClaimFilter.article(id), Page.WHOLE, asOf);
    answer.set("claims", found.get("claims"));
    answer.put("truncated", revisions.truncated() || found.get("truncated").asBoolean());
    return answer;
  }

  /** Claims that pass the filter: movements, then figures, each the newest first. */
  ObjectNode filtered(ClaimFilter filter, Page page, AsOf asOf) {
    KnownState known = new KnownState(state, asOf, limits.scan());
    Page.Choice<Found> choice = page.atMost(limits.answer()).choice(Found::key);
    boolean fewerSteps =
        known.talentClaims(
            filter.gone(), talent(filter, known), claim -> choice.add(Found.of(claim)));
    boolean fewerFigures =
        known.marketClaims(filter.gone(), market(filter), claim -> choice.add(Found.of(claim)));
    Page.Part<Found> part = choice.part();
    Proof proof = new Proof(state, asOf, limits.claims());
    proof.expect(part.items().stream().map(Found::article).collect(Collectors.toSet()));
    ArrayNode claims = JSON.arrayNode();
    part.items().forEach(one -> claims.add(one.proved().apply(proof)));
    ObjectNode answer = asOf.answer();
    answer.set("claims", claims);
    part.describe(answer);
    answer.put("truncated", fewerSteps || fewerFigures || part.next().isPresent());
    return answer;
  }

  /** One claim, whether it stood or not, as far as it was told by then. */
  ObjectNode one(String id, AsOf asOf) {
    Proof proof = new Proof(state, asOf, 1);
    ObjectNode claim =
        state
            .get(Stores.TALENT_CLAIMS, id)
            .flatMap(asOf::told)
            .map(proof::of)
            .or(() -> state.get(Stores.MARKET_CLAIMS, id).flatMap(asOf::told).map(proof::of))
            .orElseThrow(
                () ->
                    new NotKnown(
                        "there is no claim "
                            + id
                            + asOf.words()
                            + ": ids are 32 hexadecimal digits",
                        List.of()));
    ObjectNode answer = asOf.answer();
    answer.set("claim", claim);
    return answer;
  }

  private static Predicate<TalentClaim> talent(ClaimFilter filter, KnownState known) {
    Optional<Set<String>> names =
        filter.person().map(NameKey::of).map(known::person).map(known::names);
    return claim ->
        inArticle(filter, claim.getArticleId())
            && names.filter(keys -> !keys.contains(NameKey.of(claim.getPerson()))).isEmpty()
            && filter
                .entity()
                .filter(
                    name ->
                        Stream.of(claim.getFrom(), claim.getTo())
                            .filter(Objects::nonNull)
                            .noneMatch(end -> Names.same(name, end)))
                .isEmpty();
  }

  private static Predicate<MarketClaim> market(ClaimFilter filter) {
    return claim ->
        inArticle(filter, claim.getArticleId())
            && filter.person().isEmpty()
            && filter
                .entity()
                .filter(
                    name -> claim.getEntities().stream().noneMatch(one -> Names.same(name, one)))
                .isEmpty();
  }

  private static boolean inArticle(ClaimFilter filter, String article) {
    return filter.article().filter(id -> !id.equals(article)).isEmpty();
  }

  /**
   * A claim that passes.
   *
   * @param key its place in the list: movements before figures, then the time of publication, of
   *     which the latest comes first; then the id
   * @param article row of the revision that tells it
   * @param proved shows it with its article
   */
  private record Found(List<String> key, String article, Function<Proof, ObjectNode> proved) {
    static Found of(TalentClaim claim) {
      return new Found(
          List.of("talent" + Page.time(claim.getPublishedAt()), claim.getId()),
          RowKey.of(claim.getArticleId(), claim.getRevision()),
          proof -> proof.of(claim));
    }

    static Found of(MarketClaim claim) {
      return new Found(
          List.of("market" + Page.time(claim.getPublishedAt()), claim.getId()),
          RowKey.of(claim.getArticleId(), claim.getRevision()),
          proof -> proof.of(claim));
    }
  }
}
