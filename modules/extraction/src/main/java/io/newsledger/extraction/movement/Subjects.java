package io.newsledger.extraction.movement;

import io.newsledger.extraction.people.PersonMention;
import java.util.List;
import java.util.Set;

/** Finds whom a verb speaks of, from the words in front of it. */
final class Subjects {
  private static final int DEEPEST = 5;
  private static final int LONGEST_RELATIVE = 26;
  private static final Set<String> JOINING = Set.of("and", "but", "then", "or", "&");

  private final View view;
  private final Words words;
  private final Conjuncts conjuncts;
  private final Triggers triggers;
  private final NounPhrases phrases;

  Subjects(View view, Words words, Conjuncts conjuncts, Triggers triggers) {
    this.view = view;
    this.words = words;
    this.conjuncts = conjuncts;
    this.triggers = triggers;
    this.phrases = new NounPhrases(view, words, conjuncts);
  }

  /** Who does what a trigger tells, or to whom it is done if it is passive. */
  Party of(Trigger trigger) {
    return before(trigger.group(), 0);
  }

  /** Who does what the verbs before a token say. */
  Party before(int at) {
    return sameAs(at, 0);
  }

  private Party before(int group, int depth) {
    if (depth > DEEPEST) {
      return Party.NONE;
    }
    if (view.key(group).equals("to")) {
      return controller(group, depth);
    }
    boolean participle = view.key(group).endsWith("ing") && view.isVerb(group);
    int at = skipAdjuncts(group - 1);
    if (at < 0) {
      return participle ? mainClause(group) : Party.NONE;
    }
    String key = view.key(at);
    if (words.is("relative", key)) {
      return antecedent(at).asRelative();
    }
    if (participle && view.person(at) != null) {
      return Party.of(conjuncts.upTo(view.person(at)));
    }
    if (participle && view.isVerb(at)) {
      return before(triggers.group(view, at), depth + 1); // "is considering leaving"
    }
    if (participle && isSubordinate(at)) {
      return participle(group, at, depth);
    }
    if (view.isComma(at) || view.isBreak(at)) {
      return behindComma(at, depth);
    }
    if (JOINING.contains(key)) {
      return sameAs(at, depth);
    }
    if (view.isQuote(at)) {
      return Party.NONE;
    }
    return phrases.at(at, depth);
  }

  /** Adverbs, dates and what stands between commas as an aside ("in January"). */
  private int skipAdjuncts(int from) {
    int at = from;
    while (at >= 0) {
      boolean date = view.time(at) != null;
      boolean adverb = view.isTag(at, "ADV") && view.person(at) == null;
      boolean each = view.key(at).equals("both") || view.key(at).equals("each");
      if (date || adverb || (each && view.person(at - 1) != null)) {
        at--;
        if (date
            && view.time(at) == null
            && Set.of("in", "on", "at", "since", "by").contains(view.key(at))) {
          at--;
        }
      } else {
        break;
      }
    }
    return at;
  }

  private boolean isSubordinate(int at) {
    return view.isTag(at, "SCONJ")
        || view.isTag(at, "ADP")
        || Set.of("before", "after", "since", "while", "when", "and", "or").contains(view.key(at))
        || view.isComma(at);
  }

  /** "after leaving A, X joined B"; "X joined B after leaving A". */
  private Party participle(int group, int at, int depth) {
    boolean opening = !hasVerb(0, at);
    if (opening) {
      Party main = mainClause(group);
      if (!main.isNone()) {
        return main;
      }
    }
    return sameAs(at, depth);
  }

  private Party mainClause(int group) {
    for (int i = group; i < view.size(); i++) {
      if (view.isComma(i)) {
        for (int k = i + 1; k < view.size() && !view.isVerb(k); k++) {
          PersonMention person = view.person(k);
          if (person != null && !view.isPossessive(person.last() + 1)) {
            return Party.of(conjuncts.from(person));
          }
          OrgMention org = view.org(k);
          boolean title = org != null && nextPersonBeforeVerb(org.last() + 1);
          if (org != null && !title) {
            return Party.of(org);
          }
        }
        return Party.NONE;
      }
    }
    return Party.NONE;
  }

  private boolean nextPersonBeforeVerb(int from) {
    for (int i = from; i < view.size() && !view.isVerb(i) && !view.isComma(i); i++) {
      if (view.person(i) != null) {
        return true;
      }
    }
    return false;
  }

  private boolean hasVerb(int from, int to) {
    for (int i = from; i < to; i++) {
      if (view.isVerb(i) && view.person(i) == null && view.org(i) == null) {
        return true;
      }
    }
    return false;
  }

