package io.newsledger.query;

import io.newsledger.events.Career;
import io.newsledger.weighing.NameKey;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names as people type them, against names as the ledger has them. */
final class Names {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Names() {}

  /** A name of an organisation or product without case, accents and space around. */
  static String folded(String name) {
    return MARKS
        .matcher(Normalizer.normalize(name.strip(), Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  /** Whether two names of organisations or products are the same but for case and accents. */
  static boolean same(String one, String other) {
    return folded(one).equals(folded(other));
  }

  /** Whether a name may be meant by what was typed: one contains the other. */
  static boolean alike(String typed, String name) {
    String part = folded(typed);
    String whole = folded(name);
    return !part.isEmpty()
        && (whole.contains(part) || (whole.length() > 2 && part.contains(whole)));
  }

  /** Whether a person may be meant by one of their names. */
  static boolean alikePerson(String typed, Career career) {
    return keys(career).anyMatch(key -> alikePerson(typed, key));
  }

  /** Whether a word that was typed is a word of one of the person's names. */
  static boolean shareWord(String typed, Career career) {
    return keys(career).anyMatch(key -> shareWord(typed, key));
  }

  private static Stream<String> keys(Career career) {
    return Stream.concat(
        Stream.of(career.getPerson()), career.getNames().stream().map(NameKey::of));
  }

  /**
   * Whether a person may be meant: each word that was typed begins a word of the name, or each word
   * of the name was typed.
   */
  private static boolean alikePerson(String typed, String personKey) {
    List<String> asked = words(NameKey.of(typed));
    List<String> known = words(personKey);
    if (asked.isEmpty() || known.isEmpty()) {
      return false;
    }
    return asked.stream().allMatch(word -> known.stream().anyMatch(one -> one.startsWith(word)))
        || asked.containsAll(known);
  }

  /** Whether a word that was typed is a word of the person's name. */
  private static boolean shareWord(String typed, String personKey) {
    return words(NameKey.of(typed)).stream().anyMatch(words(personKey)::contains);
  }

  private static List<String> words(String key) {
    return Arrays.stream(key.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
  }
}
