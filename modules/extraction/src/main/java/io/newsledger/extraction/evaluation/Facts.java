package io.newsledger.extraction.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Takes annotations apart into the facts that are compared, each once. */
final class Facts {
  private static final int SHOWN_DIGITS = 6;

  private final FoldedNames names;

  Facts(FoldedNames names) {
    this.names = names;
  }

  /** All ends of all movements; of the same end told twice the first, with the first date told. */
  List<MovementEnd> ends(Annotation annotation) {
    List<MovementEnd> ends = new ArrayList<>();
    for (Annotation.Step step : annotation.movements()) {
      for (MovementEnd end : ends(step)) {
        int twin = indexOfMatch(ends, end);
        if (twin < 0) {
          ends.add(end);
        } else if (ends.get(twin).date() == null) {
          ends.set(twin, ends.get(twin).at(end.date()));
        }
      }
    }
    return ends;
  }

  private static int indexOfMatch(List<MovementEnd> ends, MovementEnd end) {
    for (int i = 0; i < ends.size(); i++) {
      if (ends.get(i).matches(end)) {
        return i;
      }
    }
    return -1;
  }

  private List<MovementEnd> ends(Annotation.Step step) {
    String from = names.organisation(step.from()).orElse(null);
    String to = names.organisation(step.to()).orElse(null);
    List<MovementEnd> ends = new ArrayList<>();
    if (from != null && from.equals(to)) {
      ends.add(end(step, MovementEnd.Kind.WITHIN, from));
      return ends;
    }
    if (from != null) {
      ends.add(end(step, MovementEnd.Kind.LEFT, from));
    }
    if (to != null) {
      ends.add(end(step, MovementEnd.Kind.JOINED, to));
    }
    return ends;
  }

  private MovementEnd end(Annotation.Step step, MovementEnd.Kind kind, String organisation) {
    List<List<String>> forms = new ArrayList<>();
    forms.add(names.person(step.person()));
    step.aliases().forEach(alias -> forms.add(names.person(alias)));
    MovementEnd.Certainty certainty =
        switch (step.modality() == null ? "" : step.modality()) {
          case "RUMOURED" -> MovementEnd.Certainty.RUMOURED;
          case "DENIED" -> MovementEnd.Certainty.DENIED;
          default -> MovementEnd.Certainty.ASSERTED;
        };
    String label = step.person() + " " + kind + " " + organisation + " [" + certainty + "]";
    return new MovementEnd(
        List.copyOf(forms), kind, organisation, certainty, step.date(), step.optional(), label);
  }

  /** All figures, those told twice in every respect once. */
  List<MarketFigure> figures(Annotation annotation) {
    record Told(
        Set<String> entities,
        String family,
        String unit,
        double value,
        String doubt,
        String asOf) {}
    Set<Told> told = new HashSet<>();
    List<MarketFigure> figures = new ArrayList<>();
    for (Annotation.Amount number : annotation.figures()) {
      Set<String> entities = new TreeSet<>();
      number.entities().forEach(entity -> names.organisation(entity).ifPresent(entities::add));
      String family = number.metric().equals("USAGE_SHARE") ? "MARKET_SHARE" : number.metric();
      boolean doubted = "RUMOURED".equals(number.modality()) || "DENIED".equals(number.modality());
      String doubt = doubted ? number.modality() : "";
      if (told.add(
          new Told(entities, family, number.unit(), number.value(), doubt, number.asOf()))) {
        figures.add(
            new MarketFigure(
                entities,
                family,
                number.unit(),
                number.value(),
                number.asOf(),
                number.optional(),
                label(entities, family, number)));
      }
    }
    return figures;
  }

  private static String label(Set<String> entities, String family, Annotation.Amount number) {
    String value =
        BigDecimal.valueOf(number.value())
            .round(new MathContext(SHOWN_DIGITS))
            .stripTrailingZeros()
            .toPlainString();
    return String.join("+", entities)
        + " "
        + family.replace("MARKET_SHARE", "SHARE")
        + " "
        + value
        + " "
        + number.unit()
        + " @"
        + number.asOf();
  }
}
