package io.newsledger.extraction.evaluation;

import io.newsledger.extraction.Extraction;
import io.newsledger.extraction.Figure;
import io.newsledger.extraction.Movement;
import java.util.List;
import java.util.Objects;

/**
 * What somebody found in one article.
 *
 * @param id name of the article
 * @param movements steps of people
 * @param figures market figures
 */
public record Annotation(String id, List<Step> movements, List<Amount> figures) {
  /**
   * A step of a person, fields as in {@link Movement}.
   *
   * @param optional a border case that counts for nothing
   */
  public record Step(
      String person,
      List<String> aliases,
      String from,
      String to,
      String date,
      String modality,
      boolean optional) {
    public Step {
      Objects.requireNonNull(person, "person");
      aliases = List.copyOf(aliases);
    }
  }

  /**
   * A figure, fields as in {@link Figure}.
   *
   * @param optional a border case that counts for nothing
   */
  public record Amount(
      List<String> entities,
      String metric,
      double value,
      String unit,
      String asOf,
      String modality,
      boolean optional) {
    public Amount {
      Objects.requireNonNull(metric, "metric");
      Objects.requireNonNull(unit, "unit");
      entities = List.copyOf(entities);
    }
  }

  public Annotation {
    Objects.requireNonNull(id, "id");
    movements = List.copyOf(movements);
    figures = List.copyOf(figures);
  }

  /** What the extractor found. */
  public static Annotation of(String id, Extraction extraction) {
    return new Annotation(
        id,
        extraction.movements().stream().map(Annotation::step).toList(),
        extraction.figures().stream().map(Annotation::number).toList());
  }

  private static Step step(Movement movement) {
    return new Step(
        movement.person(),
        movement.aliases(),
        movement.from(),
        movement.to(),
        movement.date(),
        movement.modality().name(),
        false);
  }

  private static Amount number(Figure figure) {
    return new Amount(
        figure.entities(),
        figure.metric().name(),
        figure.value(),
        figure.unit(),
        figure.asOf(),
        figure.modality().name(),
        false);
  }
}
