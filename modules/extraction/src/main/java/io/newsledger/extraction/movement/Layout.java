package io.newsledger.extraction.movement;

import io.newsledger.extraction.people.PersonMention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Notes how a person, a trigger and an organisation stand to each other in a sentence, for the
 * judge: order, words between by class, rivals that stand nearer.
 */
final class Layout {
  private static final int LONGEST_SHAPE = 6;
  private static final int HEAD = 3;
  private static final int TAIL = 2;
  private static final int LONGEST_PHRASE = 7;
  private static final int SIGNS = 40;

  private final View view;
  private final Words words;
  private final Frames frames;
  private final List<Trigger> triggers;

  Layout(View view, Words words, Frames frames, List<Trigger> triggers) {
    this.view = view;
    this.words = words;
    this.frames = frames;
    this.triggers = triggers;
  }

  /**
   * The signs of an end.
   *
   * @param person the mention nearest to the trigger, or null if the sentence has none
   * @param org the mention of the organisation, or null if the sentence has none
   * @param end which end it would fill
   */
  List<String> of(Trigger trigger, PersonMention person, OrgMention org, End end) {
    List<String> signs = new ArrayList<>(SIGNS);
    String kind = trigger.frame().kind().name();
    String fit = org == null ? "away" : fit(trigger, org, end);
    String order = order(trigger, person, org);
    signs.add("l.fit=" + fit);
    signs.add("l.fit=" + fit + " " + kind);
    signs.add("l.order=" + order);
    signs.add("l.order=" + order + " " + kind);
    signs.add("l.order=" + order + " " + fit);
    if (person != null) {
      person(trigger, person, signs, kind);
    }
    if (org != null) {
      organisation(trigger, org, signs, kind);
    }
    if (person != null && org != null) {
      pair(trigger, person, org, signs, kind);
    }
    return signs;
  }

  private void person(Trigger trigger, PersonMention person, List<String> signs, String kind) {
    boolean before = person.last() < trigger.first();
    String between =
        before
            ? shape(person.last() + 1, trigger.group())
            : shape(trigger.last() + 1, person.first());
    signs.add("l.pt" + (before ? "-" : "+") + between);
    signs.add("l.p.in=" + word(person.first() - 1));
    signs.add("l.p.out=" + word(person.last() + 1));
    boolean own = view.isPossessive(person.last() + 1);
    signs.add("l.p.own=" + own + " " + kind);
    int nearer = 0;
    for (PersonMention other : view.persons()) {
      boolean rival = !other.person().equals(person.person());
      nearer +=
          rival
                  && gap(trigger, other.first(), other.last())
                      < gap(trigger, person.first(), person.last())
              ? 1
              : 0;
    }
    signs.add("l.p.nearer=" + Math.min(2, nearer));
    signs.add("l.p.nearer=" + Math.min(2, nearer) + (before ? "-" : "+") + trigger.frame().who());
    int from = before ? person.last() + 1 : trigger.last() + 1;
    int to = before ? trigger.group() : person.first();
    signs.add("l.pt.triggers=" + hasTrigger(trigger, from, to));
    signs.add("l.pt.org=" + hasOrg(null, from, to));
  }

  private void organisation(Trigger trigger, OrgMention org, List<String> signs, String kind) {
    boolean behind = org.first() > trigger.last();
    String between =
        behind
            ? shape(trigger.last() + 1, org.first())
            : shape(org.last() + 1, trigger.group());
    signs.add("l.to" + (behind ? "+" : "-") + between);
    signs.add("l.to" + (behind ? "+" : "-") + between + " " + trigger.frame().word());
    String into = opening(org);
    signs.add("l.o.in=" + into);
    signs.add("l.o.in=" + into + " " + kind);
    signs.add("l.o.in=" + into + " " + trigger.frame().word());
    String out = word(org.last() + 1);
    signs.add("l.o.out=" + out);
    signs.add("l.o.in=" + into + " out=" + out);
    signs.add("l.o.title=" + title(org));
    signs.add("l.o.former=" + words.is("former", view.key(org.first() - 1)));
    signs.add("l.o.form=" + org.form());
    boolean nearer = false;
    boolean first = true;
    for (OrgMention other : view.orgs()) {
      boolean rival = !other.organisation().equals(org.organisation());
      boolean sameSide = other.first() > trigger.last() == behind;
      nearer |=
          rival
              && sameSide
              && gap(trigger, other.first(), other.last()) < gap(trigger, org.first(), org.last());
      first &= !rival || other.first() > org.first();
    }
    signs.add("l.o.nearer=" + nearer);
    signs.add("l.o.first=" + first);
    int from = behind ? trigger.last() + 1 : org.last() + 1;
    int to = behind ? org.first() : trigger.group();
    signs.add("l.to.triggers=" + hasTrigger(trigger, from, to));
    signs.add("l.to.person=" + hasPerson(null, from, to));
    signs.add("l.to.verbs=" + Math.min(2, verbs(from, to)));
  }

  private void pair(
      Trigger trigger, PersonMention person, OrgMention org, List<String> signs, String kind) {
    boolean ahead = person.last() < org.first();
    int from = ahead ? person.last() + 1 : org.last() + 1;
    int to = ahead ? org.first() : person.first();
    String side = ahead ? "+" : "-";
    signs.add("l.po" + side + shape(from, to));
    signs.add("l.po.near=" + side + Hearing.bucket(Math.max(0, to - from)));
    signs.add("l.po.org=" + hasOrg(org, from, to));
    signs.add("l.po.person=" + hasPerson(person, from, to));
    boolean stop = false;
    for (int i = from; i < to; i++) {
      stop |= view.key(i).equals(";") || words.is("relative", view.key(i));
    }
    signs.add("l.po.clause=" + stop);
    int rivals = 0;
    for (PersonMention other : view.persons()) {
      int mine = ahead ? to - from : org.first() - person.last();
      int theirs =
          other.last() < org.first()
              ? org.first() - other.last() - 1
              : other.first() - org.last() - 1;
      rivals += !other.person().equals(person.person()) && theirs < Math.abs(mine) ? 1 : 0;
    }
    signs.add("l.o.nearest person=" + (rivals == 0));
    signs.add("l.o.nearest person=" + (rivals == 0) + " " + kind);
  }

