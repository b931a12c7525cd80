package io.newsledger.weighing;

import io.newsledger.events.Agreement;
import io.newsledger.events.Bound;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Modality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the value that claims on one figure agree on. Each claim allows a range of true values. The
 * value lies where the ranges of most independent sources meet; of equals, where the newest claim
 * stands; of equals, where the ranges are narrowest; of equals, at the smallest number. Claims
 * whose range holds it are for it, the others against. Certain claims alone decide where there are
 * any.
 */
final class FigureWeighing {
  private FigureWeighing() {}

  /**
   * Weighs.
   *
   * @param claims all live claims on the figure, at least one
   * @param parts live claims on parts of it, each of which bounds it from below
   */
  static Agreed weigh(List<MarketClaim> claims, List<MarketClaim> parts) {
    List<MarketClaim> deciding = deciding(claims);
    Meeting meeting = bestMeeting(deciding);
    double floor = meeting.floor();
    List<MarketClaim> agreeing = new ArrayList<>();
    List<MarketClaim> against = new ArrayList<>();
    boolean onlyDenied = deciding.get(0).getModality() == Modality.DENIED;
    for (MarketClaim claim : claims) {
      boolean denies = claim.getModality() == Modality.DENIED;
      (!denies && ValueRange.of(claim).holds(floor) ? agreeing : against).add(claim);
    }
    List<MarketClaim> implied =
        onlyDenied ? List.of() : parts.stream().filter(part -> allows(meeting, part)).toList();
    List<MarketClaim> supporting = onlyDenied ? deciding : agreeing;
    Value value = value(meeting.claims(), implied);
    return new Agreed(
        value.number(),
        value.bound(),
        agreement(claims, supporting, onlyDenied ? List.of() : against, implied, value),
        supporting.stream()
            .map(MarketClaim::getModality)
            .min(Comparator.naturalOrder())
            .orElseThrow(),
        rule(claims, meeting, value),
        onlyDenied ? List.of() : agreeing,
        against,
        implied);
  }

  /** Certain claims if there are any, else rumours, else denials. */
  private static List<MarketClaim> deciding(List<MarketClaim> claims) {
    TreeMap<Integer, List<MarketClaim>> byCertainty = new TreeMap<>();
    for (MarketClaim claim : claims) {
      int stage =
          switch (claim.getModality()) {
            case REPORTED, ANNOUNCED -> 0;
            case RUMOURED -> 1;
            case DENIED -> 2;
          };
      byCertainty.computeIfAbsent(stage, s -> new ArrayList<>()).add(claim);
    }
    return byCertainty.firstEntry().getValue();
  }

  /**
   * Ranges meet most at the low end of one of them, or at the high end of those without a low one.
   */
  private static Meeting bestMeeting(List<MarketClaim> claims) {
    Set<Double> candidates = new LinkedHashSet<>();
    for (MarketClaim claim : claims) {
      ValueRange range = ValueRange.of(claim);
      candidates.add(Double.isInfinite(range.low()) ? range.high() : range.low());
    }
    return candidates.stream()
        .map(at -> Meeting.at(at, claims))
        .min(Meeting.BEST_FIRST)
        .orElseThrow();
  }

  private static boolean allows(Meeting meeting, MarketClaim part) {
    return ValueRange.of(part).low() <= meeting.ceiling()
        && part.getModality() != Modality.DENIED
        && part.getBound() != Bound.AT_MOST;
  }

