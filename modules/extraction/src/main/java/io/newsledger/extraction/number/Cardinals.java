package io.newsledger.extraction.number;

import io.newsledger.extraction.phrase.Lexeme;
import io.newsledger.extraction.phrase.Lines;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads plain numbers, in digits or words, with their scales: 1,234; 600M; twenty-five million. */
public final class Cardinals {
  private enum Kind {
    UNIT,
    TENS,
    SCALE,
    SUFFIX
  }

  private record Word(double value, Kind kind) {}

  /**
   * A plain number.
   *
   * @param length lexemes taken
   * @param value its value, scale included
   * @param scale what the scale words multiplied by, 1 if there are none
   */
  public record Cardinal(int length, double value, double scale) {}

  private final Map<String, Word> words;

  private Cardinals(Map<String, Word> words) {
    this.words = words;
  }

  /** Reads the vocabulary. */
  public static Cardinals load() {
    Map<String, Word> words = new HashMap<>();
    for (List<String> row : Lines.columns(Cardinals.class, "words.tsv")) {
      words.put(row.get(0), new Word(Double.parseDouble(row.get(1)), Kind.valueOf(row.get(2))));
    }
    return new Cardinals(Map.copyOf(words));
  }

  /** Whether a number could begin with this lexeme. */
  public boolean canBegin(Lexeme lexeme) {
    if (lexeme.isNumeral()) {
      return true;
    }
    Word word = words.get(lexeme.key());
    return (word != null && word.kind != Kind.SUFFIX) || isArticle(lexeme);
  }

  /**
   * The number that begins at a position.
   *
   * @param looseSuffix whether a scale letter may stand apart from its digits ($5 B)
   */
  public Optional<Cardinal> at(List<Lexeme> lexemes, int at, boolean looseSuffix) {
    Lexeme first = lexemes.get(at);
    if (first.isNumeral()) {
      return digits(lexemes, at, looseSuffix);
    }
    boolean article = isArticle(first);
    if (article && (at + 1 == lexemes.size() || kind(lexemes.get(at + 1)) != Kind.SCALE)) {
      return coupleOf(lexemes, at);
    }
    if (!article && (kind(first) == null || kind(first) == Kind.SUFFIX)) {
      return Optional.empty();
    }
    return inWords(lexemes, article ? at + 1 : at, article ? 1 : 0);
  }

  private Optional<Cardinal> digits(List<Lexeme> lexemes, int at, boolean looseSuffix) {
    double value;
    try {
      value = Double.parseDouble(lexemes.get(at).key().replace(",", ""));
    } catch (NumberFormatException e) {
      return Optional.empty(); // 1.2.3 is a version, not a number
    }
    int next = at + 1;
    if (next < lexemes.size() && kind(lexemes.get(next)) == Kind.SUFFIX) {
      Lexeme suffix = lexemes.get(next);
      if (suffix.glued() || (looseSuffix && suffix.isCapitalised())) {
        double scale = words.get(suffix.key()).value;
        return Optional.of(new Cardinal(2, product(value, scale), scale));
      }
    }
    double scale = 1;
    boolean hyphen = next + 1 < lexemes.size() && lexemes.get(next).key().equals("-");
    if (hyphen && kind(lexemes.get(next + 1)) == Kind.SCALE) {
      next++;
    }
    while (next < lexemes.size() && kind(lexemes.get(next)) == Kind.SCALE) {
      scale *= words.get(lexemes.get(next).key()).value;
      next++;
    }
    return Optional.of(new Cardinal(next - at, product(value, scale), scale));
  }

  /** In decimal: 4.1 billion is 4,100,000,000 to the unit. */
  static double product(double value, double scale) {
    return scale == 1
        ? value
        : BigDecimal.valueOf(value).multiply(BigDecimal.valueOf(scale)).doubleValue();
  }

  /** A couple hundred billion, a couple of million. */
  private Optional<Cardinal> coupleOf(List<Lexeme> lexemes, int at) {
    int next = at + 1;
    if (next >= lexemes.size() || !lexemes.get(next).key().equals("couple")) {
      return Optional.empty();
    }
    next++;
    if (next < lexemes.size() && lexemes.get(next).key().equals("of")) {
      next++;
    }
    int begin = next;
    double scale = 1;
    while (next < lexemes.size() && kind(lexemes.get(next)) == Kind.SCALE) {
      scale *= words.get(lexemes.get(next).key()).value;
      next++;
    }
    return next == begin
        ? Optional.empty()
        : Optional.of(new Cardinal(next - at, 2 * scale, scale));
  }

  private Optional<Cardinal> inWords(List<Lexeme> lexemes, int from, int skipped) {
    double total = 0;
    double current = skipped;
    double lastScale = 1;
    int at = from;
    int end = from;
    boolean any = skipped > 0;
    while (at < lexemes.size()) {
      Lexeme lexeme = lexemes.get(at);
      Kind kind = kind(lexeme);
      if (kind == Kind.UNIT || kind == Kind.TENS) {
        if (any && !mayAdd(current, kind)) {
          break;
        }
        current += words.get(lexeme.key()).value;
      } else if (kind == Kind.SCALE && any) {
        double scale = words.get(lexeme.key()).value;
        lastScale = scale;
        if (scale <= 100) {
          current *= scale;
        } else {
          total += current * scale;
          current = 0;
        }
      } else if (any && joins(lexeme) && at + 1 < lexemes.size() && isAdditive(lexemes, at)) {
        at++;
        continue;
      } else {
        break;
      }
      any = true;
      at++;
      end = at;
    }
    return end == from
        ? Optional.empty()
        : Optional.of(new Cardinal(end - from + skipped, total + current, lastScale));
  }

  private static boolean mayAdd(double current, Kind kind) {
    double room = current % 100;
    return room == 0 || (kind == Kind.UNIT && room >= 20 && room % 10 == 0);
  }

  private static boolean joins(Lexeme lexeme) {
    return (lexeme.key().equals("-") && lexeme.glued()) || lexeme.key().equals("and");
  }

  private boolean isAdditive(List<Lexeme> lexemes, int at) {
    Kind next = kind(lexemes.get(at + 1));
    if (lexemes.get(at).key().equals("-")) {
      return next == Kind.UNIT || next == Kind.SCALE;
    }
    Kind before = at > 0 ? kind(lexemes.get(at - 1)) : null;
    return before == Kind.SCALE && (next == Kind.UNIT || next == Kind.TENS);
  }

  private static boolean isArticle(Lexeme lexeme) {
    return lexeme.key().equals("a");
  }

  private Kind kind(Lexeme lexeme) {
    Word word = words.get(lexeme.key());
    return word == null ? null : word.kind;
  }
}
