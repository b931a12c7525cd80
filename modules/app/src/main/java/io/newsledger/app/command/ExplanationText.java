package io.newsledger.app.command;

import io.newsledger.extraction.Explanation;
import io.newsledger.extraction.Figure;
import io.newsledger.extraction.Movement;
import io.newsledger.extraction.Quote;
import java.math.BigDecimal;
import java.util.Locale;

/** How an article was read, for people. */
final class ExplanationText {
  private ExplanationText() {}

  /**
   * The text, with a line end at the end; sentences in which nothing was recognised are left out.
   */
  static String of(String id, Explanation explanation) {
    StringBuilder text = new StringBuilder("# ").append(id).append('\n');
    if (!explanation.extraction().isRead()) {
      text.append("\nin another language, ").append(explanation.extraction().language());
      return text.append(": only English is read\n\n").toString();
    }
    int number = 0;
    for (Explanation.Passage passage : explanation.sentences()) {
      number++;
      if (passage.mentions().isEmpty() && passage.steps().isEmpty()) {
        continue;
      }
      text.append("\n[").append(number).append("] ");
      text.append(passage.field() == Quote.Field.TITLE ? "(title) " : "");
      text.append(passage.text().strip().replaceAll("\\s+", " ")).append('\n');
      for (Explanation.Mention mention : passage.mentions()) {
        line(text, "means", mention.words(), mention.meaning());
      }
      for (Explanation.Step step : passage.steps()) {
        line(text, step.outcome().name().toLowerCase(Locale.ROOT), step.pattern(), step.detail());
      }
    }
    text.append("\nread:\n");
    for (Movement movement : explanation.extraction().movements()) {
      text.append("  ").append(words(movement)).append('\n');
    }
    for (Figure figure : explanation.extraction().figures()) {
      text.append("  ").append(words(figure)).append('\n');
    }
    int count =
        explanation.extraction().movements().size() + explanation.extraction().figures().size();
    return text.append(count == 0 ? "  nothing\n\n" : "\n").toString();
  }

  private static void line(StringBuilder text, String kind, String what, String detail) {
    text.append("    ").append(kind).append(" ".repeat(Math.max(1, 9 - kind.length())));
    text.append(what.replaceAll("\\s+", " "));
    text.append(detail.isEmpty() ? "" : ": " + detail.replaceAll("\\s+", " ")).append('\n');
  }

  private static String words(Movement movement) {
    return movement.person()
        + (movement.from() == null ? "" : ", from " + movement.from())
        + (movement.to() == null ? "" : ", to " + movement.to())
        + (movement.unit() == null ? "" : " (" + movement.unit() + ")")
        + (movement.role() == null ? "" : ", as " + movement.role())
        + ", "
        + (movement.date() == null ? "no date" : movement.date())
        + ", "
        + movement.modality();
  }

  private static String words(Figure figure) {
    return String.join(" + ", figure.entities())
        + ", "
        + figure.metric()
        + (figure.scope() == null ? "" : " (" + figure.scope() + ")")
        + ", "
        + figure.bound()
        + " "
        + BigDecimal.valueOf(figure.value()).stripTrailingZeros().toPlainString()
        + " "
        + figure.unit()
        + ", "
        + (figure.asOf() == null ? "no date" : figure.asOf())
        + ", "
        + figure.modality();
  }
}
