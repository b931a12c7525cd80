package io.newsledger.extraction.figure;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Reads what stands for several companies or products told before: these three firms, the two. */
final class Several {
  private static final Set<String> POINTING = Set.of("the", "these", "those", "all");
  private static final Map<String, Integer> COUNTS =
      Map.of("two", 2, "three", 3, "four", 4, "five", 5, "both", 2);
  private static final Map<String, Integer> GROUPS =
      Map.of("duo", 2, "pair", 2, "trio", 3, "quartet", 4);
  private static final Set<String> NOUNS =
      Set.of(
          "companies",
          "firms",
          "labs",
          "startups",
          "providers",
          "rivals",
          "players",
          "vendors",
          "apps",
          "chatbots",
          "giants",
          "competitors",
          "services",
          "models",
          "products",
          "platforms");

  private Several() {}

  /** How many are meant by the words that end at a place; empty if they mean no such thing. */
  static OptionalInt countAt(View view, int at) {
    String key = view.key(at);
    if (GROUPS.containsKey(key) && POINTING.contains(view.key(at - 1))) {
      return OptionalInt.of(GROUPS.get(key));
    }
    if (NOUNS.contains(key)) {
      return counted(view, at - 1);
    }
    boolean alone = view.isVerb(at + 1) || view.key(at + 1).equals("together");
    return alone ? counted(view, at) : OptionalInt.empty();
  }

  private static OptionalInt counted(View view, int at) {
    Integer count = COUNTS.get(view.key(at));
    boolean pointing = view.key(at).equals("both") || POINTING.contains(view.key(at - 1));
    return count != null && pointing ? OptionalInt.of(count) : OptionalInt.empty();
  }
}
