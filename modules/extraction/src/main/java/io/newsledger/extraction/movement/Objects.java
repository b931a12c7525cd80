package io.newsledger.extraction.movement;

import io.newsledger.extraction.people.PersonMention;
import java.util.List;
import java.util.Set;

/** Finds what stands behind a verb: persons as its object, organisations in its phrases. */
final class Objects {
  private static final int LONGEST_OBJECT = 22;
  private static final int LONGEST_PHRASE = 9;
  private static final Set<String> INTRODUCING = Set.of("including", "like", "namely", "such");
  private static final Set<String> PASSED =
      Set.of("of", "from", "at", "in", "behind", "for", "away", "over", "back", "on");

  private final View view;
  private final Words words;
  private final Conjuncts conjuncts;

  Objects(View view, Words words, Conjuncts conjuncts) {
    this.view = view;
    this.words = words;
    this.conjuncts = conjuncts;
  }

  /** The persons that a verb is done to, from the words behind it. */
  List<PersonMention> persons(int from) {
    boolean noun = false;
    boolean apart = false;
    for (int i = from; i < view.size() && i < from + LONGEST_OBJECT; i++) {
      PersonMention person = view.person(i);
      if (person != null) {
        if (view.isPossessive(person.last() + 1) || isPossessivePronoun(person)) {
          i = person.last();
          continue;
        }
        List<PersonMention> found = conjuncts.from(person);
        boolean clause = apart && view.isVerb(found.get(found.size() - 1).last() + 1);
        return clause ? List.of() : found; // "hired ten engineers, X said"
      }
      if (view.org(i) != null) {
        i = view.org(i).last();
        noun = true;
        continue;
      }
      String key = view.key(i);
      boolean past = words.is("past", key);
      noun |= past || words.is("post", key) || words.is("group", key) || isPlural(i);
      apart |= view.isComma(i);
      boolean participle =
          view.isTag(i, "VERB")
              && view.isNominal(i + 1)
              && (i == from || key.endsWith("ing") || key.endsWith("ed"));
      boolean as = i == from && key.equals("as") && view.isNominal(i + 1);
      boolean passed =
          view.isNominal(i)
              || participle
              || past
              || as
              || view.isTag(i, "ADV")
              || view.isQuote(i)
              || (noun && view.isComma(i) && !view.key(i + 1).equals("and"))
              || (noun && (view.isBreak(i) || INTRODUCING.contains(key)))
              || (PASSED.contains(key) && (noun || i > from))
              || (key.equals("as") && view.key(i - 1).equals("such"))
              || (key.equals("and") && (noun || view.isNominal(i + 1) || view.org(i + 1) != null));
      if (!passed || key.equals("who")) {
        return List.of();
      }
    }
    return List.of();
  }

  private boolean isPlural(int at) {
    return view.isTag(at, "NOUN") && view.key(at).endsWith("s");
  }

  /** The persons of a list that begins here: each with words of its own. */
  List<PersonMention> listed(int from) {
    for (int i = from; i < view.size() && i < from + LONGEST_OBJECT; i++) {
      PersonMention person = view.person(i);
      if (person != null) {
        return view.isPossessive(person.last() + 1) ? List.of() : conjuncts.listFrom(person);
      }
      if (view.isVerb(i) && view.org(i) == null) {
        return List.of();
      }
    }
    return List.of();
  }

  private boolean isPossessivePronoun(PersonMention person) {
    String key = view.key(person.first());
    return person.form() == PersonMention.Form.PRONOUN
        && (key.equals("his") || (key.equals("her") && view.isNominal(person.last() + 1)));
  }

