package io.newsledger.extraction.movement;

import io.newsledger.extraction.Modality;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes one step of all that an article says of it. */
final class Merger {
  private static final int NEAR = 2;

  private Merger() {}

  /** Candidates in reading order to one list of steps in the order of their first words. */
  static List<List<Candidate>> merge(List<Candidate> candidates) {
    List<List<Candidate>> steps = new ArrayList<>();
    for (Candidate candidate : candidates) {
      List<Candidate> step = null;
      for (List<Candidate> other : steps) {
        if (fits(other, candidate)) {
          step = other;
          break;
        }
      }
      if (step == null) {
        step = new ArrayList<>();
        steps.add(step);
      }
      step.add(candidate);
    }
    return steps;
  }

  static String from(List<Candidate> step) {
    return step.stream().map(Candidate::from).filter(Objects::nonNull).findFirst().orElse(null);
  }

  static String to(List<Candidate> step) {
    return step.stream().map(Candidate::to).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static boolean fits(List<Candidate> step, Candidate next) {
    Candidate first = step.get(0);
    if (!first.person().equals(next.person())) {
      return false;
    }
    boolean doubt = isDoubt(first.modality());
    if (doubt != isDoubt(next.modality()) || (doubt && first.modality() != next.modality())) {
      return false;
    }
    String from = from(step);
    String to = to(step);
    boolean within = from != null && from.equals(to);
    if (within != next.isWithin()) {
      return false;
    }
    boolean near = step.stream().anyMatch(c -> Math.abs(c.sentence() - next.sentence()) < NEAR);
    boolean dated = step.stream().allMatch(c -> agree(c.date(), next.date()));
    boolean sameFrom = from != null && from.equals(next.from());
    boolean sameTo = to != null && to.equals(next.to());
    boolean fromFits = from == null || next.from() == null || sameFrom;
    boolean toFits = to == null || next.to() == null || sameTo;
    if (!fromFits || !toFits) {
      return false;
    }
    // one end shared, the rest open: the same step; no end shared: one move told in one place
    if (sameFrom || sameTo) {
      return dated || near;
    }
    return near && !isSame(from, next.to()) && !isSame(to, next.from());
  }

  private static boolean isSame(String one, String other) {
    return one != null && one.equals(other);
  }

  private static boolean isDoubt(Modality modality) {
    return modality == Modality.RUMOURED || modality == Modality.DENIED;
  }

  private static boolean agree(String one, String other) {
    if (one == null || other == null) {
      return true;
    }
    int length = Math.min(one.length(), other.length());
    return one.substring(0, length).equals(other.substring(0, length));
  }
}
