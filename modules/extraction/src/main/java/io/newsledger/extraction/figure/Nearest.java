package io.newsledger.extraction.figure;

import io.newsledger.extraction.number.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the words of a metric that belong to a number: those that cost least to reach. */
final class Nearest {
  private static final int LONGEST_BEHIND = 5;
  private static final int LONGEST_BEFORE = 16;
  private static final Set<String> CLAUSE_SIGNS = Set.of(";", ".", "!", "?", "|");

  private final Cues cues;

  Nearest(Cues cues) {
    this.cues = cues;
  }

  /**
   * The words of the metric of a number.
   *
   * @param live the numbers of the sentence
   * @param at which of them
   * @param words candidates for its unit
   */
  Optional<Trigger> find(View view, List<Quantity> live, int at, List<Trigger> words) {
    Quantity quantity = live.get(at);
    int before = endOfOthers(view, live, at);
    int behind = at + 1 == live.size() ? view.size() : live.get(at + 1).from();
    Trigger best = null;
    int least = Integer.MAX_VALUE;
    for (Trigger trigger : words) {
      int cost = Integer.MAX_VALUE;
      if (trigger.first() >= quantity.end()
          && trigger.end() <= behind
          && trigger.place() != Trigger.Place.NUMBER_LAST) {
        boolean counts = trigger.place() != Trigger.Place.SERVED || isServed(view, live, at);
        cost = counts ? costBehind(view, quantity, trigger) : Integer.MAX_VALUE;
      } else if (trigger.end() <= quantity.first()
          && trigger.first() >= before
          && trigger.place() != Trigger.Place.NUMBER_FIRST
          && trigger.place() != Trigger.Place.SERVED) {
        cost = costBefore(view, quantity, trigger);
      }
      if (cost < least) {
        least = cost;
        best = trigger;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Behind the number before; a growth rate told on the way counts for none: of 34% to $10. */
  private static int endOfOthers(View view, List<Quantity> live, int at) {
    Quantity quantity = live.get(at);
    int last = at - 1;
    boolean towards =
        !quantity.unit().equals(Quantity.PERCENT) && view.key(quantity.from() - 1).equals("to");
    if (last >= 0 && towards && live.get(last).unit().equals(Quantity.PERCENT)) {
      last--;
    }
    return last < 0 ? 0 : live.get(last).end();
  }

  /** Works with 900 merchants, 70 brands and 17 banks. */
  private boolean isServed(View view, List<Quantity> live, int at) {
    for (int i = at; i >= 0; i--) {
      int from = live.get(i).from();
      int before = i == 0 ? from - 4 : Math.max(from - 4, live.get(i - 1).end());
      if (cues.within(Cue.SERVES, view.lexemes(), before, from)) {
        return true;
      }
      if (i == 0 || from - live.get(i - 1).end() > 6) {
        return false;
      }
    }
    return false;
  }

  private static int costBehind(View view, Quantity quantity, Trigger trigger) {
    int gap = trigger.first() - quantity.end();
    if (gap > LONGEST_BEHIND) {
      return Integer.MAX_VALUE;
    }
    for (int at = quantity.end(); at < trigger.first(); at++) {
      boolean in = view.key(at).equals("in") && quantity.isMoney();
      boolean apart = trigger.metric() == null && view.tag(at).equals("ADP") && !in;
      if (apart || !mayStandBetween(view, at)) {
        return Integer.MAX_VALUE;
      }
    }
    return gap;
  }

  /** Whether a lexeme can belong to the noun phrase that a number opens. */
  private static boolean mayStandBetween(View view, int at) {
    if (view.isDecoration(at)) {
      return true;
    }
    if (!view.lexemes().get(at).isWord()) {
      return false;
    }
    String key = view.key(at);
    return switch (view.tag(at)) {
      case "AUX", "CCONJ", "SCONJ", "PRON" -> false;
      case "ADP" -> key.equals("of") || key.equals("in");
      case "VERB" -> key.endsWith("ed") || key.endsWith("ing");
      default -> true;
    };
  }

  private int costBefore(View view, Quantity quantity, Trigger trigger) {
    int gap = quantity.from() - trigger.end();
    if (gap > LONGEST_BEFORE) {
      return Integer.MAX_VALUE;
    }
    int commas = 0;
    for (int at = trigger.end(); at < quantity.from(); at++) {
      commas += view.key(at).equals(",") ? 1 : 0;
      boolean sentenceSign = CLAUSE_SIGNS.contains(view.key(at)) && view.timeAt(at).isEmpty();
      if (sentenceSign || commas > 2) {
        return Integer.MAX_VALUE;
      }
    }
    boolean nothing = trigger.metric() == null;
    boolean verb = nothing && trigger.place() == Trigger.Place.NUMBER_LAST;
    if (nothing && !verb && commas > 0) {
      return Integer.MAX_VALUE;
    }
    if (!verb && !isLinked(view, quantity, trigger, commas > 0)) {
      return Integer.MAX_VALUE;
    }
    if (Trigger.Amount.of(quantity) == Trigger.Amount.COUNT
        && countsSomethingElse(view, quantity)) {
      return Integer.MAX_VALUE;
    }
    return gap + 1;
  }

  private boolean isLinked(View view, Quantity quantity, Trigger trigger, boolean apart) {
    if (cues.endAt(Cue.HELD, view.lexemes(), quantity.end()) > 0) {
      return true;
    }
    if (view.key(trigger.end() - 1).equals("growth")
        && !view.key(quantity.from() - 1).equals("to")) {
      return false;
    }
    boolean bound = !apart && quantity.from() < quantity.first();
    int at = quantity.from();
    while (at > trigger.end()
        && (Words.FILLERS.contains(view.key(at - 1)) || isAttribute(view, at - 1))) {
      if (cues.startBefore(Cue.LINK, view.lexemes(), at) >= 0) {
        return true;
      }
      at--;
    }
    return bound || at == trigger.end() || cues.startBefore(Cue.LINK, view.lexemes(), at) >= 0;
  }

  /** To [a] staggering $20 billion. */
  private static boolean isAttribute(View view, int at) {
    boolean participle = view.tag(at).equals("VERB") && view.key(at - 1).equals("a");
    return view.tag(at).equals("ADJ") || participle;
  }

  /** Revenue of a firm with 500 employees: the number has a noun of its own. */
  private static boolean countsSomethingElse(View view, Quantity quantity) {
    int at = quantity.end();
    boolean noun = view.tag(at).equals("NOUN") || view.tag(at).equals("ADJ");
    return noun && !Words.NOT_A_NOUN.contains(view.key(at)) && view.timeAt(at).isEmpty();
  }
}