  /** The organisation that a noun phrase beginning here means, or null. */
  OrgMention org(int from) {
    boolean nounsOnly = true;
    for (int i = from; i < view.size() && i < from + LONGEST_PHRASE; i++) {
      OrgMention org = view.org(i);
      if (org != null) {
        OrgMention rival = behindRival(org);
        return withUnit(rival == null ? org : rival);
      }
      PersonMention person = view.person(i);
      if (person != null) {
        if (view.isPossessive(person.last() + 1)) {
          i = person.last() + 1;
          continue;
        }
        return null;
      }
      OrgMention named = named(i);
      if (named != null && nounsOnly) {
        return named;
      }
      String key = view.key(i);
      boolean of =
          i > from && (key.equals("of") || (key.equals("at") && words.is("post", view.key(i - 1))));
      boolean comma =
          view.isComma(i) && i > from && words.is("firm", view.key(i - 1)) && view.isCapital(i + 1);
      boolean attributive = view.isTag(i, "VERB") && view.isNominal(i + 1) && i > from;
      boolean other = view.isTag(i, "NOUN") && !leadsToName(key);
      boolean nominal = view.isNominal(i) || of || comma || attributive || view.isQuote(i);
      if (other || (!nominal && !view.isTag(i, "ADV"))) {
        return null;
      }
    }
    return null;
  }

  /** "Anthropic rival OpenAI", "A's parent company B", "Google's DeepMind": the one described. */
  private OrgMention behindRival(OrgMention org) {
    boolean possessive = view.isPossessive(org.last() + 1);
    int at = possessive ? org.last() + 2 : org.last() + 1;
    OrgMention owned = possessive ? view.org(at) : null;
    boolean described =
        owned != null && owned.unit() == null && owned.form() == OrgMention.Form.KNOWN;
    for (int i = at; i < at + 4; i++) {
      if (view.org(i) != null) {
        return described ? view.org(i) : null;
      }
      described |= words.is("firm", view.key(i)) || words.is("relation", view.key(i));
      if (!view.isNominal(i) || view.person(i) != null) {
        return null;
      }
    }
    return null;
  }

  /** "Meta's AI team": the team as unit. */
  private OrgMention withUnit(OrgMention org) {
    int at = org.last() + 1;
    if (org.unit() != null || org.form() == OrgMention.Form.NAMED) {
      return org;
    }
    if (view.isPossessive(at)) {
      at++;
    }
    for (int i = at; i < view.size() && i < at + 6; i++) {
      OrgMention inner = view.org(i);
      if (inner != null
          && inner.unit() != null
          && inner.organisation().equals(org.organisation())) {
        return new OrgMention(
            org.first(), inner.last(), org.organisation(), inner.unit(), org.form());
      }
      if (words.is("team", view.key(i)) && i > at) {
        return new OrgMention(org.first(), i, org.organisation(), view.text(at, i), org.form());
      }
      if (!view.isNominal(i) || view.person(i) != null) {
        break;
      }
    }
    return org;
  }

  /** Nouns that may stand in front of the name they describe, or of "of" and a name. */
  private boolean leadsToName(String key) {
    return words.is("firm", key)
        || words.is("maker", key)
        || words.is("relation", key)
        || words.is("team", key)
        || words.is("subject", key)
        || words.is("post", key)
        || view.titleCased();
  }

  /** A name that no reference data knows: capitals that are no ordinary words. */
  private OrgMention named(int at) {
    boolean partOfMore = view.isCapital(at - 1) && at > 1 && view.org(at - 1) == null;
    if (view.titleCased() || partOfMore || !isNamePart(at)) {
      return null;
    }
    int last = at;
    while (isNamePart(last + 1) && last - at < 3) {
      last++;
    }
    return new OrgMention(at, last, view.text(at, last), null, OrgMention.Form.NAMED);
  }

  private boolean isNamePart(int at) {
    if (at >= view.size()
        || view.person(at) != null
        || view.org(at) != null
        || view.time(at) != null
        || !view.isCapital(at)) {
      return false;
    }
    String key = view.key(at);
    boolean letters = key.length() > 1 && Character.isLetter(key.charAt(0));
    boolean name = view.isTag(at, "PROPN") || view.isTag(at, "NOUN") || view.isTag(at, "X");
    boolean compound = key.indexOf('-') > 0;
    return letters
        && name
        && !compound
        && !words.isOrdinary(key)
        && !words.is("post", key)
        && !words.is("subject", key);
  }
}
