package io.newsledger.extraction.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares annotations with gold, article by article, and adds up. Not safe for use by several
 * threads.
 */
public final class Evaluation {
  /** What is compared. */
  public enum Subject {
    /** Ends of movements: person, arrival, departure or change of role, organisation, certainty. */
    ENDS,
    /** Figures: entities, family of the metric, value, unit. */
    FIGURES
  }

  private final Facts facts = new Facts(FoldedNames.load());
  private final Map<Subject, Tally> tallies = new EnumMap<>(Subject.class);
  private final List<Mistake> mistakes = new ArrayList<>();

  /** Starts with nothing compared. */
  public Evaluation() {
    for (Subject subject : Subject.values()) {
      tallies.put(subject, Tally.NONE);
    }
  }

  /** Compares one article. */
  public void compare(Annotation gold, Annotation found) {
    compare(gold.id(), Subject.ENDS, facts.ends(gold), facts.ends(found));
    compare(gold.id(), Subject.FIGURES, facts.figures(gold), facts.figures(found));
  }

  /** The counts so far. */
  public Tally tally(Subject subject) {
    return tallies.get(subject);
  }

  /** All errors so far, in the order of the articles. */
  public List<Mistake> mistakes() {
    return List.copyOf(mistakes);
  }

  private void compare(
      String article, Subject subject, List<? extends Fact> gold, List<? extends Fact> found) {
    List<Fact> left = new ArrayList<>(found);
    List<Mistake> dates = new ArrayList<>();
    int count = 0;
    int right = 0;
    for (Fact fact : gold) {
      if (fact.optional()) {
        continue;
      }
      count++;
      Optional<Fact> match = take(fact, left);
      if (match.isEmpty()) {
        mistakes.add(new Mistake(article, Mistake.Kind.MISSED, subject, fact.label()));
        continue;
      }
      right++;
      String date = match.get().date();
      if (!Fact.datesAgree(fact.date(), date)) {
        String words = fact.label() + ": gold " + fact.date() + ", found " + date;
        dates.add(new Mistake(article, Mistake.Kind.DATE, subject, words));
      }
    }
    left.removeIf(extra -> isNeutral(extra, gold));
    for (Fact extra : left) {
      mistakes.add(new Mistake(article, Mistake.Kind.MADE_UP, subject, extra.label()));
    }
    mistakes.addAll(dates);
    Tally tally = new Tally(count, right + left.size(), right, right - dates.size());
    tallies.merge(subject, tally, Tally::plus);
  }

  /** Takes out what matches, with the same date where there is a choice. */
  private static Optional<Fact> take(Fact gold, List<Fact> left) {
    List<Fact> matching = left.stream().filter(gold::matches).toList();
    if (matching.isEmpty()) {
      return Optional.empty();
    }
    Fact chosen =
        matching.stream()
            .filter(fact -> Fact.datesAgree(gold.date(), fact.date()))
            .findFirst()
            .orElse(matching.get(0));
    left.remove(chosen);
    return Optional.of(chosen);
  }

  /** Whether something found that no gold entry asks for counts for nothing. */
  private static boolean isNeutral(Fact extra, List<? extends Fact> gold) {
    for (Fact fact : gold) {
      if (fact.optional() && fact.matches(extra)) {
        return true;
      }
      if (extra instanceof MovementEnd rumour
          && fact instanceof MovementEnd known
          && rumour.isIdleBeside(known)) {
        return true;
      }
    }
    return false;
  }
}
