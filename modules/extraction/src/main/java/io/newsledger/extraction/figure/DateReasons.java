package io.newsledger.extraction.figure;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The dates that are proposed for one number and why, in the order of proposal. Not shared. */
final class DateReasons {
  private static final int MONTH = 7;
  private static final int FEW_MONTHS = 4;
  private static final int YEAR = 12;

  private final DateContext context;
  private final YearMonth published;
  private final String rule;
  private final Map<String, Set<String>> reasons = new LinkedHashMap<>();

  /**
   * @param published month of the article
   * @param dated whether the rules give the number a date
   */
  DateReasons(DateContext context, YearMonth published, boolean dated) {
    this.context = context;
    this.published = published;
    this.rule = dated ? ", rule has one" : ", rule has none";
  }

  /** Proposes a date, null for none, for a reason that each fact of the number may speak for. */
  void propose(String iso, String reason) {
    String from = "from " + reason;
    Set<String> why = why(iso);
    why.add(from);
    why.add(from + rule);
    for (String fact : context.facts()) {
      why.add(from + ", " + fact);
    }
  }

  /** Proposes a date for a reason that stands by itself. */
  void plain(String iso, String reason) {
    Set<String> why = why(iso);
    why.add(reason);
    why.add(reason + rule);
  }

  List<Dating> datings() {
    return reasons.entrySet().stream().map(e -> new Dating(e.getKey(), e.getValue())).toList();
  }

  private Set<String> why(String iso) {
    return reasons.computeIfAbsent(iso, this::first);
  }

  /** What is true of a date whatever proposes it. */
  private Set<String> first(String iso) {
    if (iso == null) {
      return new TreeSet<>(Set.of("no date"));
    }
    String when = "when " + distance(iso);
    return new TreeSet<>(Set.of("length " + iso.length(), when, when + " " + context.metric()));
  }

  private String distance(String iso) {
    if (iso.length() < MONTH) {
      return "year " + (Integer.parseInt(iso) - published.getYear());
    }
    long months = ChronoUnit.MONTHS.between(YearMonth.parse(iso.substring(0, MONTH)), published);
    if (months <= FEW_MONTHS) {
      return months < 0 ? "ahead" : "months " + months;
    }
    return months <= YEAR ? "year back" : "years back";
  }
}
