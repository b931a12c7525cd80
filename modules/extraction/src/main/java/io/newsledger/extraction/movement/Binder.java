package io.newsledger.extraction.movement;

import io.newsledger.extraction.Modality;
import io.newsledger.extraction.movement.Frame.Kind;
import io.newsledger.extraction.people.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds the arguments of the triggers of one sentence. */
final class Binder {

  private final View view;
  private final Stage stage;
  private final Dating dating = new Dating();
  private final Affiliations affiliations;
  private final Ends.Resolver resolver;
  private final Discourse discourse;
  private final List<Trigger> triggers;
  private final Subjects subjects;
  private final Objects objects;
  private final ArgumentReader reader;
  private final Whom whom;
  private final Places places;
  private final Successions successions;
  private final Conditions conditions;
  private final Alternatives alternatives;
  private final Hearing hearing;
  private final Trace trace;
  private final List<Candidate> out = new ArrayList<>();

  Binder(
      View view,
      Words words,
      Triggers finder,
      List<Trigger> triggers,
      Stage stage,
      Affiliations affiliations,
      Organisations organisations,
      Discourse discourse,
      Hearing hearing,
      Trace trace) {
    this.hearing = hearing;
    this.trace = trace;
    this.view = view;
    this.stage = stage;
    this.affiliations = affiliations;
    this.resolver = new Ends.Resolver(affiliations, organisations, discourse, words);
    this.discourse = discourse;
    this.triggers = triggers;
    Conjuncts conjuncts = new Conjuncts(view, words);
    this.subjects = new Subjects(view, words, conjuncts, finder);
    this.objects = new Objects(view, words, conjuncts);
    this.whom = new Whom(view, words, subjects, objects, discourse);
    this.places = new Places(view, words, affiliations, organisations);
    this.successions = new Successions(view, objects, places);
    this.conditions = new Conditions(view, words, triggers);
    this.alternatives = new Alternatives(view);
    this.reader = new ArgumentReader(view, words, objects, triggers, organisations);
  }

  List<Candidate> bind() {
    boolean real = true;
    for (Trigger trigger : triggers) {
      trace.fired(view.sentence(), trigger.first(), trigger.last(), trigger.frame().word());
      Optional<Modality> modality = stage.of(view, trigger);
      if (!real && view.key(trigger.group() - 1).equals("or")) {
        modality = Optional.empty(); // "was asked to resign or accept"
      }
      real = modality.isPresent();
      if (modality.isPresent()) {
        bind(trigger, modality.get());
      } else {
        drop(trigger, Trace.Reason.UNREAL);
      }
    }
    return out;
  }

  private void bind(Trigger trigger, Modality modality) {
    Arguments args = reader.read(trigger);
    switch (trigger.frame().who()) {
      case SUBJECT -> {
        Party party = subjects.of(trigger);
        if (trigger.frame().kind() == Kind.FOLLOW) {
          follow(trigger, modality, party);
          return;
        }
        if (trigger.frame().kind() == Kind.SUCCESSION) {
          successions.succeed(trigger, args, party).forEach(s -> emit(s, modality));
          return;
        }
        if (trigger.frame().kind() == Kind.HANDOVER) {
          successions.handOver(trigger, args, party).forEach(s -> emit(s, modality));
          return;
        }
        List<Person> founders = whom.founders(trigger);
        if (!founders.isEmpty()) {
          args.fill(End.TO, party.org() == null ? places.described(trigger) : party.org());
          emit(trigger, modality, founders, args, Party.NONE);
          return;
        }
        emit(trigger, modality, whom.together(trigger, whom.persons(trigger, party)), args, party);
      }
      case OBJECT -> bindObject(trigger, modality, args);
      case NOUN -> {
        Party party = whom.owner(trigger);
        List<Person> persons =
            party.pronoun() >= 0
                ? discourse.speaker(view, party.pronoun())
                : Whom.people(party.persons());
        if (args.to == null && trigger.frame().kind() == Kind.ARRIVAL) {
          args.fill(trigger.frame(), Frame.SUBJECT, places.meant(trigger.first()));
        }
        emit(trigger, modality, persons, args, party);
      }
    }
  }

  /** "X followed suit", "followed by X": X left what was left before. */
  private void follow(Trigger trigger, Modality modality, Party party) {
    int next = trigger.last() + 1;
    boolean by = view.key(next).equals("by");
    boolean suit = view.key(next).equals("suit");
    boolean out = view.key(next + 1).equals("out") || view.key(next).equals("out");
    String left = discourse.left(view.sentence().index());
    if (left == null || !(by || suit || out || view.isComma(next))) {
      return;
    }
    List<Person> persons =
        by ? Whom.people(objects.persons(next + 1)) : whom.persons(trigger, party);
    Arguments args = new Arguments();
    args.from = new OrgMention(next, next, left, null, OrgMention.Form.NAMED);
    emit(trigger, modality, persons, args, Party.NONE);
  }

