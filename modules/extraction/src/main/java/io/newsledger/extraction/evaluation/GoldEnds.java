package io.newsledger.extraction.evaluation;

import java.util.List;

/** The ends of the movements in one article's gold, for asking whether one found is among them. */
public final class GoldEnds {
  /** What {@link #indexOf} says of an end that the gold does not have. */
  public static final int NONE = -1;

  /** What {@link #indexOf} says of an end that counts for nothing. */
  public static final int NEUTRAL = -2;

  private final Facts facts = new Facts(FoldedNames.load());
  private final List<MovementEnd> ends;

  /** Takes the gold apart. */
  public GoldEnds(Annotation gold) {
    ends = facts.ends(gold);
  }

  /** How many ends are to be found. */
  public long size() {
    return ends.stream().filter(end -> !end.optional()).count();
  }

  /**
   * The number of the end that a step of one end is, from 0; {@link #NONE} or {@link #NEUTRAL}
   * otherwise.
   */
  public int indexOf(Annotation.Step step) {
    MovementEnd found = facts.ends(new Annotation("", List.of(step), List.of())).get(0);
    boolean idle = false;
    int match = NONE;
    for (int i = 0; i < ends.size(); i++) {
      MovementEnd end = ends.get(i);
      if (end.matches(found) && (match == NONE || !end.optional())) {
        match = end.optional() ? NEUTRAL : i;
      }
      idle |= found.isIdleBeside(end);
    }
    return match == NONE && idle ? NEUTRAL : match;
  }

  /** The date of an end, ISO 8601, or null. */
  public String date(int index) {
    return ends.get(index).date();
  }
}
