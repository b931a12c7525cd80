package io.newsledger.enrichment;

import io.newsledger.events.MarketClaim;
import io.newsledger.events.RevisionClaims;
import io.newsledger.events.TalentClaim;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Claims of one article.
 *
 * @param talent movements by claim id
 * @param market figures by claim id
 */
record Claims(SortedMap<String, TalentClaim> talent, SortedMap<String, MarketClaim> market) {
  Claims {
    talent = Collections.unmodifiableSortedMap(new TreeMap<>(talent));
    market = Collections.unmodifiableSortedMap(new TreeMap<>(market));
  }

  /**
   * What the article claims, now and in the past.
   *
   * @param readings of all its revisions, in any order, each once
   */
  static Claims of(List<RevisionClaims> readings) {
    return new Claims(
        ClaimHistory.of(ClaimKind.TALENT, readings), ClaimHistory.of(ClaimKind.MARKET, readings));
  }

  /** What has to be told to whom knows these claims: those new or other, and those to forget. */
  Claims changesTo(Claims after) {
    return new Claims(
        changes(ClaimKind.TALENT, talent, after.talent),
        changes(ClaimKind.MARKET, market, after.market));
  }

  boolean isEmpty() {
    return talent.isEmpty() && market.isEmpty();
  }

  private static <T> SortedMap<String, T> changes(
      ClaimKind<T> kind, SortedMap<String, T> before, SortedMap<String, T> after) {
    SortedMap<String, T> changes = new TreeMap<>();
    before.forEach((id, claim) -> changes.put(id, after.getOrDefault(id, kind.forgotten(claim))));
    changes.putAll(after);
    changes.entrySet().removeIf(change -> change.getValue().equals(before.get(change.getKey())));
    return changes;
  }
}
