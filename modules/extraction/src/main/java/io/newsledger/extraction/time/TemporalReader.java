package io.newsledger.extraction.time;

import io.newsledger.extraction.number.Cardinals;
import io.newsledger.extraction.phrase.Lexeme;
import io.newsledger.extraction.phrase.Lexemes;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the expressions of time in a sentence and what they mean on the day of publication. */
public final class TemporalReader {
  private static final Set<String> AHEAD =
      Set.of(
          "will",
          "would",
          "upcoming",
          "planned",
          "plans",
          "expects",
          "expected",
          "due",
          "scheduled",
          "set",
          "called",
          "calls",
          "forecast",
          "forecasts",
          "guidance",
          "outlook",
          "guided",
          "projects",
          "projected",
          "expecting",
          "targets",
          "targeting");
  private static final Set<String> RANGE = Set.of("to", "and", "-", "through", "or", "until", ",");

  private final TimeGrammar grammar;
  private final Holidays holidays;

  private TemporalReader(TimeGrammar grammar, Holidays holidays) {
    this.grammar = grammar;
    this.holidays = holidays;
  }

  /** Reads the grammar. */
  public static TemporalReader load() {
    Holidays holidays = Holidays.load();
    TimeSlots slots = new TimeSlots(Cardinals.load(), holidays);
    return new TemporalReader(TimeGrammar.load(slots), holidays);
  }

  /** The expressions of an article, read sentence by sentence as they are asked for. */
  public Chronology of(Document document) {
    return new Chronology(document, this);
  }

  /**
   * The expressions of a sentence, in order, none overlapping another.
   *
   * @param publishedAt day that relative expressions count from
   */
  public List<TimeExpression> read(Sentence sentence, LocalDate publishedAt) {
    return read(Lexemes.of(sentence), publishedAt);
  }

  /** As {@link #read(Sentence, LocalDate)}, for a sentence that has been cut already. */
  public List<TimeExpression> read(List<Lexeme> lexemes, LocalDate publishedAt) {
    List<TimeGrammar.Found> found = new ArrayList<>();
    for (int at = 0; at < lexemes.size(); ) {
      Optional<TimeGrammar.Found> here = grammar.at(lexemes, at);
      here.ifPresent(found::add);
      at = here.map(f -> f.match().end()).orElse(at + 1);
    }
    if (found.isEmpty()) {
      return List.of();
    }
    TimeResolver resolver = new TimeResolver(holidays, publishedAt);
    String[] points = new String[found.size()];
    for (int i = 0; i < points.length; i++) {
      TimeGrammar.Found f = found.get(i);
      points[i] = resolver.resolve(f.rule(), f.match(), isAhead(lexemes, f.match().first()));
    }
    for (int i = 0; i + 1 < points.length; i++) {
      shareYear(lexemes, found, points, i);
    }
    for (int i = 0; i < points.length; i++) {
      TimeGrammar.Found f = found.get(i);
      if (f.rule().kind() == TimeExpression.Kind.COMPARISON) {
        points[i] = resolver.compare(f.rule(), f.match(), anchor(found, points, i));
      }
    }
    List<TimeExpression> out = new ArrayList<>(points.length);
    for (int i = 0; i < points.length; i++) {
      out.add(expression(lexemes, found.get(i), points[i]));
    }
    return List.copyOf(out);
  }

  private static TimeExpression expression(
      List<Lexeme> lexemes, TimeGrammar.Found found, String iso) {
    int first = found.match().first();
    boolean since = first > 0 && lexemes.get(first - 1).key().equals("since") && iso != null;
    return new TimeExpression(
        lexemes.get(first).token(),
        lexemes.get(found.match().end() - 1).token(),
        iso,
        since ? TimeExpression.Kind.SINCE : found.rule().kind());
  }

  /** January to March 2026: the year counts for both. */
  private static void shareYear(
      List<Lexeme> lexemes, List<TimeGrammar.Found> found, String[] points, int i) {
    TimeGrammar.Found a = found.get(i);
    TimeGrammar.Found b = found.get(i + 1);
    boolean joined =
        b.match().first() == a.match().end() + 1
            && RANGE.contains(lexemes.get(a.match().end()).key());
    boolean lacksYear =
        a.match().values().containsKey("month") && !a.match().values().containsKey("year");
    boolean hasYear =
        b.match().values().containsKey("month") && b.match().values().containsKey("year");
    if (joined && lacksYear && hasYear && points[i] != null && points[i + 1] != null) {
      points[i] = points[i + 1].substring(0, 4) + points[i].substring(4);
    }
  }

  private static String anchor(List<TimeGrammar.Found> found, String[] points, int of) {
    for (int i = of - 1; i >= 0; i--) {
      if (points[i] != null) {
        return points[i];
      }
    }
    for (int i = of + 1; i < points.length; i++) {
      boolean comparison = found.get(i).rule().kind() == TimeExpression.Kind.COMPARISON;
      if (points[i] != null && !comparison) {
        return points[i];
      }
    }
    return null;
  }

  /** Whether the words before speak of what is to come. */
  private static boolean isAhead(List<Lexeme> lexemes, int at) {
    for (int i = Math.max(0, at - 12); i < at; i++) {
      if (AHEAD.contains(lexemes.get(i).key())) {
        return true;
      }
    }
    return false;
  }
}
