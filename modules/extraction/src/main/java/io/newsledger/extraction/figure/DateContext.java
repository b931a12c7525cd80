package io.newsledger.extraction.figure;

import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is true of a number whatever its date is; only joined with a date it says anything.
 *
 * @param metric of what kind it is, in a word
 * @param facts what is true, each in few words
 */
record DateContext(String metric, List<String> facts) {
  private static final int EARLY = 4;
  private static final int NEAR = 6;
  private static final int CLAUSE = 12;

  /** Words around a number that say something of when it holds. */
  private static final Set<String> TELLING =
      Set.of(
          "round",
          "deal",
          "funding",
          "raised",
          "raises",
          "raise",
          "closed",
          "announced",
          "recently",
          "recent",
          "latest",
          "last",
          "previous",
          "previously",
          "earlier",
          "current",
          "currently",
          "now",
          "today",
          "already",
          "still",
          "quarter",
          "period",
          "year",
          "month",
          "time",
          "ago",
          "since",
          "is",
          "was",
          "were",
          "has",
          "had",
          "have",
          "are",
          "will",
          "expects",
          "expected",
          "analysts",
          "reported",
          "reports",
          "says",
          "said",
          "brings",
          "comes",
          "values",
          "valued",
          "valuing",
          "reached",
          "hit",
          "surpassed",
          "crossed",
          "led",
          "investors",
          "when",
          "after",
          "up",
          "from",
          "during",
          "run",
          "annualized",
          "annual");

  /** Nouns that go back to what was told before: this round. */
  private static final Set<String> BACK =
      Set.of("round", "deal", "funding", "raise", "investment", "transaction", "period", "time");

  private static final String GOES_BACK = "goes back";

  DateContext {
    facts = List.copyOf(facts);
  }

  static DateContext of(
      Document document, Background background, View view, Said said, Setting setting) {
    Sentence sentence = view.sentence();
    String metric =
        switch (said.measure().metric()) {
          case VALUATION -> "value";
          case REVENUE -> "revenue";
          case MARKET_SHARE, USAGE_SHARE -> "share";
          default -> "count";
        };
    List<String> facts = new ArrayList<>();
    facts.add(metric);
    facts.add("role " + said.measure().role().name().toLowerCase(Locale.ROOT));
    facts.add("modality " + said.modality().name().toLowerCase(Locale.ROOT));
    facts.add("kind " + sentence.kind().name().toLowerCase(Locale.ROOT));
    facts.add(sentence.index() <= EARLY ? "early" : "late");
    facts.add(background.isInTitle(said.entities().get(0)) ? "in title" : "not in title");
    facts.add(setting.results() ? "results" : "no results");
    words(view, said, facts);
    if (isInTitle(document, view, said)) {
      facts.add("number in title");
    }
    if (goesBack(view)) {
      facts.add(GOES_BACK);
    }
    return new DateContext(metric, facts);
  }

  boolean goesBack() {
    return facts.contains(GOES_BACK);
  }

  private static void words(View view, Said said, List<String> facts) {
    int from = said.measure().quantity().from();
    int end = said.measure().quantity().end();
    for (int at = Math.max(0, from - CLAUSE); at < Math.min(view.size(), end + NEAR); at++) {
      if (TELLING.contains(view.key(at))) {
        facts.add("word " + view.key(at));
      }
    }
    if (view.hasWord(Set.of("current", "currently", "now", "today"), from - EARLY, from)) {
      facts.add("current");
    }
    if (view.hasWord(Set.of("which", "who", "whose"), from - NEAR, from)) {
      facts.add("relative");
    }
    if (view.hasWord(Set.of("year", "fiscal", "annual"), 0, view.size())) {
      facts.add("yearly");
    }
    for (int at = from - 1; at >= Math.max(0, from - NEAR); at--) {
      if (view.isVerb(at)) {
        facts.add("verb " + view.key(at) + (view.tag(at - 1).equals("AUX") ? " aux" : ""));
        return;
      }
    }
  }

  /** Whether the title tells the same number: it is the news. */
  private static boolean isInTitle(Document document, View view, Said said) {
    Sentence title = document.sentences().get(0);
    int from = said.measure().quantity().first();
    String digits = view.key(from);
    boolean number = !digits.isEmpty() && Character.isDigit(digits.charAt(0));
    return number
        && title.kind() == Sentence.Kind.TITLE
        && title.text().contains(view.words(from, from + 1));
  }

  private static boolean goesBack(View view) {
    if (!Set.of("this", "the", "that").contains(view.key(0))) {
      return false;
    }
    for (int at = 1; at < EARLY; at++) {
      if (BACK.contains(view.key(at))) {
        return true;
      }
    }
    return false;
  }
}
