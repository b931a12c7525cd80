package io.newsledger.aggregation;

import io.newsledger.events.KnownInterval;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.topic.Store;
import io.newsledger.events.topic.Stores;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * What both kinds of claims have in common.
 *
 * @param name of the kind, in keys
 * @param store of claims by id
 * @param id of a claim
 * @param article of a claim
 * @param known when a claim was known
 * @param ofStory a claim with the story of its article, null if that is the article itself
 */
record ClaimKind<T extends SpecificRecord>(
    String name,
    Store<T> store,
    Function<T, String> id,
    Function<T, String> article,
    Function<T, List<KnownInterval>> known,
    BiFunction<T, String, T> ofStory) {
  static final ClaimKind<TalentClaim> TALENT =
      new ClaimKind<>(
          "TALENT",
          Stores.TALENT_CLAIMS,
          TalentClaim::getId,
          TalentClaim::getArticleId,
          TalentClaim::getKnown,
          (claim, story) -> TalentClaim.newBuilder(claim).setStory(story).build());

  static final ClaimKind<MarketClaim> MARKET =
      new ClaimKind<>(
          "MARKET",
          Stores.MARKET_CLAIMS,
          MarketClaim::getId,
          MarketClaim::getArticleId,
          MarketClaim::getKnown,
          (claim, story) -> MarketClaim.newBuilder(claim).setStory(story).build());
}
