package io.newsledger.extraction.movement;

import io.newsledger.extraction.movement.Frame.Flag;
import io.newsledger.extraction.people.Person;
import io.newsledger.extraction.people.PersonMention;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says whom a trigger speaks of where pronouns, lists and owners do: they, all three, X's. */
final class Whom {
  private static final Map<String, Integer> COUNTS = Map.of("two", 2, "three", 3, "four", 4);

  private static final int LONGEST_ASIDE = 12;

  private final View view;
  private final Words words;
  private final Subjects subjects;
  private final Objects objects;
  private final Discourse discourse;

  Whom(View view, Words words, Subjects subjects, Objects objects, Discourse discourse) {
    this.view = view;
    this.words = words;
    this.subjects = subjects;
    this.objects = objects;
    this.discourse = discourse;
  }

  static List<Person> people(List<PersonMention> mentions) {
    return mentions.stream().map(PersonMention::person).distinct().toList();
  }

  List<Person> persons(Trigger trigger, Party party) {
    if (!party.persons().isEmpty()) {
      return people(party.persons());
    }
    List<PersonMention> introduced = introduced(trigger);
    return introduced.isEmpty() ? pronoun(party.pronoun()) : people(introduced);
  }

  /** With those of whom it is told alongside: "left with X", "founded A with X". */
  List<Person> together(Trigger trigger, List<Person> persons) {
    boolean step = trigger.frame().kind() != Frame.Kind.LEAD && !persons.isEmpty();
    for (int i = trigger.last() + 1; step && i < view.size() && i < trigger.last() + 8; i++) {
      PersonMention with = view.person(i + 1);
      if (words.is("comitative", view.key(i)) && with != null) {
        boolean person =
            with.form() != PersonMention.Form.PRONOUN && !view.isPossessive(with.last() + 1);
        List<Person> all = new ArrayList<>(persons);
        all.addAll(person ? people(objects.persons(i + 1)) : List.of());
        return all.stream().distinct().toList();
      }
      if (!view.isNominal(i) && view.org(i) == null) {
        break;
      }
    }
    return persons;
  }

  /** They, all three, we, I; "me leaving" of posts. */
  private List<Person> pronoun(int at) {
    if (at < 0) {
      return List.of();
    }
    String key = view.key(at);
    boolean speaker = key.equals("i") || key.equals("me");
    if (speaker || (key.equals("we") && !discourse.said(view, at).isEmpty())) {
      return discourse.speaker(view, at);
    }
    int count = 0;
    for (int i = Math.max(0, at - 2); i <= at; i++) {
      count = COUNTS.getOrDefault(view.key(i), count);
    }
    return discourse.group(view, at, key.equals("trio") ? 3 : count);
  }

  /** "all three of A's founders", "both", "the trio" as an object. */
  List<Person> grouped(int from) {
    for (int i = from; i < from + 3; i++) {
      String key = view.key(i);
      if (words.is("they", key) && !key.equals("they")) {
        return discourse.group(view, i, key.equals("trio") ? 3 : 2);
      }
      boolean all = view.key(i - 1).equals("all") || view.key(i - 1).equals("the");
      if (COUNTS.containsKey(key) && all) {
        return discourse.group(view, i, COUNTS.get(key));
      }
    }
    return List.of();
  }

  /** "Several executives left, including X and Y"; "three have left: X, Y and Z". */
  private List<PersonMention> introduced(Trigger trigger) {
    for (int i = trigger.last() + 1; i < view.size(); i++) {
      boolean among = view.key(0).equals("among") && words.is("be", view.key(i));
      boolean list = words.is("listing", view.key(i)) || view.key(i).equals(":") || among;
      if (list) {
        return objects.listed(i + 1);
      }
      if (view.isTag(i, "VERB") || view.key(i).equals(";")) {
        return List.of();
      }
    }
    return List.of();
  }

  /** "A, a laboratory founded by X": X. */
  List<Person> founders(Trigger trigger) {
    boolean founded =
        trigger.frame().kind() == Frame.Kind.FOUNDING && trigger.entry().is(Frames.Form.PARTICIPLE);
    for (int i = trigger.last() + 1; founded && i < trigger.last() + LONGEST_ASIDE; i++) {
      if (view.key(i).equals("by")) {
        return people(objects.persons(i + 1));
      }
      if (view.isVerb(i) || view.isComma(i) || view.org(i) != null || view.person(i) != null) {
        break;
      }
    }
    return List.of();
  }

  /** "X, whom A hired": X. */
  List<Person> antecedent(OrgMention subject) {
    int relative = subject == null ? -1 : subject.first() - 1;
    boolean told = view.key(relative).equals("who") || view.key(relative).equals("whom");
    int before = view.isComma(relative - 1) ? relative - 2 : relative - 1;
    return told && view.person(before) != null ? List.of(view.person(before).person()) : List.of();
  }

  /** "X's departure", "his sudden departure", "the departure of X". */
  Party owner(Trigger trigger) {
    for (int i = trigger.first() - 1; i >= 0 && i > trigger.first() - 5; i--) {
      PersonMention person = view.person(i);
      if (person != null) {
        boolean possessive = view.isPossessive(person.last() + 1);
        boolean pronoun = person.form() == PersonMention.Form.PRONOUN;
        boolean headline = view.isLine() && person.last() == trigger.first() - 1;
        return possessive || pronoun || headline ? Party.of(List.of(person)) : Party.NONE;
      }
      if (view.key(i).equals("my")
          || (trigger.frame().needs(Flag.LAST)
              && i == trigger.first() - 1
              && (view.isQuote(i - 1) || i == 0 || view.key(i - 1).equals("my")))) {
        return new Party(List.of(), null, false, i);
      }
      if (view.key(i).equals("their")) {
        Party who = subjects.before(i);
        return who.persons().isEmpty() ? new Party(introduced(trigger), who.org(), false, -1) : who;
      }
      if (!view.isNominal(i)) {
        break;
      }
    }
    List<PersonMention> listed = introduced(trigger);
    if (!listed.isEmpty() && trigger.frame().kind() != Frame.Kind.APPOINTMENT) {
      return Party.of(listed);
    }
    String next = view.key(trigger.last() + 1);
    boolean of = next.equals("of") || next.equals("by");
    return of ? Party.of(objects.persons(trigger.last() + 2)) : Party.NONE;
  }
}
