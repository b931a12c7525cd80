package io.newsledger.extraction.movement;

import io.newsledger.extraction.movement.Frames.Entry;
import io.newsledger.extraction.movement.Frames.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the words of frames in a sentence, with the group of verbs each stands in. */
final class Triggers {
  private static final int LONGEST_PARTICLE_GAP = 4;
  private static final Set<String> PREPOSITIONS =
      Set.of("at", "as", "of", "from", "with", "to", "for", "by");

  private final Frames frames;
  private final Words words;

  Triggers(Frames frames, Words words) {
    this.frames = frames;
    this.words = words;
  }

  List<Trigger> find(View view) {
    List<Trigger> found = new ArrayList<>();
    for (int i = 0; i < view.size(); i++) {
      if (view.person(i) != null || view.org(i) != null) {
        continue;
      }
      for (Entry entry : frames.of(view.key(i))) {
        int last = last(view, entry, i);
        if (last >= 0 && fits(view, entry, i)) {
          found.add(trigger(view, entry, i, last));
        }
      }
    }
    return found;
  }

  private static int last(View view, Entry entry, int at) {
    Set<List<String>> particles = entry.frame().particles();
    if (particles.isEmpty()) {
      boolean back =
          entry.frame().kind() == Frame.Kind.DEPARTURE && view.key(at + 1).equals("back");
      return back ? -1 : at;
    }
    for (int i = at + 1; i < view.size() && i <= at + LONGEST_PARTICLE_GAP; i++) {
      for (List<String> particle : particles) {
        if (stands(view, particle, i)) {
          boolean object = entry.frame().who() == Frame.Who.OBJECT;
          return i > at + 1 && object ? at : behind(view, particle, i);
        }
      }
      boolean between =
          view.isNominal(i)
              || view.person(i) != null
              || view.isTag(i, "ADV")
              || view.key(i).equals("in");
      if (!between) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean stands(View view, List<String> particle, int at) {
    for (int i = 0; i < particle.size(); i++) {
      if (!view.key(at + i).equals(particle.get(i)) || view.person(at + i) != null) {
        return false;
      }
    }
    return true;
  }

  /** The last token of a particle; a preposition that ends it is left to its argument. */
  private static int behind(View view, List<String> particle, int at) {
    int last = at + particle.size() - 1;
    return particle.size() > 1 && PREPOSITIONS.contains(view.key(last)) ? last - 1 : last;
  }

  private boolean fits(View view, Entry entry, int at) {
    String tag = view.tag(at);
    if (entry.frame().needs(Frame.Flag.LAST)) {
      return words.is("last", view.key(at - 1)) && isOwned(view, at - 1);
    }
    if (entry.is(Form.NOUN)) {
      boolean gerund = view.key(at + 1).equals("of") || view.isPossessive(at - 1);
      return !tag.equals("VERB") || view.isLine() || gerund;
    }
    if (isPlace(view, entry, at) || (tag.equals("AUX") && isHelper(view, entry, at))) {
      return false;
    }
    if (tag.equals("VERB") || tag.equals("AUX")) {
      return true;
    }
    if (view.isPossessive(at - 1) || view.isTag(at - 1, "DET")) {
      return false;
    }
    boolean behindPerson = view.person(at - 1) != null || view.org(at - 1) != null;
    if (tag.equals("ADJ")) {
      return entry.is(Form.PARTICIPLE) || view.isLine();
    }
    boolean noun =
        tag.equals("NOUN") || tag.equals("PROPN") || (view.isLine() && tag.equals("ADV"));
    return noun && (view.isLine() || behindPerson);
  }

  /** "my last day", "X's last week"; "last day of work" where a sentence or quotation begins. */
  private boolean isOwned(View view, int last) {
    return words.is("own", view.key(last - 1))
        || view.isPossessive(last - 1)
        || ((last == 0 || view.isQuote(last - 1)) && view.key(last + 1).equals("day"));
  }

  /** "X, left, and Y" under a picture. */
  private static boolean isPlace(View view, Entry entry, int at) {
    boolean aside = view.isComma(at - 1) || view.key(at - 1).equals("(");
    String next = view.key(at + 1);
    boolean ends = next.equals(",") || next.equals(")") || next.isEmpty() || next.equals(".");
    return entry.frame().word().equals("leave") && view.key(at).equals("left") && aside && ends;
  }

  /** "will be joining": be that only helps another verb. */
  private static boolean isHelper(View view, Entry entry, int at) {
    int next = at + 1;
    while (view.isTag(next, "ADV")) {
      next++;
    }
    return entry.frame().particles().isEmpty() && view.isVerb(next);
  }

  private Trigger trigger(View view, Entry entry, int at, int last) {
    if (entry.is(Form.NOUN)) {
      return new Trigger(entry, at, last, at, false, false);
    }
    int group = group(view, at);
    boolean infinitive = view.key(group).equals("to") && group < at;
    boolean passive = entry.is(Form.PARTICIPLE) && hasBe(view, group, at);
    return new Trigger(entry, at, last, group, infinitive, passive);
  }

  /** The first token of the verbs that end here. */
  int group(View view, int at) {
    int first = at;
    int i = at - 1;
    while (i >= 0 && view.person(i) == null && view.org(i) == null) {
      String key = view.key(i);
      boolean be = words.is("be", key) && !view.isPossessive(i);
      boolean catenative = words.is("catenative", key) && view.key(i + 1).equals("to");
      boolean to = key.equals("to") && i == first - 1;
      boolean not = key.equals("not") || key.equals("n't");
      if (view.isTag(i, "AUX") || be || catenative || to || not) {
        first = i;
      } else if (!view.isTag(i, "ADV")) {
        break;
      }
      i--;
    }
    return first;
  }

  private boolean hasBe(View view, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      String key = view.key(i);
      if (key.equals("'s")) {
        return view.isTag(i, "AUX") && !view.key(i + 1).equals("been");
      }
      if (words.is("be", key)) {
        return true;
      }
      if (words.is("have", key) || key.equals("to")) {
        return false;
      }
    }
    return false;
  }
}