  /** Which end the frame gives to the place where the organisation stands. */
  private String fit(Trigger trigger, OrgMention org, End end) {
    String into = opening(org);
    Frame frame = trigger.frame();
    boolean behind = org.first() > trigger.last();
    Optional<End> filled = Optional.empty();
    if (behind) {
      filled = frame.end(into);
      if (filled.isEmpty() && plain(trigger.last() + 1, org.first())) {
        filled = frame.end(Frame.OBJECT);
      }
    } else if (frame.who() != Frame.Who.SUBJECT) {
      filled = frame.end(Frame.SUBJECT);
    }
    if (filled.isEmpty()) {
      return "none";
    }
    return filled.get() == end ? "yes" : filled.get() == End.WITHIN ? "within" : "other";
  }

  private boolean plain(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!view.isNominal(i) && !view.isTag(i, "ADV")) {
        return false;
      }
    }
    return to - from < LONGEST_PHRASE;
  }

  private static String order(Trigger trigger, PersonMention person, OrgMention org) {
    int p = person == null ? -1 : person.first();
    int o = org == null ? -1 : org.first();
    int t = trigger.first();
    if (p < 0 || o < 0) {
      return (p < 0 ? "" : p < t ? "P" : "") + (o >= 0 && o < t ? "O" : "") + "T"
          + (p > t ? "P" : "") + (o > t ? "O" : "");
    }
    if (p < t) {
      return o < p ? "OPT" : o < t ? "POT" : "PTO";
    }
    return o < t ? "OTP" : o < p ? "TOP" : "TPO";
  }

  /** The word that opens the phrase in which an organisation stands. */
  private String opening(OrgMention org) {
    int at = org.first() - 1;
    for (int i = 0; i < LONGEST_PHRASE && at >= 0; i++) {
      boolean inner =
          view.person(at) == null
              && view.org(at) == null
              && view.isNominal(at)
              && !view.isPossessive(at);
      if (!inner) {
        break;
      }
      at--;
    }
    return word(at);
  }

  private String title(OrgMention org) {
    int at = org.last() + 1;
    at = view.isPossessive(at) ? at + 1 : at;
    for (int i = at; i < at + LONGEST_PHRASE; i++) {
      if (words.is("post", view.key(i))) {
        return "post";
      }
      if (words.is("team", view.key(i))) {
        return "team";
      }
      if (!view.isNominal(i) || view.person(i) != null || view.org(i) != null) {
        break;
      }
    }
    return "none";
  }

  /** The words of [from, to) by class: small words themselves, the rest by what they are. */
  private String shape(int from, int to) {
    List<String> parts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      String part = word(i);
      boolean again = !parts.isEmpty() && parts.get(parts.size() - 1).equals(part);
      if (!part.isEmpty() && !again) {
        parts.add(part);
      }
    }
    if (parts.size() > LONGEST_SHAPE) {
      List<String> ends = new ArrayList<>(parts.subList(0, HEAD));
      ends.add("~");
      ends.addAll(parts.subList(parts.size() - TAIL, parts.size()));
      parts = ends;
    }
    return String.join(" ", parts);
  }

  private String word(int at) {
    if (at < 0 || at >= view.size()) {
      return "edge";
    }
    if (view.person(at) != null) {
      return "P";
    }
    if (view.org(at) != null) {
      return "O";
    }
    if (view.time(at) != null) {
      return "time";
    }
    String key = view.key(at);
    if (words.is("former", key)) {
      return "former";
    }
    if (words.is("post", key)) {
      return "post";
    }
    return switch (view.tag(at)) {
      case "DET", "ADJ", "ADV", "NUM" -> "";
      case "NOUN", "PROPN", "SYM", "X" -> "n";
      case "VERB" -> frames.of(key).isEmpty() ? "v" : "V" + frames.of(key).get(0).frame().kind();
      default -> key;
    };
  }

  private int verbs(int from, int to) {
    int verbs = 0;
    for (int i = from; i < to; i++) {
      verbs += view.isTag(i, "VERB") && view.person(i) == null && view.org(i) == null ? 1 : 0;
    }
    return verbs;
  }

  private boolean hasTrigger(Trigger not, int from, int to) {
    return triggers.stream()
        .anyMatch(t -> t.first() != not.first() && t.first() >= from && t.first() < to);
  }

  private boolean hasOrg(OrgMention not, int from, int to) {
    return view.orgs().stream()
        .anyMatch(
            o ->
                o.first() >= from
                    && o.first() < to
                    && (not == null || !o.organisation().equals(not.organisation())));
  }

  private boolean hasPerson(PersonMention not, int from, int to) {
    return view.persons().stream()
        .anyMatch(
            p ->
                p.first() >= from
                    && p.first() < to
                    && (not == null || !p.person().equals(not.person())));
  }

  /** Tokens between a trigger and a mention. */
  static int gap(Trigger trigger, int first, int last) {
    return first > trigger.last() ? first - trigger.last() : Math.max(0, trigger.group() - last);
  }
}
