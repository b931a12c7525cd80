package io.newsledger.extraction.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A person's arrival at, departure from or change of role in an organisation.
 *
 * @param names parts of the name and of each alias, folded
 * @param kind what happened
 * @param organisation folded name
 * @param certainty how sure the text is
 */
record MovementEnd(
    List<List<String>> names,
    Kind kind,
    String organisation,
    Certainty certainty,
    String date,
    boolean optional,
    String label)
    implements Fact {
  /** What happened at the organisation. */
  enum Kind {
    LEFT,
    JOINED,
    WITHIN
  }

  /** Reported and announced count as one. */
  enum Certainty {
    ASSERTED,
    RUMOURED,
    DENIED
  }

  @Override
  public boolean matches(Fact other) {
    return other instanceof MovementEnd end
        && kind == end.kind
        && certainty == end.certainty
        && isAt(end);
  }

  /** Whether the same person left the organisation for sure, which makes a rumour of it idle. */
  boolean isIdleBeside(MovementEnd known) {
    return kind == Kind.LEFT
        && certainty == Certainty.RUMOURED
        && known.kind == Kind.LEFT
        && known.certainty == Certainty.ASSERTED
        && isAt(known);
  }

  MovementEnd at(String newDate) {
    return new MovementEnd(names, kind, organisation, certainty, newDate, optional, label);
  }

  private boolean isAt(MovementEnd other) {
    return organisation.equals(other.organisation) && isSamePerson(other);
  }

  private boolean isSamePerson(MovementEnd other) {
    for (List<String> mine : names) {
      for (List<String> theirs : other.names) {
        if (isSameName(mine, theirs)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The same parts, or two at least and all of them in the longer name (middle names). */
  private static boolean isSameName(List<String> one, List<String> other) {
    if (!one.isEmpty() && one.equals(other)) {
      return true;
    }
    Set<String> mine = new HashSet<>(one);
    Set<String> theirs = new HashSet<>(other);
    Set<String> small = mine.size() <= theirs.size() ? mine : theirs;
    Set<String> large = small == mine ? theirs : mine;
    return small.size() >= 2 && large.containsAll(small);
  }
}
