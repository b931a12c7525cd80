package io.newsledger.extraction.movement;

import io.newsledger.extraction.people.Person;
import io.newsledger.extraction.people.PersonMention;
import java.util.List;

/** Reads two steps from one verb: who leaves a post and who takes it. */
final class Successions {
  private final View view;
  private final Objects objects;
  private final Places places;

  Successions(View view, Objects objects, Places places) {
    this.view = view;
    this.objects = objects;
    this.places = places;
  }

  /**
   * One of the two steps.
   *
   * @param trigger as it tells this step
   * @param persons of whom
   * @param args where
   */
  record Step(Trigger trigger, List<Person> persons, Arguments args) {}

  /** "X succeeds Y", "Y is replaced by X", "A replaces Y with X". */
  List<Step> succeed(Trigger trigger, Arguments args, Party party) {
    List<Person> subject = Whom.people(party.persons());
    List<Person> object = Whom.people(objects.persons(trigger.last() + 1));
    List<Person> agent = List.of();
    for (int i = trigger.last() + 1; i < view.size() && i < trigger.last() + 8; i++) {
      boolean agentive = view.key(i).equals("by") || view.key(i).equals("with");
      if (agentive && agent.isEmpty()) {
        agent = Whom.people(objects.persons(i + 1));
      }
    }
    if (trigger.passive()) {
      object = subject;
      subject = agent;
    } else if (subject.isEmpty()) {
      subject = agent;
    }
    if (subject.isEmpty() || object.isEmpty() || subject.equals(object)) {
      return List.of();
    }
    if (args.to == null) {
      PersonMention before = mention(object.get(0));
      args.to = before == null ? null : places.affiliated(before);
    }
    Arguments left = new Arguments();
    left.from = args.to;
    return List.of(new Step(trigger, subject, args), new Step(trigger.leaving(), object, left));
  }

  /** "X hands the reins to Y", "leadership passed from X to Y". */
  List<Step> handOver(Trigger trigger, Arguments args, Party party) {
    List<Person> before = Whom.people(party.persons());
    List<Person> after = List.of();
    for (int i = trigger.first() + 1; i < view.size() && i < trigger.last() + 12; i++) {
      if (view.key(i).equals("from")) {
        before = Whom.people(objects.persons(i + 1).stream().limit(1).toList());
      } else if (view.key(i).equals("to") && after.isEmpty()) {
        after = Whom.people(objects.persons(i + 1));
      }
    }
    if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
      return List.of();
    }
    OrgMention place = args.from;
    if (place == null) {
      PersonMention leaving = mention(before.get(0));
      place = leaving == null ? null : places.affiliated(leaving);
    }
    place = place == null ? party.org() : place;
    place = place == null ? places.meant(trigger.first()) : place;
    Arguments left = new Arguments();
    left.from = place;
    Arguments joined = new Arguments();
    joined.to = place;
    return List.of(new Step(trigger.leaving(), before, left), new Step(trigger, after, joined));
  }

  private PersonMention mention(Person person) {
    return view.persons().stream().filter(p -> p.person().equals(person)).findFirst().orElse(null);
  }
}
