package io.newsledger.extraction.evaluation;

import io.newsledger.extraction.Extraction;
import io.newsledger.extraction.Figure;
import java.util.List;

/** What is known of the figures of one article, for asking whether one that was read is right. */
public final class GoldFigures {
  /**
   * What is known of a figure.
   *
   * @param label the same for all that say the same
   */
  public record Verdict(Kind kind, String label) {
    /** Right, wrong, or not known. */
    public enum Kind {
      RIGHT,
      WRONG,
      UNKNOWN
    }
  }

  private final Facts facts = new Facts(FoldedNames.load());
  private final List<MarketFigure> right;
  private final List<MarketFigure> wrong;
  private final boolean complete;

  private GoldFigures(
      List<Annotation.Amount> right, List<Annotation.Amount> wrong, boolean complete) {
    this.right = facts.figures(new Annotation("", List.of(), right));
    this.wrong = facts.figures(new Annotation("", List.of(), wrong));
    this.complete = complete;
  }

  /** All figures of an article: what is not among them is wrong. */
  public static GoldFigures complete(Annotation gold) {
    return new GoldFigures(gold.figures(), List.of(), true);
  }

  /**
   * Some figures of an article that were judged. Of what is not among them nothing is known, but
   * that the same number is not another's.
   */
  public static GoldFigures judged(List<Annotation.Amount> right, List<Annotation.Amount> wrong) {
    return new GoldFigures(right, wrong, false);
  }

  /** How many figures are to be found. */
  public long size() {
    return right.stream().filter(figure -> !figure.optional()).count();
  }

  /**
   * Whether a figure that was read, if it held for a date, would agree with one of the gold in all.
   *
   * @param date ISO 8601, or null for none
   */
  public boolean isDated(Figure figure, String date) {
    Annotation read = Annotation.of("", new Extraction(List.of(), List.of(figure)));
    MarketFigure found = facts.figures(read).get(0);
    return right.stream()
        .anyMatch(r -> !r.optional() && r.matches(found) && Fact.datesAgree(r.date(), date));
  }

  /** What is known of a figure that was read; its date counts for nothing. */
  public Verdict verdict(Figure figure) {
    Annotation read = Annotation.of("", new Extraction(List.of(), List.of(figure)));
    MarketFigure found = facts.figures(read).get(0);
    boolean optional = false;
    for (int i = 0; i < right.size(); i++) {
      if (right.get(i).matches(found)) {
        if (!right.get(i).optional()) {
          return new Verdict(Verdict.Kind.RIGHT, "gold " + i);
        }
        optional = true;
      }
    }
    boolean wrongly = wrong.stream().anyMatch(w -> w.matches(found));
    boolean others = right.stream().anyMatch(r -> r.with(found.entities()).matches(found));
    boolean known = !optional && (complete || wrongly || others);
    return new Verdict(known ? Verdict.Kind.WRONG : Verdict.Kind.UNKNOWN, found.label());
  }
}
