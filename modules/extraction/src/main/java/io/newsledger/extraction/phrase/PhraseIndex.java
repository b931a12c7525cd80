package io.newsledger.extraction.phrase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Entries by the words that their phrases can begin with, so that at a place only those are tried
 * that could fit there. Immutable.
 *
 * @param <T> what a phrase stands for
 */
public final class PhraseIndex<T> {
  private final Map<String, List<T>> byWord = new HashMap<>();
  private final List<T> anywhere = new ArrayList<>();

  private PhraseIndex() {}

  /** Indexes entries; their order stays. */
  public static <T> PhraseIndex<T> of(List<T> entries, Function<T, Phrase> phrase) {
    PhraseIndex<T> index = new PhraseIndex<>();
    for (T entry : entries) {
      Set<String> words = phrase.apply(entry).firstWords();
      if (words.isEmpty()) {
        index.byWord.values().forEach(list -> list.add(entry));
        index.anywhere.add(entry);
      }
      for (String word : words) {
        index.byWord.computeIfAbsent(word, w -> new ArrayList<>(index.anywhere)).add(entry);
      }
    }
    return index;
  }

  /** The entries whose phrases could begin with a lexeme, in the order they were given. */
  public List<T> at(Lexeme lexeme) {
    return byWord.getOrDefault(lexeme.key(), anywhere);
  }
}
