package io.newsledger.extraction.figure;

import io.newsledger.extraction.Bound;
import io.newsledger.extraction.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Makes one figure of what an article says several times. The more precise number stands, of two
 * bounds the weaker one, and of the dates the one that is said.
 */
final class Merger {
  private static final double RETOLD = 0.01;

  /** Close to $1 trillion, for 965 billion. */
  private static final double NEARLY = 0.05;

  private Merger() {}

  static List<Figure> merge(List<Figure> figures) {
    List<Figure> out = new ArrayList<>();
    for (Figure figure : figures) {
      int twin = -1;
      for (int i = 0; i < out.size() && twin < 0; i++) {
        twin = isSame(out.get(i), figure) ? i : -1;
      }
      if (twin < 0) {
        out.add(figure);
      } else {
        out.set(twin, merge(out.get(twin), figure));
      }
    }
    out.sort(
        Comparator.comparing((Figure f) -> f.quote().field())
            .thenComparingInt(f -> f.quote().start()));
    return List.copyOf(out);
  }

  private static boolean isSame(Figure a, Figure b) {
    double difference = Math.abs(a.value() - b.value());
    boolean about = a.bound() == Bound.ABOUT || b.bound() == Bound.ABOUT;
    return a.metric() == b.metric()
        && a.unit().equals(b.unit())
        && a.modality() == b.modality()
        && new HashSet<>(a.entities()).equals(new HashSet<>(b.entities()))
        && difference
            <= (about ? NEARLY : RETOLD) * Math.max(Math.abs(a.value()), Math.abs(b.value()))
        && agree(a.asOf(), b.asOf())
        && !areEnds(a, b);
  }

  /** The two ends of a range, told in one sentence. */
  private static boolean areEnds(Figure a, Figure b) {
    return a.quote().equals(b.quote())
        && a.value() != b.value()
        && a.bound() != b.bound()
        && a.bound() != Bound.ABOUT
        && b.bound() != Bound.ABOUT;
  }

  private static boolean agree(String a, String b) {
    return a == null || b == null || a.startsWith(b) || b.startsWith(a);
  }

  private static Figure merge(Figure a, Figure b) {
    Figure kept = isRounder(a, b) || a.quote().field() != b.quote().field() ? b : a;
    Bound bound = weaker(a.bound(), b.bound());
    String asOf =
        a.asOf() == null || (b.asOf() != null && b.asOf().length() > a.asOf().length())
            ? b.asOf()
            : a.asOf();
    return new Figure(
        kept.entities(),
        kept.metric(),
        kept.scope() == null ? a.scope() : kept.scope(),
        kept.value(),
        kept.unit(),
        bound,
        asOf,
        kept.modality(),
        kept.quote());
  }

  /** Whether the first number has fewer digits that tell something. */
  private static boolean isRounder(Figure a, Figure b) {
    return a.value() != b.value() && digits(a.value()) < digits(b.value());
  }

  private static int digits(double value) {
    return java.math.BigDecimal.valueOf(value).stripTrailingZeros().precision();
  }

  private static Bound weaker(Bound a, Bound b) {
    if (a == b || b == Bound.EXACT) {
      return a;
    }
    return b;
  }
}
