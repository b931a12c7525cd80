package io.newsledger.extraction.figure;

import io.newsledger.extraction.number.Quantity;
import io.newsledger.extraction.phrase.Lexeme;
import io.newsledger.extraction.phrase.Lines;
import io.newsledger.extraction.phrase.Phrase;
import io.newsledger.extraction.phrase.Slots;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds cues in sentences. */
final class Cues {
  private static final int LONGEST = 7;

  /** Phrases of one kind by the words they can begin with; those of one word apart. */
  private static final class Group {
    private final Set<String> words = new HashSet<>();
    private final Map<String, List<Phrase>> phrases = new HashMap<>();
    private final List<Phrase> anywhere = new ArrayList<>();
  }

  private final Map<Cue, Group> groups = new EnumMap<>(Cue.class);

  private Cues() {}

  static Cues load() {
    Cues cues = new Cues();
    for (Cue cue : Cue.values()) {
      cues.groups.put(cue, new Group());
    }
    for (List<String> row : Lines.columns(Cues.class, "cues.tsv")) {
      Group group = cues.groups.get(Cue.valueOf(row.get(0)));
      Phrase phrase = Phrase.parse(row.get(1));
      Set<String> first = phrase.firstWords();
      if (row.get(1).indexOf(' ') < 0) {
        group.words.addAll(first);
      } else if (first.isEmpty()) {
        group.anywhere.add(phrase);
      } else {
        first.forEach(w -> group.phrases.computeIfAbsent(w, k -> new ArrayList<>()).add(phrase));
      }
    }
    return cues;
  }

  /** Behind the longest cue that begins at a place, or -1. */
  int endAt(Cue cue, List<Lexeme> lexemes, int at) {
    if (at < 0 || at >= lexemes.size()) {
      return -1;
    }
    Group group = groups.get(cue);
    String key = lexemes.get(at).key();
    int end = group.words.contains(key) ? at + 1 : -1;
    end = longest(group.phrases.getOrDefault(key, List.of()), lexemes, at, end);
    return longest(group.anywhere, lexemes, at, end);
  }

  private static int longest(List<Phrase> phrases, List<Lexeme> lexemes, int at, int least) {
    int end = least;
    for (Phrase phrase : phrases) {
      Optional<Phrase.Match> match = phrase.matchAt(lexemes, at, Slots.NONE);
      end = match.isPresent() ? Math.max(end, match.get().end()) : end;
    }
    return end;
  }

  /** Where the longest cue begins that ends before a place, or -1. */
  int startBefore(Cue cue, List<Lexeme> lexemes, int end) {
    for (int at = Math.max(0, end - LONGEST); at < end; at++) {
      if (endAt(cue, lexemes, at) == end) {
        return at;
      }
    }
    return -1;
  }

  /** Whether a cue begins within [from, to). */
  boolean within(Cue cue, List<Lexeme> lexemes, int from, int to) {
    for (int at = Math.max(0, from); at < Math.min(to, lexemes.size()); at++) {
      if (endAt(cue, lexemes, at) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a cue stands before a number, fillers apart. */
  boolean leadsTo(Cue cue, View view, Quantity quantity) {
    int at = quantity.from();
    while (at > 0) {
      if (startBefore(cue, view.lexemes(), at) >= 0) {
        return true;
      }
      if (!Words.FILLERS.contains(view.key(at - 1)) || view.key(at - 1).equals("to")) {
        return false;
      }
      at--;
    }
    return false;
  }
}
