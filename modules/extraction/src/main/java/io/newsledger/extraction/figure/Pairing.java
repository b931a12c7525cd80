package io.newsledger.extraction.figure;

import io.newsledger.extraction.Metric;
import io.newsledger.extraction.number.Quantity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives the numbers of a sentence their metrics. */
final class Pairing {
  private static final int LONGEST_BEHIND = 5;
  private static final int LONGEST_BEFORE = 12;
  private static final Set<String> CLAUSE_SIGNS = Set.of(";", ".", "!", "?", "|");
  private static final Set<String> FILLERS =
      Set.of(
          "a",
          "an",
          "the",
          "of",
          "its",
          "just",
          "only",
          "some",
          "record",
          "peak",
          "high",
          "low",
          "about",
          "around",
          "already",
          "estimated",
          "[",
          "(",
          "new",
          "current",
          "to",
          "*",
          "even",
          "now",
          "what",
          "was",
          "be",
          "been",
          "then");
  private static final Set<String> NOT_A_NOUN =
      Set.of("mark", "milestone", "people", "pre", "threshold", "level", "accounts", "monthly");
  private static final Set<String> MARKS = Set.of("mark", "milestone", "threshold");
  private static final Set<String> LIST = Set.of("and", ",", "or", "&", "then");

  private final Metrics metrics;
  private final Cues cues;

  Pairing(Metrics metrics, Cues cues) {
    this.metrics = metrics;
    this.cues = cues;
  }

  /**
   * The measures of a sentence, in order.
   *
   * @param last the last measure of the sentence before, which "up from 42%" goes back to; or null
   */
  List<Measure> measures(View view, Measure last) {
    Map<Trigger.Amount, List<Trigger>> triggers = new EnumMap<>(Trigger.Amount.class);
    Map<Quantity, Measure> found = new HashMap<>();
    List<Quantity> live = live(view);
    List<Quantity> open = new ArrayList<>();
    for (int i = 0; i < live.size(); i++) {
      Quantity quantity = live.get(i);
      List<Trigger> words =
          triggers.computeIfAbsent(amount(quantity), a -> metrics.find(view.lexemes(), a));
      Optional<Trigger> nearest = nearest(view, live, i, words);
      if (nearest.isEmpty()) {
        open.add(quantity);
      } else if (nearest.get().metric() != null) {
        found.put(quantity, direct(view, quantity, nearest.get()));
      }
    }
    for (Quantity quantity : open) {
      follow(view, live, quantity, found, last).ifPresent(m -> found.put(quantity, m));
    }
    return live.stream().filter(found::containsKey).map(found::get).toList();
  }

  private Measure direct(View view, Quantity quantity, Trigger trigger) {
    boolean earlier = cueBefore(view, Cue.EARLIER, quantity);
    return new Measure(
        quantity,
        trigger.metric(),
        trigger,
        earlier ? Measure.Role.EARLIER : Measure.Role.PLAIN,
        null);
  }

  private static Trigger.Amount amount(Quantity quantity) {
    if (quantity.isMoney()) {
      return Trigger.Amount.MONEY;
    }
    return switch (quantity.unit()) {
      case Quantity.PERCENT -> Trigger.Amount.PERCENT;
      case Quantity.MULTIPLE -> Trigger.Amount.TIMES;
      default -> Trigger.Amount.COUNT;
    };
  }

  /** The quantities that could be levels: no growth, no additions, no second currency. */
  private List<Quantity> live(View view) {
    List<Quantity> live = new ArrayList<>();
    Quantity before = null;
    for (Quantity quantity : view.quantities()) {
      boolean other = quantity.unit().equals(Quantity.POINTS) || quantity.unit().equals("ORDINAL");
      boolean times = quantity.unit().equals(Quantity.MULTIPLE) && quantity.value() < 1000;
      if (!other && !times && !isChange(view, quantity) && !isConversion(view, before, quantity)) {
        live.add(quantity);
      }
      before = quantity;
    }
    return live;
  }

