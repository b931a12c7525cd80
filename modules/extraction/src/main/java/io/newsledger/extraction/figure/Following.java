package io.newsledger.extraction.figure;

import io.newsledger.extraction.Metric;
import io.newsledger.extraction.number.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives a number without words of its own those of a number it is compared or listed with. */
final class Following {
  private static final Set<String> MARKS = Set.of("mark", "milestone", "threshold");
  private static final Set<String> HOLDS = Set.of("has", "with", "at", "holds", "had", "held");

  /** What may stand before the next number of a series: 2.1 million in January, 1.4 in February. */
  private static final Set<String> SERIES = Set.of(":", ",", "(", "just");

  private static final Set<String> LIST = Set.of("and", ",", "or", "&", "then");

  private final Cues cues;

  Following(Cues cues) {
    this.cues = cues;
  }

  /** A number without words of its own takes those of a neighbour it is compared or listed with. */
  Optional<Measure> follow(
      View view,
      List<Quantity> live,
      Quantity quantity,
      Map<Quantity, Measure> found,
      Measure last) {
    int at = live.indexOf(quantity);
    Measure before = null;
    for (int i = at - 1; i >= 0 && before == null; i--) {
      before = live.get(i).unit().equals(quantity.unit()) ? found.get(live.get(i)) : null;
      if (live.get(i).unit().equals(quantity.unit())) {
        break;
      }
    }
    Measure behind = at + 1 < live.size() ? found.get(live.get(at + 1)) : null;
    boolean earlier = cues.leadsTo(Cue.EARLIER, view, quantity);
    boolean towards = isTowards(view, quantity);
    if (before != null && sameUnit(before, quantity) && isFree(view, quantity)) {
      boolean moved = cues.startBefore(Cue.GROWTH, view.lexemes(), quantity.from() - 1) >= 0;
      if (towards && (before.role() == Measure.Role.EARLIER || moved)) {
        return Optional.of(from(before, quantity, Measure.Role.LATER));
      }
      if (hasOwner(view, before, quantity)) {
        return Optional.of(from(before, quantity, Measure.Role.OTHER));
      }
      if (isExpectation(view, quantity)) {
        return Optional.of(from(before, quantity, Measure.Role.OTHER));
      }
      if (earlier) {
        return Optional.of(from(before, quantity, Measure.Role.EARLIER));
      }
      if (quantity.range() == Quantity.End.HIGH || quantity.range() == Quantity.End.LOW) {
        return Optional.of(from(before, quantity, before.role()));
      }
      boolean listed = LIST.contains(view.key(quantity.from() - 1));
      if (listed && isDated(view, quantity)) {
        return Optional.of(from(before, quantity, Measure.Role.EARLIER));
      }
      if (listed && view.key(quantity.end()).equals(",") && !isDated(view, quantity)) {
        return Optional.of(from(before, quantity, Measure.Role.OTHER));
      }
      if (listed && before.role() == Measure.Role.PLAIN && respectively(view, quantity)) {
        return Optional.of(from(before, quantity, Measure.Role.OTHER));
      }
      if (isDated(view, quantity) && SERIES.contains(view.key(quantity.from() - 1))) {
        return Optional.of(from(before, quantity, Measure.Role.OTHER));
      }
      if (listed && before.role() == Measure.Role.OTHER) {
        return Optional.of(from(before, quantity, Measure.Role.OTHER));
      }
    }
    boolean pair =
        behind != null
            && sameUnit(behind, quantity)
            && behind.quantity().from() - quantity.end() <= 6
            && (isTowards(view, behind.quantity()) || quantity.range() != Quantity.End.NONE);
    if (pair) {
      Measure.Role role = earlier ? Measure.Role.EARLIER : behind.role();
      return Optional.of(from(behind, quantity, role));
    }
    boolean inOrder =
        behind != null
            && sameUnit(behind, quantity)
            && behind.quantity().from() - quantity.end() <= 2
            && respectively(view, behind.quantity());
    if (inOrder) {
      return Optional.of(from(behind, quantity, behind.role()));
    }
    boolean mark = MARKS.contains(view.key(quantity.end()));
    Measure marked = before == null ? last : before;
    if (mark && marked != null && sameUnit(marked, quantity)) {
      return Optional.of(from(marked, quantity, Measure.Role.PLAIN));
    }
    if (last != null && earlier && at == 0 && quantity.from() <= 8 && sameUnit(last, quantity)) {
      return Optional.of(from(last, quantity, Measure.Role.EARLIER));
    }
    if (last != null && isPlaced(view, quantity, last)) {
      return Optional.of(from(last, quantity, Measure.Role.OTHER));
    }
    if (last != null && isConsensus(view, quantity, last)) {
      return Optional.of(from(last, quantity, Measure.Role.OTHER));
    }
    return Optional.empty();
  }

