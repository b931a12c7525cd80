package io.newsledger.extraction.time;

import io.newsledger.extraction.phrase.Lexeme;
import io.newsledger.extraction.phrase.Lines;
import io.newsledger.extraction.phrase.Phrase;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The declared phrases of time. */
final class TimeGrammar {
  /**
   * One declared phrase.
   *
   * @param resolution name of the way its point is computed
   * @param amount number behind the colon of the resolution, or 0
   */
  record Rule(TimeExpression.Kind kind, String resolution, int amount, Phrase phrase) {}

  private static final BitSet NONE = new BitSet(0);

  /** A rule that fits a place. */
  record Found(Rule rule, Phrase.Match match) {}

  private final List<Rule> rules;
  private final TimeSlots slots;
  private final Set<String> starters;

  /** For each rule, by the places in the list: the words that it can begin with. */
  private final Map<String, BitSet> byWord = new HashMap<>();

  /** The rules that can begin with a slot, likewise. */
  private final Map<TimeSlots.Slot, BitSet> bySlot = new EnumMap<>(TimeSlots.Slot.class);

  private TimeGrammar(List<Rule> rules, TimeSlots slots, Set<String> starters) {
    this.rules = rules;
    this.slots = slots;
    this.starters = starters;
    for (int i = 0; i < rules.size(); i++) {
      Phrase.Start start = rules.get(i).phrase.start();
      if (start.any()) {
        throw new IllegalStateException("could begin with any word: " + rules.get(i).phrase);
      }
      for (String word : start.words()) {
        byWord.computeIfAbsent(word, w -> new BitSet()).set(i);
      }
      for (String slot : start.slots()) {
        bySlot.computeIfAbsent(TimeSlots.Slot.of(slot), s -> new BitSet()).set(i);
      }
    }
  }

  static TimeGrammar load(TimeSlots slots) {
    List<Rule> rules = new ArrayList<>();
    Set<String> starters = new HashSet<>();
    for (List<String> row : Lines.columns(TimeGrammar.class, "expressions.tsv")) {
      if (row.size() != 3) {
        throw new IllegalStateException("not kind, resolution and phrase: " + row);
      }
      String resolution = row.get(1);
      int colon = resolution.indexOf(':');
      Phrase phrase = Phrase.parse(row.get(2));
      rules.add(
          new Rule(
              TimeExpression.Kind.valueOf(row.get(0)),
              colon < 0 ? resolution : resolution.substring(0, colon),
              colon < 0 ? 0 : Integer.parseInt(resolution.substring(colon + 1)),
              phrase));
      starters.addAll(phrase.firstWords());
    }
    return new TimeGrammar(List.copyOf(rules), slots, Set.copyOf(starters));
  }

  /** The rule that takes most lexemes at a place; of equals, the one declared first. */
  Optional<Found> at(List<Lexeme> lexemes, int at) {
    Lexeme first = lexemes.get(at);
    Set<TimeSlots.Slot> fitting = slots.beginningWith(first);
    boolean starts = starters.contains(first.key()) || !fitting.isEmpty() || first.isCapitalised();
    if (!starts) {
      return Optional.empty();
    }
    BitSet candidates = byWord.getOrDefault(first.key(), NONE);
    if (!fitting.isEmpty()) {
      candidates = (BitSet) candidates.clone();
      for (TimeSlots.Slot slot : fitting) {
        candidates.or(bySlot.getOrDefault(slot, NONE));
      }
    }
    Found best = null;
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      Rule rule = rules.get(i);
      Optional<Phrase.Match> match = rule.phrase.matchAt(lexemes, at, slots);
      if (match.isPresent() && (best == null || match.get().end() > best.match.end())) {
        best = new Found(rule, match.get());
      }
    }
    return Optional.ofNullable(best);
  }
}