  private boolean isChange(View view, Quantity quantity) {
    int from = quantity.from();
    boolean percent = quantity.unit().equals(Quantity.PERCENT);
    if (percent && cues.endAt(Cue.GROWTH_BEHIND, view.lexemes(), quantity.end()) > 0) {
      return true;
    }
    if (!percent && cues.startBefore(Cue.NET, view.lexemes(), from) >= 0) {
      return true;
    }
    if (view.key(from - 1).equals("+") || (view.key(from - 1).equals("-") && !percent)) {
      return view.key(from - 1).equals("+");
    }
    int growth = cues.startBefore(Cue.GROWTH, view.lexemes(), from);
    if (growth < 0) {
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

  private Optional<Trigger> nearest(View view, List<Quantity> live, int at, List<Trigger> words) {
    Quantity quantity = live.get(at);
    int before = at == 0 ? 0 : live.get(at - 1).end();
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
      if (!mayStandBetween(view, at)) {
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
    if (trigger.metric() != null && !isLinked(view, quantity, trigger, commas > 0)) {
      return Integer.MAX_VALUE;
    }
    if (amount(quantity) == Trigger.Amount.COUNT && countsSomethingElse(view, quantity)) {
      return Integer.MAX_VALUE;
    }
    return gap + 1;
  }

  private boolean isLinked(View view, Quantity quantity, Trigger trigger, boolean apart) {
    boolean bound = !apart && quantity.from() < quantity.first();
    int at = quantity.from();
    while (at > trigger.end() && FILLERS.contains(view.key(at - 1))) {
      if (cues.startBefore(Cue.LINK, view.lexemes(), at) >= 0) {
        return true;
      }
      at--;
    }
    return bound || at == trigger.end() || cues.startBefore(Cue.LINK, view.lexemes(), at) >= 0;
  }

  /** Revenue of a firm with 500 employees: the number has a noun of its own. */
  private static boolean countsSomethingElse(View view, Quantity quantity) {
    int at = quantity.end();
    boolean noun = view.tag(at).equals("NOUN") || view.tag(at).equals("ADJ");
    return noun && !NOT_A_NOUN.contains(view.key(at)) && view.timeAt(at).isEmpty();
  }

  private boolean cueBefore(View view, Cue cue, Quantity quantity) {
    int at = quantity.from();
    while (at > 0) {
      if (cues.startBefore(cue, view.lexemes(), at) >= 0) {
        return true;
      }
      if (!FILLERS.contains(view.key(at - 1)) || view.key(at - 1).equals("to")) {
        return false;
      }
      at--;
    }
    return false;
  }

  private static boolean isTowards(View view, Quantity quantity) {
    int at = quantity.from() - 1;
    while (at > 0 && FILLERS.contains(view.key(at)) && !view.key(at).equals("to")) {
      at--;
    }
    return view.key(at).equals("to") || view.key(at).equals("-");
  }

  /** A number without words of its own takes those of a neighbour it is compared or listed with. */
  private Optional<Measure> follow(
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
    boolean earlier = cueBefore(view, Cue.EARLIER, quantity);
    boolean towards = isTowards(view, quantity);
    if (before != null && sameUnit(before, quantity) && isFree(view, quantity)) {
      if (towards && before.role() == Measure.Role.EARLIER) {
        return Optional.of(from(before, quantity, Measure.Role.LATER));
      }
      if (hasOwner(view, before, quantity)) {
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
    boolean mark = MARKS.contains(view.key(quantity.end()));
    Measure marked = before == null ? last : before;
    if (mark && marked != null && sameUnit(marked, quantity)) {
      return Optional.of(from(marked, quantity, Measure.Role.PLAIN));
    }
    if (last != null && earlier && at == 0 && quantity.from() <= 8 && sameUnit(last, quantity)) {
      return Optional.of(from(last, quantity, Measure.Role.EARLIER));
    }
    return Optional.empty();
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
        || NOT_A_NOUN.contains(view.key(at))
        || view.timeAt(at).isPresent();
  }

  private boolean respectively(View view, Quantity quantity) {
    return cues.within(Cue.RESPECTIVELY, view.lexemes(), quantity.end(), quantity.end() + 4);
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
