package io.newsledger.extraction.figure;

import io.newsledger.extraction.reference.Entity;
import io.newsledger.extraction.reference.EntityMention;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What an article as a whole tells of the companies and products that it names. */
final class Background {
  private final Map<String, List<Integer>> sentences = new HashMap<>();
  private final Set<String> inTitle = new HashSet<>();
  private final Map<String, Entity> known;
  private final int size;

  /**
   * Looks at an article.
   *
   * @param mentions one list for each sentence
   * @param known the reference data, by name
   */
  Background(Document document, List<List<EntityMention>> mentions, Map<String, Entity> known) {
    this.known = known;
    this.size = document.sentences().size();
    for (Sentence sentence : document.sentences()) {
      for (EntityMention mention : mentions.get(sentence.index())) {
        sentences.computeIfAbsent(mention.name(), k -> new ArrayList<>()).add(sentence.index());
        if (sentence.kind() == Sentence.Kind.TITLE) {
          inTitle.add(mention.name());
        }
      }
    }
  }

  /** How often a name stands in the article. */
  int count(String name) {
    return sentences.getOrDefault(name, List.of()).size();
  }

  /** Whether the title names it. */
  boolean isInTitle(String name) {
    return inTitle.contains(name);
  }

  /** Whether no other name stands in the article more often. */
  boolean isMostNamed(String name) {
    int own = count(name);
    return sentences.values().stream().allMatch(places -> places.size() <= own);
  }

  /**
   * What the article is about: of what its title names, or else of all, what is named most often;
   * null if nothing is.
   */
  String main() {
    return sentences.keySet().stream()
        .filter(name -> inTitle.isEmpty() || inTitle.contains(name))
        .max(
            Comparator.comparingInt((String name) -> sentences.get(name).size())
                .thenComparing(name -> -sentences.get(name).get(0))
                .thenComparing(Comparator.reverseOrder()))
        .orElse(null);
  }

  /** How many sentences before this one a name stood last; -1 if it did not before. */
  int distance(String name, int sentence) {
    int nearest = -1;
    for (int at : sentences.getOrDefault(name, List.of())) {
      nearest = at <= sentence ? sentence - at : nearest;
    }
    return nearest;
  }

  /** What the reference data calls it, in lower case; "new" if it has never heard of it. */
  String kind(String name) {
    Entity entity = known.get(name);
    if (entity == null) {
      return "new";
    }
    return entity.sector() == null ? "product" : entity.sector().name().toLowerCase(Locale.ROOT);
  }

  /** How many sentences the article has. */
  int size() {
    return size;
  }
}
