package io.newsledger.extraction.movement;

import io.newsledger.extraction.time.TimeExpression;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds when a movement happens by the expressions of time in its clause. Immutable. */
final class Dating {
  private static final Set<TimeExpression.Kind> POINTS =
      EnumSet.of(
          TimeExpression.Kind.ABSOLUTE,
          TimeExpression.Kind.RELATIVE,
          TimeExpression.Kind.NOW,
          TimeExpression.Kind.QUARTER,
          TimeExpression.Kind.SEASON,
          TimeExpression.Kind.COMPARISON);
  private static final Set<String> CLAUSES =
      Set.of("who", "which", "having", "after", "before", "when", "while", "where", "since", "as");
  private static final int REACH = 26;

  /**
   * The point in time of a trigger, ISO 8601.
   *
   * @param others all triggers of the sentence, which the time may belong to
   */
  Optional<String> of(View view, Trigger trigger, List<Trigger> others) {
    TimeExpression best = null;
    int bestCost = Integer.MAX_VALUE;
    for (TimeExpression time : view.times()) {
      if (time.iso() == null || !POINTS.contains(time.kind())) {
        continue;
      }
      int cost = cost(view, trigger, time, others);
      if (cost < bestCost) {
        best = time;
        bestCost = cost;
      }
    }
    return Optional.ofNullable(best).map(TimeExpression::iso);
  }

  private static int cost(View view, Trigger trigger, TimeExpression time, List<Trigger> others) {
    boolean behind = time.firstToken() > trigger.last();
    int from = behind ? trigger.last() + 1 : time.lastToken() + 1;
    int to = behind ? time.firstToken() : trigger.first();
    int cost = to - from;
    if (cost > REACH) {
      return Integer.MAX_VALUE;
    }
    if (!behind) {
      cost += time.firstToken() <= 2 ? 0 : 4;
    }
    for (int i = from; i < to; i++) {
      boolean part = view.key(i).equals(";") || view.key(i).equals("but");
      cost += part ? 20 : view.isComma(i) ? 3 : 0;
      cost += CLAUSES.contains(view.key(i)) ? 7 : 0;
      cost += view.isTag(i, "AUX") || view.isTag(i, "VERB") ? 3 : 0;
    }
    cost += time.kind() == TimeExpression.Kind.NOW ? 3 : 0;
    boolean heading = !behind && view.key(time.lastToken() + 1).equals(":");
    cost -= heading ? 12 : 0;
    for (Trigger other : others) {
      boolean between =
          other.first() >= from && other.first() < to && other.first() != trigger.first();
      cost += between ? 6 : 0;
    }
    return cost;
  }
}
