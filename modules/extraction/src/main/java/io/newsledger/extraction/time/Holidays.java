package io.newsledger.extraction.time;

import io.newsledger.extraction.phrase.Lexeme;
import io.newsledger.extraction.phrase.Lines;
import io.newsledger.extraction.phrase.Phrase;
import io.newsledger.extraction.phrase.PhraseIndex;
import io.newsledger.extraction.phrase.Slots;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Named holidays and the months they fall in. */
final class Holidays {
  private record Holiday(Phrase phrase, int month, YearMonth only) {}

  private final List<Holiday> holidays;
  private final PhraseIndex<Integer> byFirstWord;

  private Holidays(List<Holiday> holidays) {
    this.holidays = holidays;
    List<Integer> all = IntStream.range(0, holidays.size()).boxed().toList();
    byFirstWord = PhraseIndex.of(all, i -> holidays.get(i).phrase);
  }

  static Holidays load() {
    List<Holiday> holidays = new ArrayList<>();
    for (List<String> row : Lines.columns(Holidays.class, "holidays.tsv")) {
      boolean movable = row.get(0).length() > 2;
      YearMonth only = movable ? YearMonth.parse(row.get(0)) : null;
      int month = movable ? only.getMonthValue() : Integer.parseInt(row.get(0));
      holidays.add(new Holiday(Phrase.parse(row.get(1)), month, only));
    }
    return new Holidays(List.copyOf(holidays));
  }

  /** Whether a holiday could begin with a lexeme. */
  boolean canBegin(Lexeme lexeme) {
    return lexeme.isCapitalised() && !byFirstWord.at(lexeme).isEmpty();
  }

  /** The holiday named at a position; its value is what {@link #month} takes. */
  Optional<Slots.Filling> fill(List<Lexeme> lexemes, int at) {
    if (!lexemes.get(at).isCapitalised()) {
      return Optional.empty();
    }
    Slots.Filling best = null;
    for (int i : byFirstWord.at(lexemes.get(at))) {
      Optional<Phrase.Match> match = holidays.get(i).phrase.matchAt(lexemes, at, Slots.NONE);
      if (match.isPresent() && (best == null || match.get().end() - at > best.length())) {
        best = new Slots.Filling(match.get().end() - at, i);
      }
    }
    return Optional.ofNullable(best);
  }

  /** The month of a holiday: of the given year, or the nearest to a day if the year is 0. */
  Optional<YearMonth> month(int holiday, int year, LocalDate near) {
    Holiday named = holidays.get(holiday);
    List<YearMonth> candidates = new ArrayList<>();
    for (Holiday other : holidays) {
      if (other.phrase.toString().equals(named.phrase.toString()) && other.only != null) {
        candidates.add(other.only);
      }
    }
    if (named.only == null) {
      for (int y = near.getYear() - 1; y <= near.getYear() + 1; y++) {
        candidates.add(YearMonth.of(y, named.month));
      }
      if (year != 0) {
        return Optional.of(YearMonth.of(year, named.month));
      }
    }
    YearMonth published = YearMonth.from(near);
    return candidates.stream()
        .filter(m -> year == 0 || m.getYear() == year)
        .min(
            (a, b) ->
                Long.compare(
                    Math.abs(published.until(a, java.time.temporal.ChronoUnit.MONTHS)),
                    Math.abs(published.until(b, java.time.temporal.ChronoUnit.MONTHS))));
  }
}
