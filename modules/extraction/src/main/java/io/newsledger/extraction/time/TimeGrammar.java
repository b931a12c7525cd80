package io.newsledger.extraction.time;

import io.newsledger.extraction.phrase.Lexeme;
import io.newsledger.extraction.phrase.Lines;
import io.newsledger.extraction.phrase.Phrase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

  /** A rule that fits a place. */
  record Found(Rule rule, Phrase.Match match) {}

  private final List<Rule> rules;
  private final TimeSlots slots;
  private final Set<String> starters;

  private TimeGrammar(List<Rule> rules, TimeSlots slots, Set<String> starters) {
    this.rules = rules;
    this.slots = slots;
    this.starters = starters;
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
    if (!starters.contains(first.key()) && !slots.canBegin(first)) {
      return Optional.empty();
    }
    Found best = null;
    for (Rule rule : rules) {
      Optional<Phrase.Match> match = rule.phrase.matchAt(lexemes, at, slots);
      if (match.isPresent() && (best == null || match.get().end() > best.match.end())) {
        best = new Found(rule, match.get());
      }
    }
    return Optional.ofNullable(best);
  }
}
