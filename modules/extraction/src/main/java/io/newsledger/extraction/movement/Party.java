package io.newsledger.extraction.movement;

import io.newsledger.extraction.people.PersonMention;
import java.util.List;

/**
 * Who stands at an argument.
 *
 * @param persons persons, told of together
 * @param org an organisation, or null
 * @param relative whether a relative pronoun stood for them
 * @param pronoun token of a pronoun for several or for the speaker, or -1
 */
record Party(List<PersonMention> persons, OrgMention org, boolean relative, int pronoun) {
  static final Party NONE = new Party(List.of(), null, false, -1);

  Party {
    persons = List.copyOf(persons);
  }

  static Party of(List<PersonMention> persons) {
    return new Party(persons, null, false, -1);
  }

  static Party of(OrgMention org) {
    return new Party(List.of(), org, false, -1);
  }

  Party asRelative() {
    return new Party(persons, org, true, pronoun);
  }

  boolean isNone() {
    return persons.isEmpty() && org == null && pronoun < 0;
  }
}
