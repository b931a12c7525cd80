package io.newsledger.extraction.figure;

import io.newsledger.extraction.Metric;
import io.newsledger.extraction.Modality;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.time.Chronology;
import io.newsledger.extraction.time.TimeExpression;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Proposes the dates that a figure of one article could hold for: what the rules say, no date, the
 * month of publication, the quarter reported on, and the points in time that its sentence and its
 * neighbours name. One date proposed for several reasons is one.
 */
final class Datings {
  private static final int MONTH = 7;
  private static final int BEFORE = 3;
  private static final int EARLY = 4;
  private static final int FEW_MONTHS = 4;
  private static final int YEAR = 12;
  private static final int NEAR = 6;
  private static final int CLAUSE = 12;
  private static final int QUARTER = 3;

  /** Words anywhere in the sentence that say something of when its number holds. */
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

  /** What joins with the points of the sentence itself. */
  private static final Set<String> FACTS =
      Set.of("relative", "current", "number in title", "word when", "word is", "word has");

  /** Nouns that go back to what was told before: this round. */
  private static final Set<String> BACK =
      Set.of("round", "deal", "funding", "raise", "investment", "transaction", "period", "time");

  private final Document document;
  private final Chronology chronology;
  private final Background background;
  private final List<Told> told = new ArrayList<>();

  /** A number with a date that stood before. */
  private record Told(String owner, Metric metric, String iso, int sentence, int paragraph) {}

  Datings(Document document, Chronology chronology, Background background) {
    this.document = document;
    this.chronology = chronology;
    this.background = background;
  }

  /** Remembers what was said, for what is said behind it. */
  void heard(View view, Said said) {
    if (said.asOf() != null) {
      Sentence sentence = view.sentence();
      told.add(
          new Told(
              said.entities().get(0),
              said.measure().metric(),
              said.asOf(),
              sentence.index(),
              sentence.paragraph()));
    }
  }

  /**
   * The dates that a number could hold for, the rules' own first.
   *
   * @param quarter last month of its firm's latest quarter
   * @param year last month of its firm's latest year
   */
  List<Dating> of(View view, Said said, Setting setting, YearMonth quarter, YearMonth year) {
    return new Search(view, said, setting, quarter, year).all();
  }

  /** One number in work. */
  private final class Search {
    private final View view;
    private final Said said;
    private final Setting setting;
    private final YearMonth quarter;
    private final YearMonth year;
    private final String metric;
    private final Sentence sentence;
    private final Map<String, Set<String>> reasons = new LinkedHashMap<>();
    private final List<String> context = new ArrayList<>();

    Search(View view, Said said, Setting setting, YearMonth quarter, YearMonth year) {
      this.view = view;
      this.said = said;
      this.setting = setting;
      this.quarter = quarter;
      this.year = year;
      this.sentence = view.sentence();
      this.metric =
          switch (said.measure().metric()) {
            case VALUATION -> "value";
            case REVENUE -> "revenue";
            case MARKET_SHARE, USAGE_SHARE -> "share";
            default -> "count";
          };
    }

    List<Dating> all() {
      describe();
      add(said.asOf(), "rule");
      add(null, "none");
      add(setting.published().toString().substring(0, MONTH), "published");
      String results = setting.results() ? "results" : "quarter";
      add(quarter.toString(), results);
      if (said.modality() == Modality.ANNOUNCED) {
        add(quarter.plusMonths(QUARTER).toString(), "next " + results);
        add(year.plusYears(1).toString(), "next year");
      } else {
        add(year.toString(), "last year");
      }
      if (said.measure().role() == Measure.Role.EARLIER) {
        add(quarter.minusYears(1).toString(), "year before " + results);
      }
      if (setting.quarter() != null) {
        add(setting.quarter(), "setting");
      }
      here();
      around();
      before();
      List<Dating> out = new ArrayList<>();
      reasons.forEach((iso, why) -> out.add(new Dating(iso, why)));
      return out;
    }

