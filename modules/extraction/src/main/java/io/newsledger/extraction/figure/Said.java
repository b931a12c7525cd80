package io.newsledger.extraction.figure;

import io.newsledger.extraction.Figure;
import io.newsledger.extraction.Modality;
import io.newsledger.extraction.Quote;
import java.util.List;

/**
 * A measure with all that a sentence says of it.
 *
 * @param entities whose it is; never empty
 * @param each whether it is one number for each of them, not one for all together
 */
record Said(
    Measure measure,
    List<String> entities,
    boolean each,
    String scope,
    String asOf,
    Modality modality) {
  Said {
    entities = List.copyOf(entities);
  }

  Said at(String date) {
    return new Said(measure, entities, each, scope, date, modality);
  }

  /** The figures that it makes. */
  List<Figure> figures(Quote quote) {
    List<List<String>> owners = each ? entities.stream().map(List::of).toList() : List.of(entities);
    return owners.stream()
        .map(
            owner ->
                new Figure(
                    owner,
                    measure.metric(),
                    scope,
                    measure.value(),
                    measure.unit(),
                    measure.quantity().bound(),
                    asOf,
                    modality,
                    quote))
        .toList();
  }
}
