package io.newsledger.extraction.figure;

import io.newsledger.extraction.number.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells the numbers that could be levels from changes, additions and second currencies. */
final class Levels {
  /** Verbs that "up" and "by" belong to without a change of level: signed up, used by. */
  private static final Set<String> SETTLED =
      Set.of(
          "signed",
          "racked",
          "built",
          "lined",
          "used",
          "adopted",
          "trusted",
          "chosen",
          "preferred",
          "favored",
          "favoured",
          "held");

  /** What a number behind "with" tells apart: teams with 25 users. */
  private static final Set<String> GROUPS =
      Set.of(
          "companies",
          "firms",
          "businesses",
          "teams",
          "organizations",
          "organisations",
          "employers",
          "enterprises",
          "customers",
          "startups",
          "countries",
          "accounts",
          "channels",
          "creators");

  private final Cues cues;

  Levels(Cues cues) {
    this.cues = cues;
  }

  /** The quantities that could be levels: no growth, no additions, no second currency. */
  List<Quantity> of(View view) {
    List<Quantity> live = new ArrayList<>();
    Quantity before = null;
    for (Quantity quantity : view.quantities()) {
      boolean other = quantity.unit().equals(Quantity.POINTS) || quantity.unit().equals("ORDINAL");
      boolean times = quantity.unit().equals(Quantity.MULTIPLE) && quantity.value() < 1000;
      boolean level = !isChange(view, quantity) && !isCriterion(view, quantity);
      if (!other && !times && level && !isConversion(view, before, quantity)) {
        live.add(quantity);
      }
      before = quantity;
    }
    return live;
  }

  /** Companies with more than 25 seats: the number says which of them. */
  private static boolean isCriterion(View view, Quantity quantity) {
    int with = quantity.from() - 1;
    return view.key(with).equals("with") && GROUPS.contains(view.key(with - 1));
  }

  private boolean isChange(View view, Quantity quantity) {
    int from = quantity.from();
    boolean percent = quantity.unit().equals(Quantity.PERCENT);
    if (percent && cues.endAt(Cue.GROWTH_BEHIND, view.lexemes(), quantity.end()) > 0) {
      return true;
    }
    if (!percent && cues.leadsTo(Cue.NET, view, quantity)) {
      return true;
    }
    if (view.key(from - 1).equals("+") || (view.key(from - 1).equals("-") && !percent)) {
      return view.key(from - 1).equals("+");
    }
    int growth = cues.startBefore(Cue.GROWTH, view.lexemes(), from);
    if (growth < 0 || SETTLED.contains(view.key(growth - 1))) {
      return false;
    }
    if (view.key(from - 1).equals("by")) {
      return percent || cues.within(Cue.GROWTH, view.lexemes(), growth - 3, growth);
    }
    return true;
  }

  /** ₹148 billion (around $1.6 billion): the second is the first again. */
  private static boolean isConversion(View view, Quantity before, Quantity quantity) {
    return before != null
        && before.isMoney()
        && quantity.isMoney()
        && !before.unit().equals(quantity.unit())
        && quantity.from() - before.end() <= 2
        && view.hasWord(Set.of("("), before.end(), quantity.from() + 1);
  }
}
