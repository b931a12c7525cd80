package io.newsledger.extraction.movement;

import io.newsledger.extraction.people.PersonMention;
import java.util.List;
import java.util.Set;

/** Reads noun phrases backwards from their end, to find whom they mean. */
final class NounPhrases {
  static final int DEEPEST = 5;
  private static final Set<String> PHRASE = Set.of("of", "at", "from", "in", "for");
  private static final Set<String> CLAUSES =
      Set.of("after", "before", "since", "until", "as", "while", "when", "because", "once");

  private final View view;
  private final Words words;
  private final Conjuncts conjuncts;

  NounPhrases(View view, Words words, Conjuncts conjuncts) {
    this.view = view;
    this.words = words;
    this.conjuncts = conjuncts;
  }

  /** Whether the noun phrase that a mention ends hangs on a preposition. */
  boolean isInPhrase(int first) {
    PersonMention mention = view.person(first);
    if (mention != null && mention.form() == PersonMention.Form.PRONOUN) {
      return false;
    }
    for (int i = first - 1; i >= 0; i--) {
      if (view.time(i) != null || CLAUSES.contains(view.key(i))) {
        return false;
      }
      if (view.isTag(i, "ADP") || PHRASE.contains(view.key(i))) {
        return !isInTitle(i, first);
      }
      if (!view.isNominal(i) && view.org(i) == null) {
        return false;
      }
    }
    return false;
  }

  /** "head of research X": the words between end in a title, so that X is its holder. */
  private boolean isInTitle(int preposition, int person) {
    boolean post = words.is("post", view.key(preposition - 1));
    return post
        && PHRASE.contains(view.key(preposition))
        && person - preposition > 1
        && !words.is("group", view.key(preposition - 1));
  }

  /** The noun phrase that ends at a token. */
  Party at(int end, int depth) {
    int at = end;
    boolean post = false;
    while (at >= 0) {
      PersonMention person = view.person(at);
      if (person != null) {
        if (view.isPossessive(person.last() + 1)) {
          return Party.NONE;
        }
        if (isInPhrase(person.first())) {
          at = beforePhrase(person.first());
          continue;
        }
        return Party.of(conjuncts.upTo(person));
      }
      OrgMention org = view.org(at);
      if (org != null) {
        int before = org.first() - 1;
        while (view.isTag(before, "DET") || view.isTag(before, "ADJ")) {
          before--;
        }
        if (PHRASE.contains(view.key(before)) && before > 0 && depth < DEEPEST) {
          Party head = at(before - 1, depth + 1);
          return head.isNone() ? Party.of(org) : head;
        }
        return Party.of(org);
      }
      String key = view.key(at);
      boolean all = view.key(at - 1).equals("all") || view.key(at - 1).equals("the");
      boolean counted = all && words.is("count", key);
      boolean ofThem = key.equals("them") && view.key(at - 1).equals("of");
      if (words.is("they", key) || key.equals("i") || key.equals("me") || counted || ofThem) {
        return new Party(List.of(), null, false, at);
      }
      boolean nominal = view.isNominal(at) || PHRASE.contains(key) || key.equals("and");
      if (key.equals(")")) {
        at = opening(at) - 1;
        continue;
      }
      if (view.isComma(at) && post && view.person(at - 1) != null) {
        at--;
        continue;
      }
      if (!nominal) {
        return Party.NONE;
      }
      post |= words.is("post", key);
      at--;
    }
    return Party.NONE;
  }

  private int beforePhrase(int first) {
    int at = first - 1;
    while (at >= 0 && !view.isTag(at, "ADP")) {
      at--;
    }
    return at - 1;
  }

  private int opening(int close) {
    for (int i = close; i >= 0; i--) {
      if (view.key(i).equals("(")) {
        return i;
      }
    }
    return 0;
  }
}
