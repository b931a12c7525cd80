package io.newsledger.extraction.figure;

import io.newsledger.extraction.Metric;
import io.newsledger.extraction.phrase.Lexeme;
import io.newsledger.extraction.phrase.Lines;
import io.newsledger.extraction.phrase.Phrase;
import io.newsledger.extraction.phrase.Slots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The declared words for metrics, and where they stand in a sentence. */
final class Metrics {
  private record Rule(
      Metric metric, Trigger.Amount amount, Trigger.Place place, Phrase phrase, int order) {}

  private final Map<String, List<Rule>> byFirstWord = new HashMap<>();
  private final List<Rule> anywhere = new ArrayList<>();
  private final Set<String> needed = new HashSet<>();

  private Metrics() {}

  static Metrics load() {
    Metrics metrics = new Metrics();
    int order = 0;
    for (List<String> row : Lines.columns(Metrics.class, "metrics.tsv")) {
      if (row.size() != 4) {
        throw new IllegalStateException("not metric, unit, place and phrase: " + row);
      }
      Phrase phrase = Phrase.parse(row.get(3));
      Rule rule =
          new Rule(
              row.get(0).equals("NOTHING") ? null : Metric.valueOf(row.get(0)),
              Trigger.Amount.valueOf(row.get(1)),
              Trigger.Place.valueOf(row.get(2)),
              phrase,
              order++);
      if (rule.metric != null) {
        metrics.needed.addAll(phrase.neededWords());
        if (phrase.neededWords().isEmpty()) {
          throw new IllegalStateException("a metric needs a word: " + row);
        }
      }
      if (phrase.firstWords().isEmpty()) {
        metrics.anywhere.add(rule);
      } else {
        phrase
            .firstWords()
            .forEach(w -> metrics.byFirstWord.computeIfAbsent(w, k -> new ArrayList<>()).add(rule));
      }
    }
    return metrics;
  }

  /** Whether the words of a metric could stand in a sentence. */
  boolean mayStandIn(List<Lexeme> lexemes) {
    for (Lexeme lexeme : lexemes) {
      if (needed.contains(lexeme.key())) {
        return true;
      }
    }
    return false;
  }

  /** The triggers of a sentence for one kind of number, in order, none overlapping another. */
  List<Trigger> find(List<Lexeme> lexemes, Trigger.Amount amount) {
    List<Trigger> found = new ArrayList<>();
    for (int at = 0; at < lexemes.size(); ) {
      Optional<Trigger> here = longest(lexemes, at, amount);
      here.ifPresent(found::add);
      at = here.map(Trigger::end).orElse(at + 1);
    }
    return found;
  }

  private Optional<Trigger> longest(List<Lexeme> lexemes, int at, Trigger.Amount amount) {
    Trigger best = null;
    int order = 0;
    List<Rule> rules = byFirstWord.getOrDefault(lexemes.get(at).key(), List.of());
    for (List<Rule> group : List.of(rules, anywhere)) {
      for (Rule rule : group) {
        if (rule.amount != amount) {
          continue;
        }
        Optional<Phrase.Match> match = rule.phrase.matchAt(lexemes, at, Slots.NONE);
        if (match.isEmpty()) {
          continue;
        }
        int end = match.get().end();
        boolean better =
            best == null || end > best.end() || (end == best.end() && rule.order < order);
        if (better) {
          best = new Trigger(rule.metric, amount, rule.place, at, end);
          order = rule.order;
        }
      }
    }
    return Optional.ofNullable(best);
  }
}
