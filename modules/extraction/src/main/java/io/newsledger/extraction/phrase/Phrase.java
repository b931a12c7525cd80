package io.newsledger.extraction.phrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A pattern over lexemes, written as elements apart by spaces.
 *
 * <ul>
 *   <li>{@code last|past}: one of these words or signs
 *   <li>{@code <month>}: a slot
 *   <li>{@code _}: any one word
 *   <li>{@code _*3}: up to three words or joining signs (- ' &), as few as possible
 *   <li>a {@code ?} behind any of them: may be missing
 * </ul>
 */
public final class Phrase {
  private static final Set<String> SKIPPED_SIGNS = Set.of("-", "'", "&");

  private final String source;
  private final Element[] elements;

  private Phrase(String source, List<Element> elements) {
    this.source = source;
    this.elements = elements.toArray(new Element[0]);
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public static Phrase parse(String source) {
    List<Element> elements = new ArrayList<>();
    for (String part : source.strip().split("\\s+", -1)) {
      if (part.isEmpty()) {
        throw new IllegalArgumentException("empty phrase");
      }
      elements.add(Element.parse(part));
    }
    return new Phrase(source, elements);
  }

  /** The first match found at a position; optional elements are taken where they can be. */
  public Optional<Match> matchAt(List<Lexeme> lexemes, int at, Slots slots) {
    if (elements[0].isMissing(lexemes, at)) {
      return Optional.empty();
    }
    Values values = new Values();
    int end = match(0, lexemes, at, slots, values);
    return end <= at ? Optional.empty() : Optional.of(new Match(at, end, values.all()));
  }

  private int match(int element, List<Lexeme> lexemes, int at, Slots slots, Values values) {
    if (element == elements.length) {
      return at;
    }
    Element wanted = elements[element];
    if (wanted.gap > 0) {
      for (int skip = 0; skip <= wanted.gap; skip++) {
        int end = match(element + 1, lexemes, at + skip, slots, values);
        if (end >= 0) {
          return end;
        }
        if (at + skip >= lexemes.size() || !mayBeSkipped(lexemes.get(at + skip))) {
          return -1;
        }
      }
      return -1;
    }
    int length = at < lexemes.size() ? wanted.length(lexemes, at, slots, values) : 0;
    if (length > 0) {
      int end = match(element + 1, lexemes, at + length, slots, values);
      if (end >= 0) {
        return end;
      }
      values.remove(wanted.slot);
    }
    return wanted.optional ? match(element + 1, lexemes, at, slots, values) : -1;
  }

  /** Words, and the signs inside and between them: in-app, Europe's, R&D. */
  private static boolean mayBeSkipped(Lexeme lexeme) {
    return lexeme.isWord() || SKIPPED_SIGNS.contains(lexeme.key());
  }

  /** The words a match can begin with; empty if it can begin with a slot or any word. */
  public Set<String> firstWords() {
    Start start = start();
    return start.any || !start.slots.isEmpty() ? Set.of() : start.words;
  }

  /** Words one of which stands in every match, the most telling ones; empty if there are none. */
  public Set<String> neededWords() {
    Set<String> needed = Set.of();
    int least = 0;
    for (Element element : elements) {
      int shortest = element.words.stream().mapToInt(String::length).min().orElse(0);
      if (!element.optional && shortest > least) {
        needed = element.words;
        least = shortest;
      }
    }
    return Set.copyOf(needed);
  }

  /** What a match can begin with. */
  public Start start() {
    Set<String> words = new HashSet<>();
    Set<String> slots = new HashSet<>();
    boolean any = false;
    for (Element element : elements) {
      words.addAll(element.words);
      any |= element.any || element.gap > 0;
      if (!element.slot.isEmpty()) {
        slots.add(element.slot);
      }
      if (!element.optional && element.gap == 0) {
        return new Start(words, slots, any);
      }
    }
    return new Start(words, slots, true);
  }

  /**
   * What a match can begin with.
   *
   * @param words words and signs
   * @param slots names of slots
   * @param any whether anything will do
   */
  public record Start(Set<String> words, Set<String> slots, boolean any) {
    public Start {
      words = Set.copyOf(words);
      slots = Set.copyOf(slots);
    }
  }

  @Override
  public String toString() {
    return source;
  }

  /**
   * A stretch of lexemes that a phrase fits.
   *
   * @param first index of the first lexeme
   * @param end behind the last lexeme
   * @param values values of the filled slots
   */
  public record Match(int first, int end, Map<String, Integer> values) {
    /** The value of a slot, or an alternative if it was not filled. */
    public int value(String slot, int otherwise) {
      return values.getOrDefault(slot, otherwise);
    }
  }

  private record Element(Set<String> words, String slot, boolean any, int gap, boolean optional) {
    static Element parse(String part) {
      boolean optional = part.length() > 1 && part.endsWith("?");
      String body = optional ? part.substring(0, part.length() - 1) : part;
      if (body.equals("_")) {
        return new Element(Set.of(), "", true, 0, optional);
      }
      if (body.startsWith("_*")) {
        return new Element(Set.of(), "", false, Integer.parseInt(body.substring(2)), optional);
      }
      if (body.startsWith("<") && body.endsWith(">")) {
        return new Element(Set.of(), body.substring(1, body.length() - 1), false, 0, optional);
      }
      List<String> words = Arrays.asList(body.toLowerCase(Locale.ROOT).split("\\|", -1));
      return new Element(new HashSet<>(words), "", false, 0, optional);
    }

    /** Whether it needs a word that does not stand at a place, told without trying. */
    boolean isMissing(List<Lexeme> lexemes, int at) {
      return !optional
          && !words.isEmpty()
          && (at >= lexemes.size() || !words.contains(lexemes.get(at).key()));
    }

    int length(List<Lexeme> lexemes, int at, Slots slots, Values values) {
      if (any) {
        return lexemes.get(at).isWord() ? 1 : 0;
      }
      if (!slot.isEmpty()) {
        Optional<Slots.Filling> filling = slots.fill(slot, lexemes, at);
        filling.ifPresent(f -> values.put(slot, f.value()));
        return filling.map(Slots.Filling::length).orElse(0);
      }
      return words.contains(lexemes.get(at).key()) ? 1 : 0;
    }
  }

  /** Values of slots in a match under way; most phrases have none. */
  private static final class Values {
    private Map<String, Integer> map;

    void put(String slot, int value) {
      if (map == null) {
        map = new HashMap<>();
      }
      map.put(slot, value);
    }

    void remove(String slot) {
      if (map != null) {
        map.remove(slot);
      }
    }

    Map<String, Integer> all() {
      return map == null ? Map.of() : Map.copyOf(map);
    }
  }
}
