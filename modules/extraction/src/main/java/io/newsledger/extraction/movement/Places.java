package io.newsledger.extraction.movement;

import io.newsledger.extraction.people.PersonMention;

/** Finds the organisation of a step where the verb's own phrases do not name it. */
final class Places {
  private static final int LONGEST_PURPOSE = 14;

  private final View view;
  private final Words words;
  private final Affiliations affiliations;
  private final Organisations organisations;

  Places(View view, Words words, Affiliations affiliations, Organisations organisations) {
    this.view = view;
    this.words = words;
    this.affiliations = affiliations;
    this.organisations = organisations;
  }

  /** "hired to lead A's team": A. */
  OrgMention purpose(Trigger trigger) {
    for (int i = trigger.last() + 1; i < view.size() && i < trigger.last() + LONGEST_PURPOSE; i++) {
      if (view.key(i).equals("to") && words.is("purpose", view.key(i + 1))) {
        for (int k = i + 2; k < view.size() && k < i + 12; k++) {
          if (view.org(k) != null) {
            return view.org(k);
          }
          if (view.isVerb(k) || view.isComma(k) || view.isBreak(k) || view.person(k) != null) {
            return null;
          }
        }
      }
      if (view.isVerb(i) && view.person(i) == null && view.org(i) == null) {
        return null;
      }
    }
    return null;
  }

  /** "A, a laboratory founded by X": A. */
  OrgMention described(Trigger trigger) {
    for (int i = trigger.first() - 1; i >= 0 && i > trigger.first() - LONGEST_PURPOSE; i--) {
      OrgMention org = view.org(i);
      if (org != null) {
        boolean apart = view.isComma(org.last() + 1) || view.isVerb(org.last() + 1);
        return apart ? org : null;
      }
      if (view.person(i) != null || view.key(i).equals(";")) {
        return null;
      }
    }
    return null;
  }

  /** What a text goes on about at a token, or null. */
  OrgMention meant(int at) {
    String meant = organisations.meant(view.sentence().index(), at);
    return meant == null ? null : new OrgMention(at, at, meant, null, OrgMention.Form.DEFINITE);
  }

  /** Where the person who acts for an organisation is. */
  OrgMention affiliated(PersonMention person) {
    int sentence = view.sentence().index();
    return affiliations
        .in(sentence, person.person())
        .or(() -> affiliations.near(sentence, person.person()))
        .map(a -> new OrgMention(0, 0, a.organisation(), null, OrgMention.Form.DEFINITE))
        .orElse(null);
  }
}
