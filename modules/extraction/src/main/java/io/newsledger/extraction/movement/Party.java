package io.newsledger.extraction.movement;

import io.newsledger.extraction.people.PersonMention;
import java.util.List;

/**
 * Who stands at an argument.
 *
 * @param persons persons, told of together
 * @param org an organisation, or null
 * @param relative whether a relative pronoun stood for them
 */
record Party(List<PersonMention> persons, OrgMention org, boolean relative) {
  static final Party NONE = new Party(List.of(), null, false);

  Party {
    persons = List.copyOf(persons);
  }

  static Party of(List<PersonMention> persons) {
    return new Party(persons, null, false);
  }

  static Party of(OrgMention org) {
    return new Party(List.of(), org, false);
  }

  Party asRelative() {
    return new Party(persons, org, true);
  }

  boolean isNone() {
    return persons.isEmpty() && org == null;
  }
}
