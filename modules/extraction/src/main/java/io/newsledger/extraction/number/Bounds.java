package io.newsledger.extraction.number;

import io.newsledger.extraction.Bound;
import io.newsledger.extraction.phrase.Lexeme;
import io.newsledger.extraction.phrase.Lines;
import io.newsledger.extraction.phrase.Phrase;
import io.newsledger.extraction.phrase.PhraseIndex;
import io.newsledger.extraction.phrase.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The words beside a number that make it a bound: more than, nearly, 600M+. */
final class Bounds {
  private static final int LONGEST = 5;

  /** Words that may stand between a bound and its number. */
  private static final Set<String> FILLERS =
      Set.of(
          "[",
          "(",
          "*",
          "_",
          "an",
          "a",
          "the",
          "its",
          "estimated",
          "reported",
          "whopping",
          "staggering",
          "impressive");

  private record Marker(Bound bound, boolean before, Phrase phrase) {}

  /**
   * A bound and where it stands.
   *
   * @param at before a number: index of its first lexeme; after one: behind its last
   */
  record Found(Bound bound, int at) {}

  private final PhraseIndex<Marker> ahead;
  private final PhraseIndex<Marker> behind;

  private Bounds(List<Marker> markers) {
    ahead = PhraseIndex.of(markers.stream().filter(Marker::before).toList(), Marker::phrase);
    behind = PhraseIndex.of(markers.stream().filter(m -> !m.before).toList(), Marker::phrase);
  }

  static Bounds load() {
    List<Marker> markers = new ArrayList<>();
    for (List<String> row : Lines.columns(Bounds.class, "bounds.tsv")) {
      markers.add(
          new Marker(
              Bound.valueOf(row.get(0)), row.get(1).equals("BEFORE"), Phrase.parse(row.get(2))));
    }
    return new Bounds(markers);
  }

  /** The longest bound that ends where a number begins. */
  Found before(List<Lexeme> lexemes, int number) {
    int end = number;
    while (end > 0 && end > number - 3 && FILLERS.contains(lexemes.get(end - 1).key())) {
      end--;
    }
    for (int at = Math.max(0, end - LONGEST); at < number; at++) {
      for (Marker marker : ahead.at(lexemes.get(at))) {
        Optional<Phrase.Match> match = marker.phrase.matchAt(lexemes, at, Slots.NONE);
        if (match.isPresent() && match.get().end() >= end && match.get().end() <= number) {
          return new Found(marker.bound, at);
        }
      }
    }
    return new Found(Bound.EXACT, number);
  }

  /** The bound that begins where a number ends. */
  Found after(List<Lexeme> lexemes, int end) {
    if (end < lexemes.size()) {
      for (Marker marker : behind.at(lexemes.get(end))) {
        Optional<Phrase.Match> match = marker.phrase.matchAt(lexemes, end, Slots.NONE);
        if (match.isPresent()) {
          return new Found(marker.bound, match.get().end());
        }
      }
    }
    return new Found(Bound.EXACT, end);
  }
}
