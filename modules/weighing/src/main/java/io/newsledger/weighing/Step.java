package io.newsledger.weighing;

import io.newsledger.events.DatedClaims;
import io.newsledger.events.Modality;
import io.newsledger.events.Movement;
import io.newsledger.events.TalentClaim;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One career step while its claims are being gathered. Lives within one fold and never leaves it.
 */
final class Step {
  /**
   * The order in which claims open steps: what says most comes first, so that a later claim never
   * adds an end to a step, and ties end in the id.
   */
  static final Comparator<TalentClaim> OPENING_ORDER =
      Comparator.comparing((TalentClaim claim) -> stage(claim.getModality()))
          .thenComparing(claim -> -ends(claim))
          .thenComparing(
              claim -> date(claim).map(PartialDate::precision).orElse(null),
              Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(claim -> date(claim).map(PartialDate::text).orElse(""))
          .thenComparing(TalentClaim::getPublishedAt)
          .thenComparing(TalentClaim::getId);

  private final String from;
  private final String to;
  private final PartialDate anchor;
  private final boolean denied;
  private Post post;
  private final List<TalentClaim> claims = new ArrayList<>();
  private final List<TalentClaim> against = new ArrayList<>();

  private Step(TalentClaim first, boolean denied) {
    this.from = first.getFrom();
    this.to = first.getTo();
    this.anchor = date(first).orElse(null);
    this.denied = denied;
    this.post = Post.of(first);
    (denied ? against : claims).add(first);
  }

  static Step opened(TalentClaim claim) {
    return new Step(claim, false);
  }

  /** A step of which only the denial is known. */
  static Step denied(TalentClaim claim) {
    return new Step(claim, true);
  }

  /**
   * Whether the claim can be of this step: all its ends are the step's, at a time that fits, and it
   * is of the same kind of post, as far as both say. A seat on a board is taken and left beside a
   * job.
   */
  boolean admits(TalentClaim claim) {
    if (!post.canBe(Post.of(claim))) {
      return false;
    }
    boolean within = Objects.equals(from, to);
    if (within || (claim.getFrom() != null && claim.getFrom().equals(claim.getTo()))) {
      return Objects.equals(from, claim.getFrom())
          && Objects.equals(to, claim.getTo())
          && fitsInTime(claim);
    }
    return (claim.getFrom() == null || claim.getFrom().equals(from))
        && (claim.getTo() == null || claim.getTo().equals(to))
        && fitsInTime(claim);
  }

  boolean fitsBetterThan(Step other, TalentClaim claim) {
    int shared = Integer.compare(sharedEnds(claim), other.sharedEnds(claim));
    return shared != 0 ? shared > 0 : distance(claim) < other.distance(claim);
  }

  /** A denial is of the arrival if it names one, else of the departure. */
  boolean isDeniedBy(TalentClaim claim) {
    boolean same = claim.getTo() != null ? claim.getTo().equals(to) : claim.getFrom().equals(from);
    return same && fitsInTime(claim);
  }

  void support(TalentClaim claim) {
    post = post.or(Post.of(claim));
    claims.add(claim);
  }

  void contradict(TalentClaim claim) {
    against.add(claim);
  }

  Movement weighed() {
    List<TalentClaim> telling = denied ? against : claims;
    List<TalentClaim> certain =
        telling.stream().filter(claim -> stage(claim.getModality()) == 0).toList();
    List<TalentClaim> dated =
        (certain.stream().anyMatch(claim -> date(claim).isPresent()) ? certain : telling)
            .stream().filter(claim -> date(claim).isPresent()).toList();
    Optional<PartialDate> agreed = AgreedDate.of(dated);
    List<PartialDate> alike =
        dated.stream()
            .map(claim -> date(claim).orElseThrow())
            .filter(date -> date.precision() == agreed.orElseThrow().precision())
            .sorted(Comparator.comparing(PartialDate::first))
            .toList();
    return Movement.newBuilder()
        .setId(telling.stream().map(TalentClaim::getId).min(String::compareTo).orElseThrow())
        .setFrom(from)
        .setTo(to)
        .setUnit(mostVouchedFor(describing(telling), TalentClaim::getUnit))
        .setRole(mostVouchedFor(describing(telling), TalentClaim::getRole))
        .setDate(agreed.map(PartialDate::text).orElse(null))
        .setEarliest(alike.isEmpty() ? null : alike.get(0).text())
        .setLatest(alike.isEmpty() ? null : alike.get(alike.size() - 1).text())
        .setDates(spread(telling))
        .setModality(modality())
        .setClaims(ids(claims))
        .setAgainst(ids(against))
        .setSources(Voucher.independent(claims.stream().map(Voucher::of).toList()))
        .build();
  }

  /** Unit and role are those of the post that is taken, where a claim tells them. */
  private List<TalentClaim> describing(List<TalentClaim> telling) {
    List<TalentClaim> arrivals = telling.stream().filter(claim -> claim.getTo() != null).toList();
    boolean described =
        arrivals.stream().anyMatch(claim -> claim.getUnit() != null || claim.getRole() != null);
    return described ? arrivals : telling;
  }

  /** A departure that is done does not make the arrival done: only claims that tell it can. */
  private Modality modality() {
    return claims.stream()
        .filter(claim -> to == null || claim.getTo() != null)
        .map(TalentClaim::getModality)
        .min(Comparator.naturalOrder())
        .orElse(Modality.DENIED);
  }

  private boolean fitsInTime(TalentClaim claim) {
    Optional<PartialDate> date = date(claim);
    return anchor == null || date.isEmpty() || anchor.near(date.get());
  }

  private int sharedEnds(TalentClaim claim) {
    int shared = claim.getFrom() != null && claim.getFrom().equals(from) ? 1 : 0;
    return shared + (claim.getTo() != null && claim.getTo().equals(to) ? 1 : 0);
  }

  /** Days between the step and the claim; a claim without a date stands at its publication. */
  private long distance(TalentClaim claim) {
    if (anchor == null) {
      return Long.MAX_VALUE;
    }
    PartialDate of =
        date(claim)
            .or(
                () ->
                    PartialDate.parse(
                        claim.getPublishedAt().atZone(ZoneOffset.UTC).toLocalDate().toString()))
            .orElse(anchor);
    return anchor.distance(of);
  }

  private static List<DatedClaims> spread(List<TalentClaim> telling) {
    TreeMap<String, List<TalentClaim>> byDate = new TreeMap<>();
    for (TalentClaim claim : telling) {
      date(claim)
          .ifPresent(
              date -> byDate.computeIfAbsent(date.text(), text -> new ArrayList<>()).add(claim));
    }
    return byDate.entrySet().stream()
        .map(entry -> new DatedClaims(entry.getKey(), ids(entry.getValue())))
        .toList();
  }

  /**
   * The value with most independent sources; of equals the longest, which says most; of equals the
   * first.
   */
  private static String mostVouchedFor(
      List<TalentClaim> telling, Function<TalentClaim, String> field) {
    Map<String, Set<Voucher>> vouchers = new HashMap<>();
    for (TalentClaim claim : telling) {
      String value = field.apply(claim);
      if (value != null) {
        vouchers.computeIfAbsent(value, v -> new HashSet<>()).add(Voucher.of(claim));
      }
    }
    return vouchers.entrySet().stream()
        .min(
            Comparator.comparing(
                    (Map.Entry<String, Set<Voucher>> e) -> -Voucher.independent(e.getValue()))
                .thenComparing(e -> -e.getKey().length())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static List<String> ids(List<TalentClaim> claims) {
    return claims.stream().map(TalentClaim::getId).sorted().toList();
  }

  static Optional<PartialDate> date(TalentClaim claim) {
    return PartialDate.parse(claim.getDate());
  }

  private static int ends(TalentClaim claim) {
    return (claim.getFrom() == null ? 0 : 1) + (claim.getTo() == null ? 0 : 1);
  }

  /** Certain claims open steps before doubtful ones, denials come last. */
  private static int stage(Modality modality) {
    return switch (modality) {
      case REPORTED, ANNOUNCED -> 0;
      case RUMOURED -> 1;
      case DENIED -> 2;
    };
  }
}