    /**
     * What is true of the number whatever its date is; only joined with a date it says anything.
     */
    private void describe() {
      context.add(metric);
      context.add("role " + said.measure().role().name().toLowerCase(Locale.ROOT));
      context.add("modality " + said.modality().name().toLowerCase(Locale.ROOT));
      context.add("kind " + sentence.kind().name().toLowerCase(Locale.ROOT));
      context.add(sentence.index() <= EARLY ? "early" : "late");
      context.add(background.isInTitle(said.entities().get(0)) ? "in title" : "not in title");
      context.add(setting.results() ? "results" : "no results");
      int from = said.measure().quantity().from();
      int end = said.measure().quantity().end();
      for (int at = Math.max(0, from - CLAUSE); at < Math.min(view.size(), end + NEAR); at++) {
        if (TELLING.contains(view.key(at))) {
          context.add("word " + view.key(at));
        }
      }
      if (isInTitle()) {
        context.add("number in title");
      }
      if (view.hasWord(Set.of("current", "currently", "now", "today"), from - EARLY, from)) {
        context.add("current");
      }
      boolean relative = view.hasWord(Set.of("which", "who", "whose"), from - NEAR, from);
      if (relative) {
        context.add("relative");
      }
      boolean yearly = view.hasWord(Set.of("year", "fiscal", "annual"), 0, view.size());
      if (yearly) {
        context.add("yearly");
      }
      for (int at = from - 1; at >= Math.max(0, from - NEAR); at--) {
        if (view.isVerb(at)) {
          context.add("verb " + view.key(at) + (view.tag(at - 1).equals("AUX") ? " aux" : ""));
          break;
        }
      }
      boolean points =
          view.key(0).equals("this") || view.key(0).equals("the") || view.key(0).equals("that");
      for (int at = 1; at < EARLY && points; at++) {
        if (BACK.contains(view.key(at))) {
          context.add("goes back");
        }
      }
    }

    /** Whether the title tells the same number: it is the news. */
    private boolean isInTitle() {
      Sentence title = document.sentences().get(0);
      int from = said.measure().quantity().first();
      String digits = view.key(from);
      boolean number = !digits.isEmpty() && Character.isDigit(digits.charAt(0));
      return number
          && title.kind() == Sentence.Kind.TITLE
          && title.text().contains(view.words(from, from + 1));
    }

    private void add(String iso, String reason) {
      Set<String> why = reasons.computeIfAbsent(iso, k -> new TreeSet<>());
      if (why.isEmpty()) {
        why.add(iso == null ? "no date" : "length " + iso.length());
        if (iso != null) {
          why.add("when " + distance(iso));
          why.add("when " + distance(iso) + " " + metric);
        }
      }
      why.add("from " + reason);
      String rule = said.asOf() == null ? "rule has none" : "rule has one";
      why.add("from " + reason + ", " + rule);
      for (String fact : context) {
        why.add("from " + reason + ", " + fact);
      }
    }

    private String distance(String iso) {
      if (iso.length() < MONTH) {
        return "year " + (Integer.parseInt(iso.substring(0, 4)) - setting.published().getYear());
      }
      YearMonth now = YearMonth.from(setting.published());
      YearMonth then = YearMonth.parse(iso.substring(0, MONTH));
      long months =
          (long) (now.getYear() - then.getYear()) * YEAR
              + now.getMonthValue()
              - then.getMonthValue();
      if (months <= FEW_MONTHS) {
        return months < 0 ? "ahead" : "months " + months;
      }
      return months <= YEAR ? "year back" : "years back";
    }

    /** The points that the sentence itself names. */
    private void here() {
      int from = said.measure().quantity().from();
      int end = said.measure().quantity().end();
      int nearest = Integer.MAX_VALUE;
      View.When best = null;
      for (View.When when : view.times()) {
        if (when.time().iso() == null) {
          continue;
        }
        boolean behind = when.first() >= end;
        int gap = behind ? when.first() - end : from - when.end();
        String side = behind ? "behind" : "ahead";
        String kind = when.time().kind().name().toLowerCase(Locale.ROOT);
        String iso = iso(when.time());
        plain(iso, "here " + side);
        plain(iso, "here " + side + " " + kind);
        plain(iso, "here " + side + " " + bucket(gap));
        plain(iso, "here " + kind + " " + metric);
        plain(iso, "here behind word " + view.key(when.first() - 1));
        plain(iso, "here " + kind + ", role " + said.measure().role());
        if (when.first() <= 2) {
          plain(iso, "here opens");
        }
        if (Moments.isBase(view, when)) {
          plain(iso, "here base");
        }
        int least = Math.min(from, when.end());
        int most = Math.max(end, when.first());
        if (view.hasWord(Set.of(",", ";", ":"), behind ? end : least, behind ? most : from)) {
          plain(iso, "here apart " + side);
        }
        for (String fact : context) {
          if (FACTS.contains(fact)) {
            plain(iso, "here " + kind + " " + side + ", " + fact);
          }
        }
        boolean comma = view.key(when.end()).equals(",");
        plain(iso, "here before word " + view.key(when.end() + (comma ? 1 : 0)));
        if (gap < nearest) {
          nearest = gap;
          best = when;
        }
      }
      if (best != null) {
        plain(iso(best.time()), "here nearest");
        plain(iso(best.time()), "here nearest " + metric);
        long points = view.times().stream().filter(w -> w.time().iso() != null).count();
        if (points == 1) {
          plain(iso(best.time()), "here alone");
          plain(iso(best.time()), "here alone " + best.time().kind());
        }
      }
    }

