package io.newsledger.extraction.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells names that a sentence speaks of from those it tells in passing, and joins listed ones. */
final class Subjects {
  private static final Set<String> JOINTS = Set.of(",", "and", "&", "or", "the", "both");

  private final Cues cues;

  Subjects(Cues cues) {
    this.cues = cues;
  }

  /** The mentions that a sentence is about: its first that is not told as an aside. */
  List<Mention> subject(View view) {
    for (Mention mention : view.mentions()) {
      if (!isAside(view, mention) && !isOwnerOfNext(view, mention)) {
        return group(view, mention);
      }
    }
    return List.of();
  }

  boolean isAside(View view, Mention mention) {
    int start = beforeName(view, mention);
    if (cues.startBefore(Cue.CLASS, view.lexemes(), start) >= 0) {
      return true;
    }
    if (cues.startBefore(Cue.ASIDE, view.lexemes(), start) < 0) {
      return false;
    }
    // With A holding; before A raised: the name is the subject of the words behind it.
    return !view.isVerb(mention.end()) && !view.isVerb(mention.end() + 1);
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
    boolean member = cues.startBefore(Cue.CLASS, view.lexemes(), group.get(0).first()) >= 0;
    return conjunct && !member ? group : List.of(mention);
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
