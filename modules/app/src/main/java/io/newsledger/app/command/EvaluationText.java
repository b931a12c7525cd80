package io.newsledger.app.command;

import io.newsledger.extraction.evaluation.Evaluation;
import io.newsledger.extraction.evaluation.Mistake;
import io.newsledger.extraction.evaluation.Tally;
import java.util.Locale;

/** An evaluation in words: the errors, one a line, then a table of the counts. */
final class EvaluationText {
  private EvaluationText() {}

  /** The text, with a line end at the end. */
  static String of(Evaluation evaluation, boolean withErrors) {
    StringBuilder text = new StringBuilder();
    if (withErrors) {
      for (Mistake mistake : evaluation.mistakes()) {
        text.append(mistake.article())
            .append("  ")
            .append(padded(words(mistake.kind()), 7))
            .append("  ")
            .append(padded(words(mistake.subject()), 7))
            .append("  ")
            .append(mistake.fact())
            .append('\n');
      }
      text.append(text.isEmpty() ? "" : "\n");
    }
    text.append("          gold  found  right  precision  recall     F1  dates agree\n");
    for (Evaluation.Subject subject : Evaluation.Subject.values()) {
      Tally tally = evaluation.tally(subject);
      text.append(
          String.format(
              Locale.ROOT,
              "%-8s %5d  %5d  %5d  %9.3f  %6.3f  %5.3f  %11s\n",
              words(subject),
              tally.gold(),
              tally.found(),
              tally.right(),
              tally.precision(),
              tally.recall(),
              tally.f1(),
              tally.right() == 0 ? "-" : String.format(Locale.ROOT, "%.3f", tally.dates())));
    }
    return text.toString();
  }

  private static String words(Mistake.Kind kind) {
    return switch (kind) {
      case MISSED -> "missed";
      case MADE_UP -> "made up";
      case DATE -> "date";
    };
  }

  private static String words(Evaluation.Subject subject) {
    return switch (subject) {
      case ENDS -> "ends";
      case FIGURES -> "figures";
    };
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
