package io.newsledger.extraction.movement;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds destinations between which a text leaves the choice open: "joins A, B or C", "joins A or
 * founds a firm". What is open is not known to have happened.
 */
final class Alternatives {
  private final View view;

  Alternatives(View view) {
    this.view = view;
  }

  /** All destinations of the choice, the first included; empty if there is no choice. */
  List<OrgMention> of(OrgMention first) {
    if (first == null || first.form() == OrgMention.Form.DEFINITE) {
      return List.of();
    }
    List<OrgMention> destinations = new ArrayList<>(List.of(first));
    int at = first.last() + 1;
    while (at < view.size()) {
      boolean comma = view.isComma(at);
      int next = comma ? at + 1 : at;
      boolean or = view.key(next).equals("or");
      if (!comma && !or) {
        return List.of();
      }
      OrgMention other = view.org(or ? next + 1 : next);
      if (other != null) {
        destinations.add(other);
        at = other.last() + 1;
      }
      if (or) {
        return List.copyOf(destinations);
      }
      if (other == null) {
        return List.of();
      }
    }
    return List.of();
  }
}
