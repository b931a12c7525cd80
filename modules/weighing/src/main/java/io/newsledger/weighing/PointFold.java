package io.newsledger.weighing;

import io.newsledger.events.MarketClaim;
import io.newsledger.events.Metric;
import io.newsledger.events.SeriesPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Weighs all live claims for one date of one entity and metric, scope by scope.
 *
 * <p>The unscoped figure of something counted is at least that of any part of it, so figures of
 * narrower scopes stand in the unscoped point as implied lower bounds where they do not contradict
 * it.
 */
public final class PointFold {
  /**
   * What is counted in wholes and parts. Shares and valuations of parts say nothing about the
   * whole.
   */
  private static final Set<Metric> COUNTED =
      Set.of(
          Metric.MONTHLY_ACTIVE_USERS,
          Metric.WEEKLY_ACTIVE_USERS,
          Metric.DAILY_ACTIVE_USERS,
          Metric.USERS,
          Metric.SUBSCRIBERS,
          Metric.CUSTOMERS,
          Metric.DOWNLOADS,
          Metric.DERIVATIVE_MODELS,
          Metric.REVENUE);

  private PointFold() {}

  /**
   * The points of one key, by the normal form of their scope.
   *
   * @param key what all claims belong to
   * @param live the claims that stand, in any order, each once
   * @throws IllegalArgumentException if a claim belongs elsewhere
   */
  public static Map<String, SeriesPoint> fold(PointKey key, Collection<MarketClaim> live) {
    TreeMap<String, List<MarketClaim>> byScope = new TreeMap<>();
    for (MarketClaim claim : live) {
      if (!PointKey.of(claim).equals(key)) {
        throw new IllegalArgumentException(
            "claim " + claim.getId() + " belongs to " + PointKey.of(claim) + ", not to " + key);
      }
      byScope.computeIfAbsent(ScopeKey.of(claim.getScope()), s -> new ArrayList<>()).add(claim);
    }
    TreeMap<String, SeriesPoint> points = new TreeMap<>();
    byScope.forEach(
        (scope, claims) -> {
          List<MarketClaim> parts = scope.isEmpty() ? parts(key, byScope) : List.of();
          points.put(scope, point(key, scope, claims, parts));
        });
    return points;
  }

  private static List<MarketClaim> parts(PointKey key, Map<String, List<MarketClaim>> byScope) {
    if (!COUNTED.contains(key.metric())) {
      return List.of();
    }
    return byScope.entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty() && !entry.getKey().contains("per "))
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  private static SeriesPoint point(
      PointKey key, String scope, List<MarketClaim> claims, List<MarketClaim> parts) {
    Agreed agreed = FigureWeighing.weigh(claims, parts);
    return SeriesPoint.newBuilder()
        .setEntities(key.entities())
        .setMetric(key.metric())
        .setScope(scope.isEmpty() ? null : scope)
        .setScopeWorded(worded(claims))
        .setUnit(key.unit())
        .setForecast(key.forecast())
        .setDate(key.date())
        .setDated(claims.stream().anyMatch(PointKey::dated))
        .setValue(agreed.value())
        .setBound(agreed.bound())
        .setLow(claims.stream().mapToDouble(MarketClaim::getValue).min().orElseThrow())
        .setHigh(claims.stream().mapToDouble(MarketClaim::getValue).max().orElseThrow())
        .setAgreement(agreed.agreement())
        .setModality(agreed.modality())
        .setRule(agreed.rule())
        .setClaims(ids(agreed.claims()))
        .setAgainst(ids(agreed.against()))
        .setImplied(ids(agreed.implied()))
        .setSources(Voucher.independent(agreed.claims().stream().map(Voucher::of).toList()))
        .build();
  }

  private static String worded(List<MarketClaim> claims) {
    return claims.stream()
        .map(MarketClaim::getScope)
        .filter(scope -> scope != null && !ScopeKey.of(scope).isEmpty())
        .collect(Collectors.groupingBy(scope -> scope, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .min(
            Comparator.comparing((Map.Entry<String, Long> e) -> -e.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static List<String> ids(List<MarketClaim> claims) {
    return claims.stream().map(MarketClaim::getId).sorted().toList();
  }
}
