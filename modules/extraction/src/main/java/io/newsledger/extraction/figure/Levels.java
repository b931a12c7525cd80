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

  private static final int OLDEST = 100;
  private static final Set<String> AGES = Set.of("age", "aged", "ages", "year", "years", "adults");
  private static final Set<String> AGE_BOUNDS = Set.of("under", "below", "over", "be");

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
      boolean name = view.mentionAt(quantity.first()).isPresent() || isOfNumber(view, quantity);
      level &= !name && !isAge(view, quantity);
      if (!other && !times && level && !isConversion(view, before, quantity)) {
        live.add(quantity);
      }
      before = quantity;
    }
    return live;
  }

  /** Part of something written in digits: 1-800-242, 24/7. */
  private static boolean isOfNumber(View view, Quantity quantity) {
    if (!quantity.unit().equals(Quantity.COUNT) || quantity.range() != Quantity.End.NONE) {
      return false;
    }
    return isJoined(view, quantity.first() - 1, quantity.first() - 2)
        || isJoined(view, quantity.end(), quantity.end() + 1);
  }

  private static boolean isJoined(View view, int sign, int number) {
    boolean digits = number >= 0 && number < view.size() && view.lexemes().get(number).isNumeral();
    return digits && (view.key(sign).equals("-") || view.key(sign).equals("/"));
  }

  /** Users under 18, aged 18 to 24, over the age of 13. */
  private static boolean isAge(View view, Quantity quantity) {
    if (!quantity.unit().equals(Quantity.COUNT) || quantity.value() >= OLDEST) {
      return false;
    }
    int at = quantity.first();
    return view.hasWord(AGES, at - 3, at)
        || view.hasWord(AGES, quantity.end(), quantity.end() + 3)
        || view.hasWord(AGE_BOUNDS, at - 1, at)
        || view.hasWord(Set.of("under", "older", "younger"), quantity.end(), quantity.end() + 2);
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