  /** "left to join": who left. "hired X to lead": X. */
  private Party controller(int to, int depth) {
    for (int i = to - 1; i >= 0; i--) {
      PersonMention person = view.person(i);
      if (person != null && !view.isPossessive(person.last() + 1)) {
        boolean phrase = phrases.isInPhrase(person.first());
        if (!phrase) {
          return Party.of(conjuncts.upTo(person));
        }
      }
      if (view.isVerb(i) && view.org(i) == null && person == null) {
        return before(triggers.group(view, i), depth + 1);
      }
      if (view.key(i).equals(";")) {
        return Party.NONE;
      }
    }
    return Party.NONE;
  }

  /** The subject of the verb before. */
  private Party sameAs(int from, int depth) {
    for (int i = from - 1; i >= 0; i--) {
      if (view.key(i).equals(";")) {
        return Party.NONE;
      }
      boolean verb = view.isVerb(i) && view.person(i) == null && view.org(i) == null;
      if (verb && !isAttributive(i)) {
        Party party = before(triggers.group(view, i), depth + 1);
        if (!party.isNone()) {
          return party;
        }
        i = triggers.group(view, i);
      }
    }
    // no verb before: "X, formerly at A, and ... joining"
    for (int i = from - 1; i >= 0; i--) {
      PersonMention person = view.person(i);
      if (person != null && !view.isPossessive(person.last() + 1)) {
        return Party.of(conjuncts.upTo(person));
      }
    }
    return Party.NONE;
  }

  /** A participle in front of a noun: "the leading company". */
  private boolean isAttributive(int at) {
    boolean noun = view.isTag(at - 1, "ADP") && !view.key(at).endsWith("ing");
    boolean modifier = view.isTag(at - 1, "DET") || view.isTag(at - 1, "ADJ");
    return noun || (modifier && view.isNominal(at + 1));
  }

  private Party antecedent(int relative) {
    int at = relative - 1;
    while (at >= 0 && (view.isComma(at) || view.isBreak(at) || view.isTag(at, "ADP"))) {
      at--;
    }
    for (int i = at; i >= 0 && i > relative - LONGEST_RELATIVE; i--) {
      PersonMention person = view.person(i);
      if (person != null) {
        boolean owner = view.isPossessive(person.last() + 1);
        boolean several = hasGroup(person.last() + 1, relative);
        boolean direct = person.last() >= at;
        boolean apposition = view.isComma(person.last() + 1) || view.isBreak(person.last() + 1);
        if (!owner && !several && (direct || apposition)) {
          return Party.of(conjuncts.tight(person));
        }
        return Party.NONE;
      }
      if (view.isVerb(i) && view.org(i) == null && i < at) {
        break;
      }
    }
    Party party = phrases.at(at, NounPhrases.DEEPEST);
    return party.persons().isEmpty() ? party : Party.NONE;
  }

  private boolean hasGroup(int from, int to) {
    for (int i = from; i < to; i++) {
      if (words.is("group", view.key(i)) && view.org(i) == null) {
        return true;
      }
    }
    return false;
  }

  /** "X, head of A, left": X; "X left A, joined B": X; "in May, left": nobody. */
  private Party behindComma(int comma, int depth) {
    boolean bracket = view.key(comma).equals(")");
    for (int i = comma - 1; i >= 0; i--) {
      PersonMention person = view.person(i);
      if (person != null) {
        int next = person.last() + 1;
        boolean ends = view.isComma(next) || view.isBreak(next);
        boolean fits = (ends && next < comma + 1) || person.last() == comma - 1;
        boolean together =
            words.is("comitative", view.key(person.first() - 1))
                && conjuncts.upTo(person).size() > 1;
        if (fits && (together || !phrases.isInPhrase(person.first()))) {
          boolean inside = view.key(next).equals("(") && !closes(next, comma);
          return Party.of(inside ? List.of(person) : conjuncts.upTo(person));
        }
        i = person.first();
      }
    }
    for (int i = comma - 1; i >= 0; i--) {
      OrgMention org = view.org(i);
      if (org != null) {
        int next = org.last() + 1;
        boolean opens = (view.isComma(next) || view.isBreak(next)) && next < comma;
        if (opens && !phrases.isInPhrase(org.first()) && !isPossessed(org.first())) {
          return bracket || !hasVerb(next, comma) ? Party.of(org) : sameAs(comma, depth);
        }
        i = org.first();
      }
    }
    return sameAs(comma, depth);
  }

  private boolean closes(int open, int to) {
    for (int i = open; i < to + 1; i++) {
      if (view.key(i).equals(")")) {
        return true;
      }
    }
    return false;
  }

  private boolean isPossessed(int at) {
    return view.isPossessive(at - 1);
  }
}
