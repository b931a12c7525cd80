package io.newsledger.weighing;

import io.newsledger.events.TalentClaim;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The date that claims agree on: the most precise; of those the one that most independent sources
 * give or allow (a month allows its days); of those the one with most exact support; then the one
 * told last; then the earliest.
 */
final class AgreedDate {
  private AgreedDate() {}

  static Optional<PartialDate> of(List<TalentClaim> dated) {
    Map<PartialDate, Set<Voucher>> exact = new HashMap<>();
    Map<PartialDate, Instant> told = new HashMap<>();
    for (TalentClaim claim : dated) {
      PartialDate date = Step.date(claim).orElseThrow();
      exact.computeIfAbsent(date, d -> new HashSet<>()).add(Voucher.of(claim));
      told.merge(date, claim.getPublishedAt(), (a, b) -> a.isAfter(b) ? a : b);
    }
    return exact.keySet().stream()
        .min(
            Comparator.comparing(PartialDate::precision, Comparator.reverseOrder())
                .thenComparing(date -> -allowing(date, exact))
                .thenComparing(date -> -Voucher.independent(exact.get(date)))
                .thenComparing(told::get, Comparator.reverseOrder())
                .thenComparing(PartialDate::text));
  }

  private static int allowing(PartialDate date, Map<PartialDate, Set<Voucher>> exact) {
    Set<Voucher> vouchers = new HashSet<>();
    exact.forEach(
        (other, by) -> {
          if (other.contains(date)) {
            vouchers.addAll(by);
          }
        });
    return Voucher.independent(vouchers);
  }
}
