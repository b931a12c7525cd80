package io.newsledger.extraction.movement;

import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.evaluation.Annotation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads sentences made up to test and to learn from. One a line: the text, a headline before {@code
 * ||} if there is one, a tab, and the movements it tells, {@code PERSON: FROM > TO @DATE} with
 * {@code +} behind it if announced, {@code ?} if rumoured, {@code !} if denied; {@code "; "}
 * between them, {@code -} for none.
 */
public final class MadeUpSentences {
  /** The day on which the sentences are published. */
  public static final LocalDate PUBLISHED = LocalDate.of(2026, 3, 10);

  private static final Map<Character, String> CERTAINTIES =
      Map.of('+', "ANNOUNCED", '?', "RUMOURED", '!', "DENIED");

  private MadeUpSentences() {}

  /**
   * A text and the movements it tells.
   *
   * @param text as an article
   * @param gold what it tells
   */
  public record MadeUp(ArticleText text, Annotation gold) {}

  /**
   * Reads lines; empty ones and those that begin with # say nothing.
   *
   * @throws IllegalArgumentException if a line is malformed; the message says which
   */
  public static List<MadeUp> read(List<String> lines) {
    List<MadeUp> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] columns = line.split("\t", -1);
      if (columns.length != 2) {
        throw new IllegalArgumentException("line " + (i + 1) + " has no two columns");
      }
      try {
        all.add(
            new MadeUp(
                text(columns[0]), new Annotation("line " + (i + 1), steps(columns[1]), List.of())));
      } catch (StringIndexOutOfBoundsException e) {
        throw new IllegalArgumentException("line " + (i + 1) + " has no PERSON: FROM > TO", e);
      }
    }
    return all;
  }

  private static ArticleText text(String text) {
    int bar = text.indexOf(" || ");
    String title = bar < 0 ? null : text.substring(0, bar);
    String body = bar < 0 ? text : text.substring(bar + 4);
    return new ArticleText(title, body, PUBLISHED, "The Courier", null);
  }

  private static List<Annotation.Step> steps(String notation) {
    List<Annotation.Step> steps = new ArrayList<>();
    if (!notation.strip().equals("-")) {
      for (String step : notation.split("; ", -1)) {
        steps.add(step(step.strip()));
      }
    }
    return steps;
  }

  private static Annotation.Step step(String notation) {
    String certainty = CERTAINTIES.get(notation.charAt(notation.length() - 1));
    String told =
        (certainty == null ? notation : notation.substring(0, notation.length() - 1)).strip();
    int at = told.indexOf('@');
    String date = at < 0 ? null : told.substring(at + 1).strip();
    String step = at < 0 ? told : told.substring(0, at).strip();
    int colon = step.indexOf(": ");
    int arrow = step.indexOf('>', colon);
    String from = step.substring(colon + 1, arrow).strip();
    String to = step.substring(arrow + 1).strip();
    return new Annotation.Step(
        step.substring(0, colon),
        List.of(),
        from.isEmpty() ? null : from,
        to.isEmpty() ? null : to,
        date,
        certainty == null ? "REPORTED" : certainty,
        false);
  }
}