  private static Value value(List<MarketClaim> meeting, List<MarketClaim> implied) {
    TreeMap<Double, Set<Voucher>> told = new TreeMap<>();
    Bound nearest = Bound.ABOUT;
    for (MarketClaim claim : meeting) {
      if (ValueRange.bound(claim) == Bound.EXACT) {
        nearest = Bound.EXACT;
      }
    }
    for (MarketClaim claim : meeting) {
      if (ValueRange.bound(claim) == nearest) {
        told.computeIfAbsent(claim.getValue(), v -> new LinkedHashSet<>()).add(Voucher.of(claim));
      }
    }
    if (!told.isEmpty()) {
      double most =
          told.entrySet().stream()
              .min(
                  Comparator.comparing(
                          (java.util.Map.Entry<Double, Set<Voucher>> e) ->
                              -Voucher.independent(e.getValue()))
                      .thenComparing(e -> -finest(e.getKey(), meeting))
                      .thenComparing(java.util.Map.Entry::getKey))
              .orElseThrow()
              .getKey();
      return new Value(most, nearest);
    }
    var lower =
        meeting.stream()
            .filter(claim -> ValueRange.bound(claim) == Bound.AT_LEAST)
            .mapToDouble(MarketClaim::getValue)
            .max();
    if (lower.isPresent()) {
      double part = implied.stream().mapToDouble(MarketClaim::getValue).max().orElse(0);
      return new Value(Math.max(lower.getAsDouble(), part), Bound.AT_LEAST);
    }
    return new Value(
        meeting.stream().mapToDouble(MarketClaim::getValue).min().orElseThrow(), Bound.AT_MOST);
  }

  /** Smaller ranges are finer: the negative width, so that finer is greater. */
  private static double finest(double value, List<MarketClaim> meeting) {
    return meeting.stream()
        .filter(claim -> claim.getValue() == value)
        .mapToDouble(claim -> -ValueRange.of(claim).width())
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private static Agreement agreement(
      List<MarketClaim> claims,
      List<MarketClaim> supporting,
      List<MarketClaim> against,
      List<MarketClaim> implied,
      Value value) {
    if (!against.isEmpty()) {
      return Agreement.CONFLICTING;
    }
    if (claims.size() == 1 && implied.isEmpty()) {
      return Agreement.SINGLE;
    }
    boolean same =
        implied.isEmpty()
            && supporting.stream()
                .allMatch(
                    claim ->
                        claim.getValue() == value.number() && claim.getBound() == value.bound());
    return same ? Agreement.AGREED : Agreement.COMPATIBLE;
  }

  private static String rule(List<MarketClaim> claims, Meeting best, Value value) {
    int all = Voucher.independent(claims.stream().map(Voucher::of).toList());
    String number =
        switch (value.bound()) {
          case EXACT -> "the number told";
          case ABOUT -> "the approximate number told";
          case AT_LEAST -> "the highest lower bound told";
          case AT_MOST -> "the lowest upper bound told";
        };
    return number
        + " where "
        + best.sources()
        + " of "
        + all
        + (all == 1 ? " source meets" : " sources meet")
        + "; ties go to the newest claim, then the most precise";
  }

  private record Value(double number, Bound bound) {}

  /**
   * A value at which ranges meet.
   *
   * @param floor the value
   * @param claims whose ranges hold it
   * @param sources how many independent ones vouch for them
   * @param newest publication of the newest claim that is not a mere bound, else of the newest
   * @param width of the narrowest range
   */
  private record Meeting(
      double floor, List<MarketClaim> claims, int sources, Instant newest, double width) {
    static final Comparator<Meeting> BEST_FIRST =
        Comparator.comparing((Meeting meeting) -> -meeting.sources)
            .thenComparing(Meeting::newest, Comparator.reverseOrder())
            .thenComparing(Meeting::width)
            .thenComparing(Meeting::floor);

    static Meeting at(double value, List<MarketClaim> all) {
      List<MarketClaim> held =
          all.stream().filter(claim -> ValueRange.of(claim).holds(value)).toList();
      List<MarketClaim> tight =
          held.stream().filter(claim -> !Double.isInfinite(ValueRange.of(claim).width())).toList();
      Collection<MarketClaim> telling = tight.isEmpty() ? held : tight;
      return new Meeting(
          value,
          held,
          Voucher.independent(held.stream().map(Voucher::of).toList()),
          telling.stream().map(MarketClaim::getPublishedAt).max(Instant::compareTo).orElseThrow(),
          telling.stream().mapToDouble(c -> ValueRange.of(c).width()).min().orElseThrow());
    }

    /** The largest value at which the same ranges meet. */
    double ceiling() {
      return claims.stream().mapToDouble(c -> ValueRange.of(c).high()).min().orElseThrow();
    }
  }
}
