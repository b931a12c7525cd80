package io.newsledger.extraction.people;

import io.newsledger.extraction.phrase.Lines;
import io.newsledger.extraction.text.Token;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Knows what a token of a name looks like and which capitalised words are never one. */
final class Names {
  private static final List<String> PARTICLES =
      List.of("de", "di", "al-", "el-", "la", "van", "d'");

  /** Kinds of words that are no names. */
  private static final List<String> NO_NAME =
      List.of("word", "doubtful", "title", "place", "thing", "time", "honorific");

  private final Map<String, Set<String>> kinds = new HashMap<>();
  private final Set<String> common = new HashSet<>();

  private Names() {}

  static Names load() {
    Names names = new Names();
    for (var row : Lines.columns(Names.class, "not-names.tsv")) {
      for (String word : row.get(1).split(" ", -1)) {
        names.kinds.computeIfAbsent(word, w -> new HashSet<>()).add(row.get(0));
      }
    }
    for (var row : Lines.columns(Names.class, "common-words.tsv")) {
      names.common.addAll(Arrays.asList(row.get(0).split(" ", -1)));
    }
    return names;
  }

  /** Whether a word is common in lower case and seldom a name. */
  boolean isCommon(Token token) {
    String key = token.text().toLowerCase(Locale.ROOT);
    return common.contains(key) && !has("doubtful", key);
  }

  /** Whether a token can be the given or family name of somebody. */
  boolean isName(Token token) {
    String text = token.text();
    int length = text.length();
    if (length < 2 || !Character.isUpperCase(text.charAt(0))) {
      return isCapitalisedLater(text) && !isWord(text);
    }
    boolean lower = false;
    for (int i = 1; i < length; i++) {
      char c = text.charAt(i);
      if (!Character.isLetter(c) && c != '-' && c != '\'') {
        return false;
      }
      lower |= Character.isLowerCase(c);
    }
    boolean initials = length == 2 && !lower;
    int hyphen = text.lastIndexOf('-');
    boolean compound = hyphen > 0 && has("compound", text.substring(hyphen + 1));
    return (lower || initials) && !compound && !isWord(text);
  }

  /** Whether it is an ordinary word that is a name beside another name only. */
  boolean isDoubtful(Token token) {
    return Character.isUpperCase(token.text().charAt(0)) && has("doubtful", token.text());
  }

  /** "deSouza", "al-Sayed": a small particle grown together with a name. */
  private static boolean isCapitalisedLater(String text) {
    for (String particle : PARTICLES) {
      boolean here = text.startsWith(particle) && text.length() > particle.length() + 2;
      if (here
          && Character.isUpperCase(text.charAt(particle.length()))
          && Character.isLowerCase(text.charAt(particle.length() + 1))) {
        return true;
      }
    }
    return false;
  }

  boolean isInitial(Token token) {
    String text = token.text();
    return text.length() == 2 && text.charAt(1) == '.' && Character.isUpperCase(text.charAt(0));
  }

  boolean isParticle(Token token) {
    return Character.isLowerCase(token.text().charAt(0)) && has("particle", token.text());
  }

  boolean isSuffix(Token token) {
    return has("suffix", token.text().replace(".", ""));
  }

  /** Whether the word behind a name makes it one of a thing: Street, University, Award. */
  boolean isThing(Token token) {
    return has("thing", token.text());
  }

  /** Whether the word in front of a capitalised word makes it a person: Mr., Dr. */
  boolean isHonorific(Token token) {
    return has("honorific", token.text().replace(".", ""));
  }

  private boolean isWord(String text) {
    Set<String> found = kinds.get(text.toLowerCase(Locale.ROOT));
    if (found != null) {
      for (String kind : NO_NAME) {
        if (found.contains(kind)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean has(String kind, String text) {
    Set<String> found = kinds.get(text.toLowerCase(Locale.ROOT));
    return found != null && found.contains(kind);
  }
}
