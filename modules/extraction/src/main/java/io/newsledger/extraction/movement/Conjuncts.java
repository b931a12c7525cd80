package io.newsledger.extraction.movement;

import io.newsledger.extraction.people.PersonMention;
import java.util.ArrayList;
import java.util.List;

/** Persons told of together: A, B and C; A, head of X, and B. Immutable. */
final class Conjuncts {
  private static final int LONGEST_APPOSITION = 16;
  private static final int LONGEST_TITLE = 9;

  private final View view;
  private final Words words;
  private final List<List<PersonMention>> groups = new ArrayList<>();

  Conjuncts(View view, Words words) {
    this.view = view;
    this.words = words;
    List<PersonMention> all = view.persons();
    int at = 0;
    while (at < all.size()) {
      List<PersonMention> group = new ArrayList<>();
      group.add(all.get(at));
      while (at + 1 < all.size() && isJoined(all.get(at), all.get(at + 1), group)) {
        at++;
        group.add(all.get(at));
      }
      groups.add(List.copyOf(group));
      at++;
    }
  }

  /** The group up to and with a person. */
  List<PersonMention> upTo(PersonMention person) {
    List<PersonMention> group = groupOf(person);
    return group.subList(0, group.indexOf(person) + 1);
  }

  /** As {@link #upTo}, without those that words of their own part from the next. */
  List<PersonMention> tight(PersonMention person) {
    List<PersonMention> group = upTo(person);
    int from = group.size() - 1;
    boolean many = groupOf(person).size() > 2;
    while (from > 0 && !many) {
      int joint = separator(group.get(from - 1).last() + 1);
      boolean bare = joint == group.get(from).first() && joint > group.get(from - 1).last() + 1;
      if (!bare) {
        break;
      }
      from--;
    }
    return group.subList(from, group.size());
  }

  /** The group from a person on. */
  List<PersonMention> from(PersonMention person) {
    List<PersonMention> group = groupOf(person);
    return group.subList(group.indexOf(person), group.size());
  }

  /** The items of a list from a person on, apart by semicolons or by commas and brackets. */
  List<PersonMention> listFrom(PersonMention person) {
    List<PersonMention> list = new ArrayList<>(from(person));
    boolean more = true;
    while (more) {
      int at = list.get(list.size() - 1).last() + 1;
      more = false;
      for (int i = at; i < view.size() && !more; i++) {
        int separator = view.key(i).equals(";") ? separator(i) : 0;
        PersonMention next = view.person(separator);
        if (separator > 0 && next != null) {
          list.addAll(from(next));
          more = true;
        }
      }
    }
    return list.stream().distinct().toList();
  }

  private List<PersonMention> groupOf(PersonMention person) {
    return groups.stream().filter(g -> g.contains(person)).findFirst().orElse(List.of(person));
  }

  private boolean isJoined(PersonMention one, PersonMention next, List<PersonMention> group) {
    if (one.form() == PersonMention.Form.PRONOUN || next.form() == PersonMention.Form.PRONOUN) {
      return false;
    }
    if (group.stream().anyMatch(p -> p.person().equals(next.person()))) {
      return false;
    }
    int at = one.last() + 1;
    if (view.isPossessive(at) || view.isPossessive(next.last() + 1)) {
      return false;
    }
    at = behindBrackets(at);
    int separator = separator(at);
    if (separator > at && titleUpTo(separator, next.first())) {
      boolean clauseFollows =
          view.isComma(at) && view.key(at + 1).equals("and") && group.size() == 1;
      return !(clauseFollows && isObject(one) && view.isVerb(next.last() + 1));
    }
    return view.isComma(at) && behindApposition(at + 1, next.first());
  }

  private int behindBrackets(int at) {
    if (!view.key(at).equals("(")) {
      return at;
    }
    for (int i = at + 1; i < view.size(); i++) {
      if (view.key(i).equals(")")) {
        return i + 1;
      }
    }
    return at;
  }

  /** Behind ", and", ",", "and", "along with", ";". */
  private int separator(int at) {
    int i = at;
    if (view.isComma(i) || view.key(i).equals(";")) {
      i++;
    }
    if (view.key(i).equals("and") || view.key(i).equals("&") || view.key(i).equals("or")) {
      i++;
    } else if (view.key(i).equals("along") && view.key(i + 1).equals("with")) {
      i += 2;
    } else if (view.key(i).equals("as") && view.key(i + 1).equals("well")) {
      i += 3;
    } else if (view.key(i).equals("alongside")) {
      i++;
    }
    return i;
  }

  /** Whether only the words of a title stand in [from, to). */
  private boolean titleUpTo(int from, int to) {
    if (to - from > LONGEST_TITLE) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (view.isComma(i) && i == to - 1 && i > from) {
        return true;
      }
      boolean of = view.key(i).equals("of") || view.key(i).equals("for");
      boolean post =
          view.isNominal(i) || view.org(i) != null || of || words.is("post", view.key(i));
      if (!post || (view.isVerb(i) && view.org(i) == null)) {
        return false;
      }
    }
    return true;
  }

  /** "A, head of X, and B": whether an apposition and a separator fill [from, to). */
  private boolean behindApposition(int from, int to) {
    for (int i = from; i < to && i < from + LONGEST_APPOSITION; i++) {
      if (view.isComma(i) || view.key(i).equals(";")) {
        int separator = separator(i);
        boolean and = view.key(separator - 1).equals("and") || view.key(i).equals(";");
        return and && titleUpTo(separator, to) && i > from;
      }
      boolean finite = view.isVerb(i) && !view.key(from).equals("who");
      if (finite || view.person(i) != null) {
        return false;
      }
    }
    return false;
  }

  private boolean isObject(PersonMention person) {
    for (int i = person.first() - 1; i >= 0 && !view.isBreak(i); i--) {
      if (view.isVerb(i)) {
        return true;
      }
    }
    return false;
  }
}
