package io.newsledger.extraction.number;

import io.newsledger.extraction.Bound;
import io.newsledger.extraction.phrase.Lexeme;
import io.newsledger.extraction.phrase.Lexemes;
import io.newsledger.extraction.phrase.Lines;
import io.newsledger.extraction.phrase.Phrase;
import io.newsledger.extraction.phrase.PhraseIndex;
import io.newsledger.extraction.phrase.Slots;
import io.newsledger.extraction.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the quantities of a sentence. Versions of models (Qwen 2.5, GPT-5), times of day, ranks and
 * the numbers of list items are none; dates are left to the reader of dates.
 */
public final class NumberReader {
  private static final Set<String> RANK = Set.of("#", "no", "number");
  private static final Set<String> LIST_MARK = Set.of(".", ")");

  private record Unit(boolean before, String code, Phrase phrase) {}

  private record Share(double percent, Phrase phrase) {}

  private final Cardinals cardinals;
  private final Bounds bounds;
  private final PhraseIndex<Unit> unitsAhead;
  private final PhraseIndex<Unit> unitsBehind;
  private final PhraseIndex<Share> shares;

  private NumberReader(Cardinals cardinals, Bounds bounds) {
    this.cardinals = cardinals;
    this.bounds = bounds;
    List<Unit> units = new ArrayList<>();
    for (List<String> row : Lines.columns(NumberReader.class, "units.tsv")) {
      units.add(new Unit(row.get(0).equals("BEFORE"), row.get(1), Phrase.parse(row.get(2))));
    }
    unitsAhead = PhraseIndex.of(units.stream().filter(Unit::before).toList(), Unit::phrase);
    unitsBehind = PhraseIndex.of(units.stream().filter(u -> !u.before).toList(), Unit::phrase);
    List<Share> parts = new ArrayList<>();
    for (List<String> row : Lines.columns(NumberReader.class, "shares.tsv")) {
      parts.add(new Share(Double.parseDouble(row.get(0)), Phrase.parse(row.get(1))));
    }
    shares = PhraseIndex.of(parts, Share::phrase);
  }

  /** Reads the vocabulary. */
  public static NumberReader load() {
    return new NumberReader(Cardinals.load(), Bounds.load());
  }

  /** The quantities of a sentence, in order. */
  public List<Quantity> read(Sentence sentence) {
    return read(Lexemes.of(sentence));
  }

  /** As {@link #read(Sentence)}, for a sentence that has been cut already. */
  public List<Quantity> read(List<Lexeme> lexemes) {
    List<Quantity> found = new ArrayList<>();
    for (int at = 0; at < lexemes.size(); ) {
      Optional<Quantity> here = share(lexemes, at);
      if (here.isEmpty()) {
        here = amount(lexemes, at);
      }
      here.ifPresent(found::add);
      at = here.map(Quantity::end).orElse(at + 1);
    }
    return new Ranges(lexemes).mark(found);
  }

  /** A third of, half the, nine out of ten. */
  private Optional<Quantity> share(List<Lexeme> lexemes, int at) {
    for (Share share : shares.at(lexemes.get(at))) {
      Optional<Phrase.Match> match = share.phrase.matchAt(lexemes, at, Slots.NONE);
      if (match.isPresent() && isOfSomething(lexemes, match.get().end())) {
        return Optional.of(quantity(lexemes, at, match.get().end(), share.percent, "PERCENT"));
      }
    }
    return cardinals.canBegin(lexemes.get(at)) ? outOf(lexemes, at) : Optional.empty();
  }

  private static boolean isOfSomething(List<Lexeme> lexemes, int at) {
    return at < lexemes.size() && Set.of("of", "the", "its").contains(lexemes.get(at).key());
  }

  private Optional<Quantity> outOf(List<Lexeme> lexemes, int at) {
    Optional<Cardinals.Cardinal> part = cardinals.at(lexemes, at, false);
    if (part.isEmpty() || isGluedToName(lexemes, at)) {
      return Optional.empty();
    }
    int next = at + part.get().length();
    boolean outOf = isKey(lexemes, next, "out") && isKey(lexemes, next + 1, "of");
    boolean in = isKey(lexemes, next, "in") && !lexemes.get(at).isNumeral();
    if (!outOf && !in) {
      return Optional.empty();
    }
    next += outOf ? 2 : 1;
    while (isKey(lexemes, next, "the")
        || isKey(lexemes, next, "top")
        || isKey(lexemes, next, "every")) {
      next++;
    }
    if (next >= lexemes.size() || !cardinals.canBegin(lexemes.get(next))) {
      return Optional.empty();
    }
    Optional<Cardinals.Cardinal> whole = cardinals.at(lexemes, next, false);
    if (whole.isEmpty() || whole.get().value() > 100 || part.get().value() > whole.get().value()) {
      return Optional.empty();
    }
    double percent = 100 * part.get().value() / whole.get().value();
    return Optional.of(
        quantity(
            lexemes, at, next + whole.get().length(), Math.round(percent * 10) / 10.0, "PERCENT"));
  }

