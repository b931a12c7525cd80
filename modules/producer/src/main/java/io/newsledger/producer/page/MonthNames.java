package io.newsledger.producer.page;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of months in the languages of many news sites, as the platform's locale data has them. */
final class MonthNames {
  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu",
          "ro", "tr", "az", "ru", "uk", "bg", "el", "id", "ms", "fil", "vi", "ca", "hr", "sl", "lt",
          "lv", "et", "sr", "mk", "hi", "bn", "ta", "te", "fa", "ar", "he", "th");

  private static final TextStyle[] STYLES = {
    TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE
  };

  private static final int SHORTEST = 3;

  /** Where two languages disagree on a name, as on listopad, it stands for no month. */
  private static final Map<String, Integer> ANY = ofAll();

  private final Map<String, Integer> own;

  private MonthNames(Map<String, Integer> own) {
    this.own = own;
  }

  /** Names that a text in this language may use; its own meaning of a name comes first. */
  static MonthNames of(String language) {
    return new MonthNames(LANGUAGES.contains(language) ? ofOne(language) : Map.of());
  }

  /** The month of this name, from 1; 0 if it is none. */
  int month(String name) {
    String plain = plain(name);
    Integer month = own.get(plain);
    return month != null ? month : ANY.getOrDefault(plain, 0);
  }

  private static Map<String, Integer> ofAll() {
    Map<String, Integer> names = new HashMap<>();
    Set<String> disputed = new HashSet<>();
    for (String language : LANGUAGES) {
      ofOne(language)
          .forEach(
              (name, month) -> {
                Integer other = names.putIfAbsent(name, month);
                if (other != null && !other.equals(month) && !language.equals("en")) {
                  disputed.add(name);
                }
              });
    }
    Set<String> english = ofOne("en").keySet();
    disputed.stream().filter(name -> !english.contains(name)).forEach(names::remove);
    return Map.copyOf(names);
  }

  private static Map<String, Integer> ofOne(String language) {
    Locale locale = Locale.forLanguageTag(language);
    Map<String, Integer> names = new HashMap<>();
    for (Month month : Month.values()) {
      for (TextStyle style : STYLES) {
        String name = plain(month.getDisplayName(style, locale));
        if (name.length() >= SHORTEST && name.chars().noneMatch(Character::isDigit)) {
          names.putIfAbsent(name, month.getValue());
        }
      }
    }
    if (language.equals("en")) {
      names.put("sept", Month.SEPTEMBER.getValue());
    } else if (language.equals("de")) {
      names.put("jänner", Month.JANUARY.getValue());
    }
    return names;
  }

  private static String plain(String name) {
    // The dot over a small i that lower-casing a Turkish capital leaves is no letter.
    String lower = name.toLowerCase(Locale.ROOT).replace("\u0307", "");
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
