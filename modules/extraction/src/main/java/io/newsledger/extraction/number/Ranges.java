package io.newsledger.extraction.number;

import io.newsledger.extraction.Bound;
import io.newsledger.extraction.phrase.Lexeme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Joins the ends of ranges ($6.4 to $6.5 billion, between 15% and 20%), and gives both numbers of a
 * pair the scale and unit that only the second carries (from 55 to 40 percent).
 */
final class Ranges {
  private static final Set<String> JOINTS = Set.of("to", "-", "and", "or");

  private final List<Lexeme> lexemes;

  Ranges(List<Lexeme> lexemes) {
    this.lexemes = lexemes;
  }

  List<Quantity> mark(List<Quantity> found) {
    List<Quantity> out = new ArrayList<>(found);
    for (int i = 0; i + 1 < out.size(); i++) {
      Quantity low = out.get(i);
      Quantity high = out.get(i + 1);
      if (!isJoined(low, high)) {
        continue;
      }
      low = completed(low, high);
      high =
          high.unit().equals(Quantity.COUNT) && low.isMoney()
              ? with(high, high.value(), low.unit())
              : high;
      boolean change = isKey(low.from() - 1, "from");
      boolean and = isKey(low.end(), "and") || isKey(low.end(), "or");
      boolean between = isKey(low.from() - 1, "between");
      boolean range = low.unit().equals(high.unit()) && low.value() < high.value();
      if (range && !change && (between || !and)) {
        low = end(low, Bound.AT_LEAST, Quantity.End.LOW);
        high = end(high, Bound.AT_MOST, Quantity.End.HIGH);
      }
      out.set(i, low);
      out.set(i + 1, high);
    }
    return List.copyOf(out);
  }

  private boolean isJoined(Quantity low, Quantity high) {
    return high.from() == low.end() + 1 && JOINTS.contains(lexemes.get(low.end()).key());
  }

  /** The first number of a pair with what it leaves to the second. */
  private Quantity completed(Quantity low, Quantity high) {
    boolean bare = low.value() < 1000 && (low.unit().equals(Quantity.COUNT) || low.isMoney());
    if (!bare || low.end() - low.first() > (low.isMoney() ? 3 : 1)) {
      return low;
    }
    boolean scaleLeft = high.value() >= 1000 && lexemes.get(low.end() - 1).isNumeral();
    double scale = scaleLeft ? scale(high) : 1;
    boolean unitLeft = low.unit().equals(Quantity.COUNT) && !high.unit().equals(Quantity.MULTIPLE);
    return with(low, Cardinals.product(low.value(), scale), unitLeft ? high.unit() : low.unit());
  }

  private double scale(Quantity high) {
    for (int i = high.first(); i < high.end(); i++) {
      Lexeme lexeme = lexemes.get(i);
      if (lexeme.isNumeral()) {
        try {
          double digits = Double.parseDouble(lexeme.key().replace(",", ""));
          return digits == 0 ? 1 : Math.rint(high.value() / digits);
        } catch (NumberFormatException e) {
          return 1;
        }
      }
    }
    return 1;
  }

  private static Quantity with(Quantity q, double value, String unit) {
    return new Quantity(q.from(), q.first(), q.end(), value, unit, q.bound(), q.range());
  }

  private static Quantity end(Quantity q, Bound bound, Quantity.End end) {
    return new Quantity(q.from(), q.first(), q.end(), q.value(), q.unit(), bound, end);
  }

  private boolean isKey(int at, String key) {
    return at >= 0 && lexemes.get(at).key().equals(key);
  }
}
