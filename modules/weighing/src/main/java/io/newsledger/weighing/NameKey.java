package io.newsledger.weighing;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The order-free key of a printed name: its tokens without accents, in lower case, sorted. "Lin
 * Junyang" and "Junyang Lin" have one key. Initials are left out where two longer tokens remain.
 */
public final class NameKey {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private NameKey() {}

  /** The key; empty for a name without letters or digits. */
  public static String of(String printed) {
    String folded =
        MARKS
            .matcher(Normalizer.normalize(printed, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    List<String> tokens =
        Arrays.stream(BETWEEN.split(folded)).filter(token -> !token.isEmpty()).sorted().toList();
    List<String> whole = tokens.stream().filter(token -> token.length() > 1).toList();
    return (whole.size() >= 2 ? whole : tokens).stream().collect(Collectors.joining(" "));
  }
}