    private void plain(String iso, String reason) {
      Set<String> why = reasons.computeIfAbsent(iso, k -> new TreeSet<>());
      if (why.isEmpty()) {
        why.add("length " + iso.length());
        why.add("when " + distance(iso));
        why.add("when " + distance(iso) + " " + metric);
      }
      why.add(reason);
      why.add(reason + (said.asOf() == null ? ", rule has none" : ", rule has one"));
    }

    /** The points that the sentences around name. */
    private void around() {
      int index = sentence.index();
      for (int i = index - 1; i >= Math.max(0, index - BEFORE); i--) {
        Sentence other = document.sentences().get(i);
        boolean near = other.paragraph() == sentence.paragraph();
        if (other.field() != sentence.field() || (!near && i < index - 1)) {
          break;
        }
        other(other, (near ? "before" : "paragraph before") + " " + (index - i));
      }
      if (index + 1 < document.sentences().size()) {
        Sentence next = document.sentences().get(index + 1);
        if (next.paragraph() == sentence.paragraph() && next.field() == sentence.field()) {
          other(next, "next");
        }
      }
    }

    private void other(Sentence other, String place) {
      List<TimeExpression> times =
          chronology.times(other).stream().filter(t -> t.iso() != null).toList();
      for (TimeExpression time : times) {
        String kind = time.kind().name().toLowerCase(Locale.ROOT);
        String iso = iso(time);
        plain(iso, "in " + place);
        plain(iso, "in " + place + " " + metric);
        plain(iso, "in " + place + " " + kind);
        for (String fact : context) {
          if (fact.startsWith("word") || fact.startsWith("goes")) {
            plain(iso, "in neighbour " + kind + ", " + fact);
          }
        }
        if (times.size() == 1) {
          plain(iso, "in " + place + " alone");
        }
        int last = other.tokens().size() - 1;
        String lead =
            time.firstToken() == 0 || time.firstToken() - 1 > last
                ? ""
                : other.tokens().get(time.firstToken() - 1).text().toLowerCase(Locale.ROOT);
        plain(iso, "in neighbour behind word " + lead);
      }
    }

    /** The dates of numbers told before. */
    private void before() {
      for (int i = told.size() - 1; i >= 0; i--) {
        Told one = told.get(i);
        boolean owner = one.owner.equals(said.entities().get(0));
        boolean same = one.metric == said.measure().metric();
        String where =
            one.sentence == sentence.index()
                ? "here"
                : one.paragraph == sentence.paragraph() ? "paragraph" : "before";
        String what = "told " + (owner ? "own " : "other ") + (same ? "same " : "else ") + where;
        plain(one.iso, what);
        plain(one.iso, what + " " + metric);
        plain(one.iso, what + " " + said.measure().role());
        if (context.contains("goes back")) {
          plain(one.iso, what + ", goes back");
        }
        if (said.measure().role() == Measure.Role.EARLIER && one.iso.length() >= MONTH) {
          YearMonth then = YearMonth.parse(one.iso.substring(0, MONTH));
          add(then.minusYears(1).toString(), "year before " + what);
        }
        if (i == told.size() - 1) {
          plain(one.iso, "told last");
          plain(one.iso, "told last " + bucket(sentence.index() - one.sentence));
        }
        if (told.size() - i > BEFORE) {
          return;
        }
      }
    }
  }

  private static String iso(TimeExpression time) {
    boolean now = time.kind() == TimeExpression.Kind.NOW;
    return now ? time.iso().substring(0, MONTH) : time.iso();
  }

  private static String bucket(int gap) {
    for (int edge : List.of(0, 1, 2, 4, 8, 16)) {
      if (gap <= edge) {
        return "up to " + edge;
      }
    }
    return "far";
  }
}
