package io.newsledger.extraction.movement;

import java.util.List;

/**
 * What speaks for or against a candidate: features that are true of it.
 *
 * @param clause features of the clause, the person and the article
 * @param from features of the organisation left; empty if there is none
 * @param to features of the organisation joined; empty if there is none
 */
record Signs(List<String> clause, List<String> from, List<String> to) {
  static final Signs NONE = new Signs(List.of(), List.of(), List.of());

  Signs {
    clause = List.copyOf(clause);
    from = List.copyOf(from);
    to = List.copyOf(to);
  }
}
