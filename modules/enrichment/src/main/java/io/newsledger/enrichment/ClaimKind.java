package io.newsledger.enrichment;

import io.newsledger.events.ClaimStatus;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.RevisionClaims;
import io.newsledger.events.TalentClaim;
import java.util.List;
import java.util.function.Function;

/**
 * What is done alike to claims of movements and of figures.
 *
 * @param in the claims of this kind in a reading
 * @param id identity of a claim
 * @param retold the same claim with another status and other known intervals
 */
record ClaimKind<T>(
    Function<RevisionClaims, List<T>> in, Function<T, String> id, Retold<T> retold) {
  static final ClaimKind<TalentClaim> TALENT =
      new ClaimKind<>(
          RevisionClaims::getTalent,
          TalentClaim::getId,
          (claim, status, known) ->
              TalentClaim.newBuilder(claim).setStatus(status).setKnown(known).build());

  static final ClaimKind<MarketClaim> MARKET =
      new ClaimKind<>(
          RevisionClaims::getMarket,
          MarketClaim::getId,
          (claim, status, known) ->
              MarketClaim.newBuilder(claim).setStatus(status).setKnown(known).build());

  /** Makes a claim with another status and other known intervals. */
  interface Retold<T> {
    T with(T claim, ClaimStatus status, List<KnownInterval> known);
  }

  /** The claim as one that no revision makes. */
  T forgotten(T claim) {
    return retold.with(claim, ClaimStatus.RETRACTED, List.of());
  }
}
