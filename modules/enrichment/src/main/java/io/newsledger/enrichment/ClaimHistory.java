package io.newsledger.enrichment;

import io.newsledger.events.ClaimStatus;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.RevisionClaims;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Folds the readings of all revisions of one article to its claims of one kind. A claim is known
 * from the time of a revision that makes it until the time of the next that does not; it is told as
 * the earliest revision that makes it words it.
 *
 * <p>Revisions of one instant follow each other in no time: the last of them stands for the
 * instant, and a claim that only others of them make was never known.
 */
final class ClaimHistory<T> {
  private static final Comparator<RevisionClaims> ORDER =
      Comparator.comparing(RevisionClaims::getRevisedAt).thenComparing(RevisionClaims::getRevision);

  private final ClaimKind<T> kind;
  private final SortedMap<String, Life<T>> lives = new TreeMap<>();
  private Set<String> standing = Set.of();

  private ClaimHistory(ClaimKind<T> kind) {
    this.kind = kind;
  }

  /**
   * The claims by id, the forgotten ones among them.
   *
   * @param readings of all revisions, in any order, each once
   */
  static <T> SortedMap<String, T> of(ClaimKind<T> kind, List<RevisionClaims> readings) {
    List<RevisionClaims> ordered = readings.stream().sorted(ORDER).toList();
    ClaimHistory<T> history = new ClaimHistory<>(kind);
    for (int i = 0; i < ordered.size(); i++) {
      RevisionClaims reading = ordered.get(i);
      Set<String> made = history.meet(reading);
      boolean last =
          i + 1 == ordered.size()
              || !ordered.get(i + 1).getRevisedAt().equals(reading.getRevisedAt());
      if (last) {
        history.stand(made, reading.getRevisedAt());
      }
    }
    return history.claims();
  }

  private Set<String> meet(RevisionClaims reading) {
    Set<String> made = new HashSet<>();
    for (T claim : kind.in().apply(reading)) {
      String id = kind.id().apply(claim);
      made.add(id);
      lives.computeIfAbsent(id, key -> new Life<>(claim));
    }
    return made;
  }

  private void stand(Set<String> made, Instant at) {
    for (String id : made) {
      if (!standing.contains(id)) {
        lives.get(id).since = at;
      }
    }
    for (String id : standing) {
      if (!made.contains(id)) {
        lives.get(id).end(at);
      }
    }
    standing = made;
  }

  private SortedMap<String, T> claims() {
    SortedMap<String, T> claims = new TreeMap<>();
    lives.forEach(
        (id, life) -> {
          ClaimStatus status = life.since == null ? ClaimStatus.RETRACTED : ClaimStatus.ASSERTED;
          claims.put(id, kind.retold().with(life.claim, status, life.known()));
        });
    return claims;
  }

  /** When one claim was known, as far as the fold has come. */
  private static final class Life<T> {
    private final T claim;
    private final List<KnownInterval> ended = new ArrayList<>();

    /** Since when it stands; null while it does not. */
    private Instant since;

    private Life(T claim) {
      this.claim = claim;
    }

    private void end(Instant at) {
      ended.add(new KnownInterval(since, at));
      since = null;
    }

    private List<KnownInterval> known() {
      List<KnownInterval> known = new ArrayList<>(ended);
      if (since != null) {
        known.add(new KnownInterval(since, null));
      }
      return known;
    }
  }
}