  /** Topping the $2 billion expected; beating estimates of $2 billion. */
  private boolean isExpectation(View view, Quantity quantity) {
    return cues.endAt(Cue.FORECAST_BEHIND, view.lexemes(), quantity.end()) > 0
        || cues.startBefore(Cue.EXPECTATION, view.lexemes(), quantity.from()) >= 0;
  }

  /** Analysts expected $292 million: the revenue that the sentence before told of. */
  private boolean isConsensus(View view, Quantity quantity, Measure last) {
    double ratio = quantity.value() / last.value();
    return last.metric() == Metric.REVENUE
        && sameUnit(last, quantity)
        && ratio > 0.5
        && ratio < 2
        && cues.within(Cue.ANALYSTS, view.lexemes(), 0, 4);
  }

  /** Behind it, A has 25%; B with 20%: the share that the sentence before told of. */
  private static boolean isPlaced(View view, Quantity quantity, Measure last) {
    boolean share = last.metric() == Metric.MARKET_SHARE || last.metric() == Metric.USAGE_SHARE;
    return share
        && sameUnit(last, quantity)
        && HOLDS.contains(view.key(quantity.from() - 1))
        && view.tag(quantity.end()).equals("PUNCT")
        && view.mentions().stream()
            .anyMatch(m -> m.end() <= quantity.from() && quantity.from() - m.end() <= 4);
  }

  private static boolean isTowards(View view, Quantity quantity) {
    int at = quantity.from() - 1;
    while (at > 0 && Words.FILLERS.contains(view.key(at)) && !view.key(at).equals("to")) {
      at--;
    }
    return view.key(at).equals("to") || view.key(at).equals("-");
  }

  private static Measure from(Measure base, Quantity quantity, Measure.Role role) {
    return new Measure(quantity, base.metric(), base.trigger(), role, base);
  }

  private static boolean sameUnit(Measure measure, Quantity quantity) {
    return measure.quantity().unit().equals(quantity.unit())
        && (measure.metric() != Metric.VALUATION || quantity.value() >= 1_000_000);
  }

  /** Whether no noun behind the number says that it counts something else. */
  private static boolean isFree(View view, Quantity quantity) {
    int at = quantity.end();
    boolean noun = view.tag(at).equals("NOUN");
    return !noun
        || quantity.isMoney()
        || Words.NOT_A_NOUN.contains(view.key(at))
        || view.timeAt(at).isPresent();
  }

  private boolean respectively(View view, Quantity quantity) {
    return cues.within(Cue.RESPECTIVELY, view.lexemes(), quantity.end(), quantity.end() + 8);
  }

  /** Whether the number stands right behind or before a name of its own. */
  private static boolean hasOwner(View view, Measure before, Quantity quantity) {
    int from = Math.max(before.quantity().end(), quantity.from() - 6);
    for (Mention mention : view.mentions()) {
      boolean ahead = mention.first() >= from && mention.end() <= quantity.from();
      int behind = mention.first() - quantity.end();
      boolean owner =
          behind >= 1
              && behind <= 3
              && Set.of("for", "by", "at").contains(view.key(quantity.end()));
      if (ahead || owner) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDated(View view, Quantity quantity) {
    for (int at = quantity.end(); at < quantity.end() + 3; at++) {
      if (view.timeAt(at).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
