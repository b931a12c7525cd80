package io.newsledger.extraction.figure;

import io.newsledger.extraction.number.Quantity;
import java.util.Set;

/** Finds the words that limit a number: a market, a region, a product, a platform. */
final class Scopes {
  private static final int LONGEST = 10;
  private static final Set<String> OPENERS = Set.of("in", "on", "across", "among", "within");
  private static final Set<String> ALONE = Set.of("globally", "worldwide");
  private static final Set<String> STOPS =
      Set.of(
          ",",
          ";",
          ".",
          ":",
          "(",
          ")",
          "!",
          "?",
          "while",
          "but",
          "up",
          "down",
          "according",
          "per",
          "as",
          "which",
          "that",
          "compared",
          "by",
          "from",
          "to",
          "after",
          "with",
          "for");
  private static final Set<String> DROPPED =
      Set.of(
          "combined",
          "market",
          "share",
          "monthly",
          "weekly",
          "daily",
          "active",
          "paid",
          "total",
          "estimated",
          "in",
          "of",
          "a",
          "an",
          "the",
          "annual",
          "annualized",
          "annualised");

  /** The scope of a number as worded, or null. */
  String of(View view, Measure measure) {
    Quantity quantity = measure.quantity();
    Trigger trigger = measure.trigger();
    boolean own = measure.base() == null;
    if (own && quantity.unit().equals(Quantity.PERCENT)) {
      String whole = whole(view, quantity, trigger);
      if (whole != null) {
        return whole;
      }
    }
    int from = own ? Math.max(quantity.end(), trigger.end()) : quantity.end();
    return limit(view, from);
  }

  /** What a percentage is a part of: 60% of [the market], 15% [global AI market] share. */
  private static String whole(View view, Quantity quantity, Trigger trigger) {
    int start = trigger.first();
    if (start < quantity.end()) {
      return null;
    }
    if (view.key(quantity.end()).equals("of")) {
      int end = part(view, trigger.end());
      return words(view, quantity.end() + 1, end);
    }
    int first = quantity.end();
    while (first < start && DROPPED.contains(view.key(first))) {
      first++;
    }
    boolean market = view.key(start).equals("market");
    return first < start ? words(view, first, market ? start + 1 : start) : null;
  }

  /** The first limiting phrase behind a place, before the sentence part ends. */
  private static String limit(View view, int from) {
    int end = Math.min(view.size(), from + LONGEST);
    for (int at = from; at < end; at++) {
      if (ALONE.contains(view.key(at))) {
        return view.key(at);
      }
      boolean opener = OPENERS.contains(view.key(at));
      boolean stop = STOPS.contains(view.key(at)) || (view.isVerb(at) && at > from);
      if (stop || view.quantityAt(at).isPresent()) {
        return null;
      }
      if (opener && view.timeAt(at).isEmpty() && view.timeAt(at + 1).isEmpty()) {
        return words(view, at + 1, part(view, at + 1));
      }
    }
    return null;
  }

  private static int part(View view, int from) {
    int at = from;
    while (at < Math.min(view.size(), from + LONGEST)
        && !STOPS.contains(view.key(at))
        && !view.isVerb(at)
        && view.timeAt(at).isEmpty()
        && view.quantityAt(at).isEmpty()) {
      at++;
    }
    while (at > from && OPENERS.contains(view.key(at - 1))) {
      at--;
    }
    return at;
  }

  private static String words(View view, int first, int end) {
    int from = first;
    while (from < end && Set.of("the", "a", "an", "all").contains(view.key(from))) {
      from++;
    }
    String words = from < end ? view.words(from, end).strip() : "";
    return words.isEmpty() || words.length() > 80 ? null : words;
  }
}
