package io.newsledger.extraction.movement;

import io.newsledger.extraction.people.PeopleFinder;
import io.newsledger.extraction.phrase.Lines;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Classes of words. Immutable. */
final class Words {
  private final Map<String, Set<String>> classes = new HashMap<>();
  private final Map<String, Set<String>> notNames = new HashMap<>();

  private Words() {}

  static Words load() {
    Words words = new Words();
    words.read(words.classes, Lines.columns(Words.class, "words.tsv"));
    words.read(words.notNames, Lines.columns(PeopleFinder.class, "not-names.tsv"));
    return words;
  }

  private void read(Map<String, Set<String>> into, List<List<String>> rows) {
    for (List<String> row : rows) {
      into.computeIfAbsent(row.get(0), k -> new HashSet<>())
          .addAll(Arrays.asList(row.get(1).split(" ", -1)));
    }
  }

  /** Whether a word in lower case is of a class. */
  boolean is(String kind, String word) {
    return classes.getOrDefault(kind, Set.of()).contains(word);
  }

  /** Whether a capitalised word, in lower case, is an ordinary one, a place or a time. */
  boolean isOrdinary(String word) {
    return notNames("word", word) || isPlaceOrTitle(word);
  }

  /** Whether a capitalised word, in lower case, is a place, a time or a title, even in a name. */
  boolean isPlaceOrTitle(String word) {
    return notNames("place", word)
        || notNames("time", word)
        || notNames("title", word)
        || notNames("honorific", word);
  }

  private boolean notNames(String kind, String word) {
    return notNames.getOrDefault(kind, Set.of()).contains(word);
  }
}
