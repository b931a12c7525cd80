package io.newsledger.weighing;

import io.newsledger.events.Career;
import io.newsledger.events.Modality;
import io.newsledger.events.Movement;
import io.newsledger.events.TalentClaim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Folds all live claims on one person into a career.
 *
 * <p>Claims are taken in an order of their own content (certain before doubtful, both ends before
 * one, precise dates before vague ones), and each joins the step it fits best or opens one. So the
 * result is a function of the set.
 */
public final class CareerFold {
  private static final Comparator<Movement> BY_DATE =
      Comparator.comparing(CareerFold::sortDate)
          .thenComparing(Movement::getModality)
          .thenComparing(Movement::getId);

  private CareerFold() {}

  /**
   * The career that these claims make together.
   *
   * @param person key of the person
   * @param live the claims that stand, in any order, each once
   * @return empty if there are none
   */
  public static Optional<Career> fold(String person, Collection<TalentClaim> live) {
    if (live.isEmpty()) {
      return Optional.empty();
    }
    List<TalentClaim> claims = new ArrayList<>(live);
    claims.sort(Step.OPENING_ORDER);
    List<Step> steps = new ArrayList<>();
    for (TalentClaim claim : claims) {
      if (claim.getModality() == Modality.DENIED) {
        deny(steps, claim);
      } else {
        join(steps, claim);
      }
    }
    List<Movement> movements = steps.stream().map(Step::weighed).sorted(BY_DATE).toList();
    return Optional.of(
        Career.newBuilder()
            .setPerson(person)
            .setName(mostPrinted(claims))
            .setNames(printed(claims))
            .setMovements(movements)
            .build());
  }

  private static void join(List<Step> steps, TalentClaim claim) {
    Step best = null;
    for (Step step : steps) {
      if (step.admits(claim) && (best == null || step.fitsBetterThan(best, claim))) {
        best = step;
      }
    }
    if (best == null) {
      steps.add(Step.opened(claim));
    } else {
      best.support(claim);
    }
  }

  private static void deny(List<Step> steps, TalentClaim claim) {
    List<Step> denied = steps.stream().filter(step -> step.isDeniedBy(claim)).toList();
    if (denied.isEmpty()) {
      steps.add(Step.denied(claim));
    } else {
      denied.forEach(step -> step.contradict(claim));
    }
  }

  private static String mostPrinted(List<TalentClaim> claims) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    claims.forEach(claim -> counts.merge(claim.getPerson(), 1, Integer::sum));
    String most = counts.firstKey();
    for (var count : counts.entrySet()) {
      if (count.getValue() > counts.get(most)) {
        most = count.getKey();
      }
    }
    return most;
  }

  private static List<String> printed(List<TalentClaim> claims) {
    TreeSet<String> names = new TreeSet<>();
    claims.forEach(claim -> names.add(claim.getPerson()));
    return List.copyOf(names);
  }

  /** Undated movements come last. */
  private static String sortDate(Movement movement) {
    return movement.getDate() == null ? "~" : movement.getDate();
  }
}
