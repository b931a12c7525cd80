package io.newsledger.extraction.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The parts of a name, folded, so that order, hyphens and accents do not matter. */
record NameKey(List<String> parts) {
  static NameKey of(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD);
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i <= plain.length(); i++) {
      char c = i < plain.length() ? plain.charAt(i) : ' ';
      if (Character.isLetter(c)) {
        part.append(c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK && part.length() > 0) {
        if (part.length() > 1) {
          parts.add(part.toString().toLowerCase(Locale.ROOT));
        }
        part.setLength(0);
      }
    }
    return new NameKey(List.copyOf(parts));
  }

  /** The same parts in any order, or all parts of the shorter one, two at least, in the longer. */
  boolean isSamePerson(NameKey other) {
    Set<String> mine = new TreeSet<>(parts);
    Set<String> theirs = new TreeSet<>(other.parts);
    if (String.join("", mine).equals(String.join("", theirs))) {
      return true;
    }
    Set<String> small = mine.size() <= theirs.size() ? mine : theirs;
    Set<String> large = small == mine ? theirs : mine;
    return small.size() > 1 && large.containsAll(small);
  }

  String last() {
    return parts.isEmpty() ? "" : parts.get(parts.size() - 1);
  }

  boolean has(String part) {
    return parts.contains(part);
  }
}