  private void bindObject(Trigger trigger, Modality modality, Arguments args) {
    Party party = subjects.of(trigger);
    if (!trigger.passive()) {
      List<Person> persons =
          Whom.people(objects.persons(trigger.last() + 1)).stream()
              .filter(p -> party.persons().stream().noneMatch(s -> s.person().equals(p)))
              .toList();
      persons = persons.isEmpty() ? whom.grouped(trigger.last() + 1) : persons;
      persons = persons.isEmpty() ? whom.antecedent(party.org()) : persons;
      if (!persons.isEmpty()) {
        OrgMention org = party.org();
        boolean elsewhere =
            trigger.frame().kind() == Kind.DEPARTURE
                && affiliations.in(view.sentence().index(), persons.get(0)).isPresent();
        if (org == null && !elsewhere && !party.persons().isEmpty()) {
          org = places.affiliated(party.persons().get(0));
        }
        if (org == null && party.pronoun() >= 0) {
          org = places.meant(trigger.first());
        }
        args.fill(trigger.frame(), Frame.SUBJECT, org);
        args.fill(trigger.frame(), Frame.SUBJECT, places.purpose(trigger));
        emit(trigger, modality, persons, args, Party.NONE);
        return;
      }
      int next = trigger.last() + 1;
      boolean phrase =
          view.isTag(next, "ADP") || view.isTag(next, "ADV") || view.time(next) != null;
      boolean reduced =
          trigger.entry().is(Frames.Form.PARTICIPLE)
              && trigger.group() == trigger.first()
              && (phrase
                  || args.role != null
                  || view.key(next).equals("to")
                  || view.key(next).equals("as"));
      if (!reduced) {
        return;
      }
    }
    args.fill(trigger.frame(), Frame.SUBJECT, places.purpose(trigger));
    emit(trigger, modality, whom.persons(trigger, party), args, party);
  }

  private void emit(Successions.Step step, Modality modality) {
    emit(step.trigger(), modality, step.persons(), step.args(), Party.NONE);
  }

  private void emit(
      Trigger trigger, Modality modality, List<Person> persons, Arguments args, Party party) {
    List<OrgMention> choice = alternatives.of(args.to);
    boolean open = !choice.isEmpty() && modality != Modality.DENIED;
    if (!open) {
      tell(trigger, modality, persons, args, party);
      return;
    }
    for (OrgMention destination : choice) {
      tell(trigger, Modality.RUMOURED, persons, args.towards(destination), party);
    }
  }

  private void tell(
      Trigger trigger, Modality modality, List<Person> persons, Arguments args, Party party) {
    Trace.Reason refusal =
        persons.isEmpty()
            ? Trace.Reason.NO_PERSON
            : conditions.refusal(trigger, modality, args, party);
    if (refusal != null) {
      drop(trigger, refusal);
      return;
    }
    Frame frame = trigger.frame();
    String date = dating.of(view, trigger, triggers).orElse(null);
    String destination = destination(trigger);
    OrgMention group = party.org();
    if (group == null && persons.size() > 1) {
      group = shared(persons);
    }
    for (Person person : persons) {
      Ends found = resolver.of(view, trigger, person, args, destination, group, moved(person));
      Ends ends = found.to() == null && conditions.stays(trigger, person) ? found.staying() : found;
      if (ends.isEmpty()) {
        drop(trigger, Trace.Reason.NO_ORGANISATION);
      } else {
        if (frame.kind() == Kind.DEPARTURE && ends.from() != null) {
          discourse.leave(ends.from(), view.sentence().index());
        }
        out.add(
            new Candidate(
                person,
                ends.from(),
                ends.to(),
                ends.unit(),
                ends.role(),
                date,
                modality,
                view.sentence().index(),
                trigger,
                modality == Modality.DENIED
                    || conditions.isBackground(trigger, discourse.isHeadlined(person)),
                hearing.of(view, triggers, trigger, person, party, args, ends, modality, date)));
      }
    }
  }

  private void drop(Trigger trigger, Trace.Reason reason) {
    trace.dropped(view.sentence(), trigger.frame().word(), reason);
  }

  private boolean moved(Person person) {
    return out.stream()
        .anyMatch(c -> c.person().equals(person) && c.from() != null && !c.isWithin());
  }

  /** "A's chief X and co-founder Y": A for both. */
  private OrgMention shared(List<Person> persons) {
    return affiliations
        .in(view.sentence().index(), persons.get(0))
        .filter(a -> !a.former())
        .map(
            a ->
                new OrgMention(
                    a.first(), a.last(), a.organisation(), a.unit(), OrgMention.Form.KNOWN))
        .orElse(null);
  }

  /** "left to join B": B. */
  private String destination(Trigger trigger) {
    for (Trigger next : triggers) {
      boolean purpose = next.infinitive() && next.group() > trigger.last();
      if (purpose && next.group() - trigger.last() < 12) {
        Arguments args = reader.read(next);
        if (args.to != null) {
          return args.to.organisation();
        }
      }
    }
    return null;
  }
}
