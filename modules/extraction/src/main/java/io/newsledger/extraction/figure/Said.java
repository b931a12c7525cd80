package io.newsledger.extraction.figure;

import io.newsledger.extraction.Figure;
import io.newsledger.extraction.Modality;
import io.newsledger.extraction.Quote;
import java.util.List;

/**
 * A measure with all that a sentence says of it.
 *
 * @param owning whose it is; somebody's
 * @param each whether it is one number for each of them, not one for all together
 */
record Said(
    Measure measure, Owning owning, boolean each, String scope, String asOf, Modality modality) {
  /** Whose it is; never empty. */
  List<String> entities() {
    return owning.names();
  }

  Said at(String date) {
    return new Said(measure, owning, each, scope, date, modality);
  }

  /** The same of one owner. */
  Said of(String owner) {
    return of(new Owning(List.of(owner), owning.way()));
  }

  /** The same of others. */
  Said of(Owning others) {
    return new Said(measure, others, each, scope, asOf, modality);
  }

  /** The figures that it makes. */
  List<Figure> figures(Quote quote) {
    List<List<String>> owners =
        each ? entities().stream().map(List::of).toList() : List.of(entities());
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
