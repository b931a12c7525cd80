package io.newsledger.extraction.figure;

import io.newsledger.extraction.Metric;
import io.newsledger.extraction.Modality;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.time.Chronology;
import io.newsledger.extraction.time.TimeExpression;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Proposes the dates that a figure of one article could hold for: what the rules say, no date, the
 * month of publication, the quarter reported on, and the points in time that its sentence and its
 * neighbours name. One date proposed for several reasons is one.
 */
final class Datings {
  private static final int MONTH = 7;
  private static final int BEFORE = 3;
  private static final int QUARTER = 3;

  /** What joins with the points of the sentence itself. */
  private static final Set<String> FACTS =
      Set.of("relative", "current", "number in title", "word when", "word is", "word has");

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
    private final DateContext context;
    private final DateReasons reasons;

    Search(View view, Said said, Setting setting, YearMonth quarter, YearMonth year) {
      this.view = view;
      this.said = said;
      this.setting = setting;
      this.quarter = quarter;
      this.year = year;
      this.sentence = view.sentence();
      this.context = DateContext.of(document, background, view, said, setting);
      this.metric = context.metric();
      YearMonth published = YearMonth.from(setting.published());
      this.reasons = new DateReasons(context, published, said.asOf() != null);
    }

    List<Dating> all() {
      reasons.propose(said.asOf(), "rule");
      reasons.propose(null, "none");
      reasons.propose(setting.published().toString().substring(0, MONTH), "published");
      String results = setting.results() ? "results" : "quarter";
      reasons.propose(quarter.toString(), results);
      if (said.modality() == Modality.ANNOUNCED) {
        reasons.propose(quarter.plusMonths(QUARTER).toString(), "next " + results);
        reasons.propose(year.plusYears(1).toString(), "next year");
      } else {
        reasons.propose(year.toString(), "last year");
      }
      if (said.measure().role() == Measure.Role.EARLIER) {
        reasons.propose(quarter.minusYears(1).toString(), "year before " + results);
      }
      if (setting.quarter() != null) {
        reasons.propose(setting.quarter(), "setting");
      }
      here();
      around();
      before();
      return reasons.datings();
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
        reasons.plain(iso, "here " + side);
        reasons.plain(iso, "here " + side + " " + kind);
        reasons.plain(iso, "here " + side + " " + bucket(gap));
        reasons.plain(iso, "here " + kind + " " + metric);
        reasons.plain(iso, "here behind word " + view.key(when.first() - 1));
        reasons.plain(iso, "here " + kind + ", role " + said.measure().role());
        if (when.first() <= 2) {
          reasons.plain(iso, "here opens");
        }
        if (Moments.isBase(view, when)) {
          reasons.plain(iso, "here base");
        }
        int least = Math.min(from, when.end());
        int most = Math.max(end, when.first());
        if (view.hasWord(Set.of(",", ";", ":"), behind ? end : least, behind ? most : from)) {
          reasons.plain(iso, "here apart " + side);
        }
        for (String fact : context.facts()) {
          if (FACTS.contains(fact)) {
            reasons.plain(iso, "here " + kind + " " + side + ", " + fact);
          }
        }
        boolean comma = view.key(when.end()).equals(",");
        reasons.plain(iso, "here before word " + view.key(when.end() + (comma ? 1 : 0)));
        if (gap < nearest) {
          nearest = gap;
          best = when;
        }
      }
      if (best != null) {
        reasons.plain(iso(best.time()), "here nearest");
        reasons.plain(iso(best.time()), "here nearest " + metric);
        long points = view.times().stream().filter(w -> w.time().iso() != null).count();
        if (points == 1) {
          reasons.plain(iso(best.time()), "here alone");
          reasons.plain(iso(best.time()), "here alone " + best.time().kind());
        }
      }
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
        reasons.plain(iso, "in " + place);
        reasons.plain(iso, "in " + place + " " + metric);
        reasons.plain(iso, "in " + place + " " + kind);
        for (String fact : context.facts()) {
          if (fact.startsWith("word") || fact.startsWith("goes")) {
            reasons.plain(iso, "in neighbour " + kind + ", " + fact);
          }
        }
        if (times.size() == 1) {
          reasons.plain(iso, "in " + place + " alone");
        }
        int last = other.tokens().size() - 1;
        String lead =
            time.firstToken() == 0 || time.firstToken() - 1 > last
                ? ""
                : other.tokens().get(time.firstToken() - 1).text().toLowerCase(Locale.ROOT);
        reasons.plain(iso, "in neighbour behind word " + lead);
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
        reasons.plain(one.iso, what);
        reasons.plain(one.iso, what + " " + metric);
        reasons.plain(one.iso, what + " " + said.measure().role());
        if (context.goesBack()) {
          reasons.plain(one.iso, what + ", goes back");
        }
        if (said.measure().role() == Measure.Role.EARLIER && one.iso.length() >= MONTH) {
          YearMonth then = YearMonth.parse(one.iso.substring(0, MONTH));
          reasons.propose(then.minusYears(1).toString(), "year before " + what);
        }
        if (i == told.size() - 1) {
          reasons.plain(one.iso, "told last");
          reasons.plain(one.iso, "told last " + bucket(sentence.index() - one.sentence));
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
