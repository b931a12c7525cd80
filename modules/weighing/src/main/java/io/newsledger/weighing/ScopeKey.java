package io.newsledger.weighing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The normal form of a scope, by which figures meet: lower case, without articles and without words
 * that only say "everywhere". A figure for the whole world has no scope.
 */
public final class ScopeKey {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}+&.%-]+");
  private static final Set<String> EVERYWHERE =
      Set.of("the", "a", "an", "global", "globally", "worldwide", "world", "overall", "total");

  private ScopeKey() {}

  /** The normal form; empty for null and for the whole world. */
  public static String of(String worded) {
    if (worded == null) {
      return "";
    }
    return Arrays.stream(BETWEEN.split(worded.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty() && !EVERYWHERE.contains(word))
        .collect(Collectors.joining(" "));
  }
}
