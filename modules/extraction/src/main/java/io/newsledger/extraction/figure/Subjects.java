package io.newsledger.extraction.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells names that a sentence speaks of from those it tells in passing, and joins listed ones. */
final class Subjects {
  private static final Set<String> JOINTS = Set.of(",", "and", "&", "or", "the", "both");

  /** Words that open a clause as well as a phrase: with A holding half. */
  private static final Set<String> CLAUSE_OPENERS =
      Set.of("with", "before", "after", "than", "like", "while", "for", "about", "over");

  /** What makes a name that of who asks: a B survey found. */
  private static final Set<String> STUDIES =
      Set.of("survey", "poll", "report", "study", "index", "analysis", "research", "estimate");

  private final Cues cues;

  Subjects(Cues cues) {
    this.cues = cues;
  }

  /** The mentions that a sentence is about: its first that is not told as an aside. */
  List<Mention> subject(View view) {
    for (Mention mention : view.mentions()) {
      if (cues.startBefore(Cue.CALLED, view.lexemes(), mention.first()) >= 0) {
        return List.of(mention);
      }
    }
    if (goesOn(view)) {
      return List.of();
    }
    for (Mention mention : view.mentions()) {
      if (!isAside(view, mention) && !isOwnerOfNext(view, mention)) {
        return group(view, mention);
      }
    }
    return List.of();
  }

  boolean isAside(View view, Mention mention) {
    if (STUDIES.contains(view.key(mention.end()))) {
      return true;
    }
    int start = beforeName(view, firstListed(view, mention));
    if (cues.startBefore(Cue.CLASS, view.lexemes(), start) >= 0) {
      return true;
    }
    if (cues.startBefore(Cue.ASIDE, view.lexemes(), start) < 0) {
      return false;
    }
    // With A holding; before A raised: the name is the subject of the words behind it.
    int end = lastListed(view, mention).end();
    boolean clause = CLAUSE_OPENERS.contains(view.key(start - 1));
    boolean verb = view.isVerb(end) || (view.isVerb(end + 1) && !view.key(end).equals(","));
    return !clause || !verb;
  }

  private static Mention firstListed(View view, Mention mention) {
    Mention first = mention;
    for (int i = view.mentions().indexOf(mention) - 1; i >= 0; i--) {
      if (!areListed(view, view.mentions().get(i), first)) {
        break;
      }
      first = view.mentions().get(i);
    }
    // Unlike A, B has: a comma alone joins nothing.
    Mention last = lastListed(view, mention);
    return view.hasWord(Set.of("and", "&", "or"), first.end(), last.first()) ? first : mention;
  }

  private static Mention lastListed(View view, Mention mention) {
    Mention last = mention;
    for (int i = view.mentions().indexOf(mention) + 1; i < view.mentions().size(); i++) {
      if (!areListed(view, last, view.mentions().get(i))) {
        return last;
      }
      last = view.mentions().get(i);
    }
    return last;
  }

  /** Where the noun phrase of a name begins: its article, adjectives and owner included. */
  static int beforeName(View view, Mention mention) {
    int at = mention.first();
    while (at > 0) {
      boolean part =
          view.isDecoration(at - 1)
              || Set.of("DET", "ADJ").contains(view.tag(at - 1))
              || view.mentionAt(at - 1).isPresent();
      if (!part) {
        return at;
      }
      at--;
    }
    return at;
  }

  /** Google's in Google's Gemini. */
  static boolean isOwnerOfNext(View view, Mention mention) {
    return !owned(view, mention).equals(mention);
  }

  static Mention owned(View view, Mention mention) {
    if (!view.key(mention.end()).equals("'") && !view.key(mention.end()).equals("s")) {
      return mention;
    }
    int at = mention.end();
    while (view.isDecoration(at)) {
      at++;
    }
    return view.mentionAt(at).or(() -> view.mentionAt(mention.end() + 3)).orElse(mention);
  }

  /** A mention and those it is listed with: A, B and C. */
  List<Mention> group(View view, Mention mention) {
    int index = view.mentions().indexOf(mention);
    List<Mention> group = new ArrayList<>(List.of(mention));
    for (int i = index - 1; i >= 0 && areListed(view, view.mentions().get(i), group.get(0)); i--) {
      group.add(0, view.mentions().get(i));
    }
    for (int i = index + 1;
        i < view.mentions().size()
            && areListed(view, group.get(group.size() - 1), view.mentions().get(i));
        i++) {
      group.add(view.mentions().get(i));
    }
    boolean conjunct = group.size() > 1 && isConjoined(view, group);
    return conjunct && !isMember(view, mention) ? group : List.of(mention);
  }

  /** Whether a sentence opens with what stands for the subject of the one before. */
  private boolean goesOn(View view) {
    for (int at = 0; at < 3; at++) {
      if (view.mentionAt(at).isPresent()) {
        return false;
      }
      for (Cue same : List.of(Cue.SAME_ANY, Cue.SAME_COMPANY, Cue.SAME_PRODUCT)) {
        int end = cues.endAt(same, view.lexemes(), at);
        boolean head = !view.key(end).equals("'") && !Set.of("its", "their").contains(view.key(at));
        boolean subject = view.isVerb(end) || view.isVerb(end + 1);
        if (end > 0
            && head
            && subject
            && view.mentions().stream().noneMatch(m -> m.first() <= end)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a name is told as one of a class: models led by A and B. */
  boolean isMember(View view, Mention mention) {
    int start = beforeName(view, firstListed(view, mention));
    return cues.startBefore(Cue.CLASS, view.lexemes(), start) >= 0;
  }

  private static boolean isConjoined(View view, List<Mention> group) {
    Mention last = group.get(group.size() - 1);
    return view.hasWord(Set.of("and", "&", "or"), group.get(group.size() - 2).end(), last.first());
  }

  private static boolean areListed(View view, Mention left, Mention right) {
    if (left.end() >= right.first()) {
      return false;
    }
    for (int at = left.end(); at < right.first(); at++) {
      if (!JOINTS.contains(view.key(at)) && !view.isDecoration(at)) {
        return false;
      }
    }
    return view.hasWord(Set.of(",", "and", "&", "or"), left.end(), right.first());
  }

  static List<String> names(List<Mention> mentions) {
    return mentions.stream().map(Mention::name).distinct().toList();
  }
}
