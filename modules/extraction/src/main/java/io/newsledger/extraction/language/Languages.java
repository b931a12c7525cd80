package io.newsledger.extraction.language;

import io.newsledger.extraction.phrase.Lines;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Tells languages apart by their small words, and where letters are not Latin by their script.
 * Immutable. A text that is too short to say is taken as English.
 */
public final class Languages {
  /** ISO 639-1 of the language that is read. */
  public static final String ENGLISH = "en";

  /** ISO 639-2 for a language that could not be told. */
  public static final String UNDETERMINED = "und";

  /** Enough to tell, and a bound on what telling costs. */
  private static final int CHARACTERS = 6_000;

  private static final int FEWEST_LETTERS = 80;
  private static final int FEWEST_WORDS = 12;

  /** So much of a text in a language are its small words, at least. */
  private static final double LEAST = 0.15;

  private static final Pattern WORDS = Pattern.compile("[^\\p{L}]+");

  /** The languages that each small word belongs to. */
  private final Map<String, List<String>> smallWords = new HashMap<>();

  private Languages() {}

  /**
   * Reads the words from the class path.
   *
   * @throws IllegalStateException if they are missing or malformed
   */
  public static Languages load() {
    Languages languages = new Languages();
    for (List<String> row : Lines.columns(Languages.class, "function-words.tsv")) {
      for (String word : Set.copyOf(Arrays.asList(row.get(1).split(" ", -1)))) {
        languages.smallWords.computeIfAbsent(word, unknown -> new ArrayList<>()).add(row.get(0));
      }
    }
    return languages;
  }

  /** The language of a text as ISO 639-1, {@link #UNDETERMINED} if it is none that is known. */
  public String of(String text) {
    String beginning = text.substring(0, Math.min(text.length(), CHARACTERS));
    Map<UnicodeScript, Integer> scripts = new HashMap<>();
    int letters = 0;
    for (int i = 0; i < beginning.length(); i++) {
      int character = beginning.codePointAt(i);
      if (Character.isLetter(character)) {
        letters++;
        scripts.merge(UnicodeScript.of(character), 1, Integer::sum);
      }
    }
    if (letters < FEWEST_LETTERS) {
      return ENGLISH;
    }
    int latin = scripts.getOrDefault(UnicodeScript.LATIN, 0);
    return latin * 2 < letters ? ofScript(scripts) : ofWords(beginning);
  }

  private static String ofScript(Map<UnicodeScript, Integer> scripts) {
    if (scripts.containsKey(UnicodeScript.HIRAGANA)
        || scripts.containsKey(UnicodeScript.KATAKANA)) {
      return "ja";
    }
    UnicodeScript most =
        scripts.entrySet().stream()
            .max(
                Map.Entry.<UnicodeScript, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .orElseThrow()
            .getKey();
    return switch (most) {
      case HAN -> "zh";
      case HANGUL -> "ko";
      case GREEK -> "el";
      case THAI -> "th";
      case HEBREW -> "he";
      default -> UNDETERMINED;
    };
  }

  private String ofWords(String text) {
    Map<String, Integer> hits = new TreeMap<>();
    int words = 0;
    for (String word : WORDS.split(text.toLowerCase(Locale.ROOT), -1)) {
      if (word.isEmpty()) {
        continue;
      }
      words++;
      for (String language : smallWords.getOrDefault(word, List.of())) {
        hits.merge(language, 1, Integer::sum);
      }
    }
    int english = hits.getOrDefault(ENGLISH, 0);
    String best = ENGLISH;
    for (Map.Entry<String, Integer> language : hits.entrySet()) {
      if (language.getValue() > hits.getOrDefault(best, 0)) {
        best = language.getKey();
      }
    }
    boolean clear = hits.getOrDefault(best, 0) > 2 * english;
    boolean enough = words >= FEWEST_WORDS && hits.getOrDefault(best, 0) >= LEAST * words;
    return clear && enough ? best : ENGLISH;
  }
}