  private Optional<Quantity> amount(List<Lexeme> lexemes, int at) {
    int number = at;
    String unit = null;
    for (Unit before : unitsAhead.at(lexemes.get(at))) {
      if (unit == null) {
        Optional<Phrase.Match> match = before.phrase.matchAt(lexemes, at, Slots.NONE);
        if (match.isPresent() && isOneSign(lexemes, at, match.get().end())) {
          unit = before.code;
          number = match.get().end();
        }
      }
    }
    while (unit != null && isKey(lexemes, number, "-")) {
      number++;
    }
    boolean half = isKey(lexemes, number, "half") && isKey(lexemes, number + 1, "a");
    int digits = half ? number + 1 : number;
    if (digits >= lexemes.size() || !cardinals.canBegin(lexemes.get(digits))) {
      return Optional.empty();
    }
    Optional<Cardinals.Cardinal> cardinal = cardinals.at(lexemes, digits, unit != null);
    if (cardinal.isEmpty() || (unit == null && isGluedToName(lexemes, digits))) {
      return Optional.empty();
    }
    int end = digits + cardinal.get().length();
    double value = half ? cardinal.get().value() / 2 : cardinal.get().value();
    if (unit == null && end < lexemes.size()) {
      for (Unit after : unitsBehind.at(lexemes.get(end))) {
        Optional<Phrase.Match> match = after.phrase.matchAt(lexemes, end, Slots.NONE);
        if (match.isPresent() && isUnitOf(lexemes, end, after.code)) {
          unit = after.code;
          end = match.get().end();
          break;
        }
      }
    }
    if (unit == null && isNoQuantity(lexemes, at, end, cardinal.get())) {
      return Optional.empty();
    }
    return Optional.of(quantity(lexemes, at, end, value, unit == null ? Quantity.COUNT : unit));
  }

  /** A$ is Australian, "a $" is an article. */
  private static boolean isOneSign(List<Lexeme> lexemes, int from, int end) {
    for (int at = from + 1; at < end; at++) {
      if (!lexemes.get(at).glued()) {
        return false;
      }
    }
    return true;
  }

  /** Letters that mean a unit only when glued: 4th, 10x. */
  private static boolean isUnitOf(List<Lexeme> lexemes, int at, String code) {
    return !code.equals("ORDINAL") || lexemes.get(at).glued();
  }

  private static boolean isNoQuantity(
      List<Lexeme> lexemes, int at, int end, Cardinals.Cardinal cardinal) {
    Lexeme first = lexemes.get(at);
    if (!first.isNumeral()) {
      return cardinal.scale() == 1 && cardinal.value() < 2;
    }
    if (end < lexemes.size()) {
      Lexeme next = lexemes.get(end);
      boolean clock = next.key().equals(":") && next.glued();
      boolean name = next.isWord() && next.glued();
      boolean item = at == 0 && LIST_MARK.contains(next.key()) && next.glued();
      if (clock || name || item) {
        return true;
      }
    }
    if (at == 0) {
      return false;
    }
    Lexeme before = lexemes.get(at - 1);
    boolean rank =
        RANK.contains(before.key())
            || (before.key().equals(".") && at > 1 && lexemes.get(at - 2).key().equals("no"));
    boolean clock = before.key().equals(":") && first.glued();
    boolean version = at > 1 && cardinal.scale() == 1 && before.isWord() && before.isCapitalised();
    return rank || clock || version;
  }

  /** GPT-5, top-10, mid-2025. */
  private static boolean isGluedToName(List<Lexeme> lexemes, int at) {
    if (at < 1 || !lexemes.get(at).glued()) {
      return false;
    }
    Lexeme before = lexemes.get(at - 1);
    if (before.key().equals("-")) {
      return at > 1 && before.glued() && lexemes.get(at - 2).isWord();
    }
    return before.key().equals("/") || before.key().equals("#") || before.isWord();
  }

  private Quantity quantity(List<Lexeme> lexemes, int first, int end, double value, String unit) {
    Bounds.Found before = bounds.before(lexemes, first);
    Bounds.Found after = bounds.after(lexemes, end);
    Bound bound = before.bound() != Bound.EXACT ? before.bound() : after.bound();
    return new Quantity(before.at(), first, after.at(), value, unit, bound, Quantity.End.NONE);
  }

  private static boolean isKey(List<Lexeme> lexemes, int at, String key) {
    return at < lexemes.size() && lexemes.get(at).key().equals(key);
  }
}
