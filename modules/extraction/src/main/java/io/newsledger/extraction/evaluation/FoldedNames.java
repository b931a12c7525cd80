package io.newsledger.extraction.evaluation;

import io.newsledger.extraction.phrase.Lines;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Brings names of people and organisations to a form in which the same ones are equal. */
final class FoldedNames {
  private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}_.&+' -]");
  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "(?U)\\b(inc|corp|corporation|co|company|ltd|limited|llc|plc|group|holdings?)\\b\\.?");
  private static final Pattern INITIALS = Pattern.compile("(?U)\\b([a-z])\\.(?=[a-z]\\b)");
  private static final Pattern DOMAIN = Pattern.compile("\\.(ai|com|io)$");
  private static final Pattern BETWEEN_PARTS = Pattern.compile("[\\s.'-]+");

  private final Map<String, String> same;

  private FoldedNames(Map<String, String> same) {
    this.same = same;
  }

  static FoldedNames load() {
    return new FoldedNames(
        Lines.columns(FoldedNames.class, "same-organisations.tsv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1))));
  }

  /** The name that an organisation or product counts as; empty for none. */
  Optional<String> organisation(String name) {
    if (name == null || name.isEmpty()) {
      return Optional.empty();
    }
    String key = LEGAL_FORM.matcher(fold(name)).replaceAll(" ").replaceAll("\\s+", " ");
    key = strip(key, " .,-'");
    key = key.startsWith("the ") ? key.substring(4) : key;
    if (same.containsKey(key)) {
      return Optional.of(same.get(key));
    }
    key = DOMAIN.matcher(INITIALS.matcher(key).replaceAll("$1")).replaceAll("");
    key = strip(key, " .");
    return Optional.of(same.getOrDefault(key, key));
  }

  /** The parts of a person's name that are longer than one letter, sorted. */
  List<String> person(String name) {
    List<String> parts = new ArrayList<>();
    for (String part : BETWEEN_PARTS.split(fold(name), -1)) {
      if (part.codePointCount(0, part.length()) > 1) {
        parts.add(part);
      }
    }
    parts.sort(null);
    return List.copyOf(parts);
  }

  private static String fold(String text) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(plain::appendCodePoint);
    String lower = plain.toString().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    return NO_NAME.matcher(lower).replaceAll(" ").strip();
  }

  private static String strip(String text, String characters) {
    int from = 0;
    int to = text.length();
    while (from < to && characters.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && characters.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }
}
