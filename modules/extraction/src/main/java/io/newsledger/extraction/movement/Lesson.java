package io.newsledger.extraction.movement;

import io.newsledger.extraction.evaluation.Annotation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * An article to learn from.
 *
 * @param gold what careful readers say is in it
 * @param published day of publication
 * @param heard what was put before the judge
 * @param real whether it is an article that counts in the score, not a sentence made up to learn
 *     from
 */
public record Lesson(Annotation gold, LocalDate published, List<HeardEnd> heard, boolean real) {
  public Lesson {
    Objects.requireNonNull(published, "published");
    Objects.requireNonNull(gold, "gold");
    heard = List.copyOf(heard);
  }
}
