package io.newsledger.extraction.movement;

import io.newsledger.extraction.Modality;
import io.newsledger.extraction.movement.Frame.Flag;
import io.newsledger.extraction.movement.Frame.Kind;
import io.newsledger.extraction.people.PersonMention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Binds the arguments of the triggers of one sentence. */
final class Binder {
  private static final Set<String> STOPS =
      Set.of("who", "whom", "which", "that", "because", "while", "when", "before", "after", ";");

  private final View view;
  private final Words words;
  private final Stage stage;
  private final Roles roles;
  private final Dating dating;
  private final Affiliations affiliations;
  private final List<Trigger> triggers;
  private final Subjects subjects;
  private final Objects objects;
  private final List<Candidate> out = new ArrayList<>();

  Binder(View view, Words words, Triggers finder, Stage stage, Affiliations affiliations) {
    this.view = view;
    this.words = words;
    this.stage = stage;
    this.roles = new Roles(words);
    this.dating = new Dating();
    this.affiliations = affiliations;
    this.triggers = finder.find(view);
    Conjuncts conjuncts = new Conjuncts(view, words);
    this.subjects = new Subjects(view, words, conjuncts, finder);
    this.objects = new Objects(view, words, conjuncts);
  }

  List<Candidate> bind() {
    for (Trigger trigger : triggers) {
      Optional<Modality> modality = stage.of(view, trigger);
      if (modality.isPresent()) {
        bind(trigger, modality.get());
      }
    }
    return out;
  }

  private void bind(Trigger trigger, Modality modality) {
    Arguments args = arguments(trigger);
    switch (trigger.frame().who()) {
      case SUBJECT -> {
        Party party = subjects.of(trigger);
        List<PersonMention> persons = party.persons();
        if (persons.isEmpty()) {
          persons = introduced(trigger);
        }
        emit(trigger, modality, persons, args, party);
      }
      case OBJECT -> bindObject(trigger, modality, args);
      case NOUN -> emit(trigger, modality, owner(trigger), args, Party.NONE);
    }
  }

  private void bindObject(Trigger trigger, Modality modality, Arguments args) {
    Party party = subjects.of(trigger);
    if (!trigger.passive()) {
      List<PersonMention> persons = objects.persons(trigger.last() + 1);
      persons =
          persons.stream()
              .filter(p -> party.persons().stream().noneMatch(s -> s.person().equals(p.person())))
              .toList();
      if (!persons.isEmpty()) {
        OrgMention org = party.org();
        if (org == null && !party.persons().isEmpty()) {
          org = affiliated(party.persons().get(0));
        }
        args.fill(trigger.frame(), Frame.SUBJECT, org);
        emit(trigger, modality, persons, args, party);
        return;
      }
      boolean reduced =
          trigger.entry().is(Frames.Form.PARTICIPLE)
              && trigger.group() == trigger.first()
              && !view.isTag(trigger.last() + 1, "PRON");
      if (!reduced || party.persons().isEmpty()) {
        return;
      }
    }
    emit(trigger, modality, party.persons(), args, party);
  }

  /** Where the person who acts for an organisation is. */
  private OrgMention affiliated(PersonMention person) {
    return affiliations
        .in(view.sentence().index(), person.person())
        .or(() -> affiliations.near(view.sentence().index(), person.person()))
        .map(a -> new OrgMention(0, 0, a.organisation(), null, OrgMention.Form.DEFINITE))
        .orElse(null);
  }

  /** "Several executives left, including X and Y". */
  private List<PersonMention> introduced(Trigger trigger) {
    for (int i = trigger.last() + 1; i < view.size(); i++) {
      if (view.key(i).equals("including")) {
        return objects.persons(i);
      }
      if (view.isTag(i, "VERB") || view.key(i).equals(";")) {
        return List.of();
      }
    }
    return List.of();
  }

  /** "X's departure", "his sudden departure", "the departure of X". */
  private List<PersonMention> owner(Trigger trigger) {
    for (int i = trigger.first() - 1; i >= 0 && i > trigger.first() - 5; i--) {
      PersonMention person = view.person(i);
      if (person != null) {
        boolean possessive = view.isPossessive(person.last() + 1);
        boolean pronoun = person.form() == PersonMention.Form.PRONOUN;
        return possessive || pronoun || view.isLine() ? List.of(person) : List.of();
      }
      if (!view.isNominal(i)) {
        break;
      }
    }
    String next = view.key(trigger.last() + 1);
    return next.equals("of") || next.equals("by") ? objects.persons(trigger.last() + 1) : List.of();
  }

  private Arguments arguments(Trigger trigger) {
    Arguments args = new Arguments();
    Frame frame = trigger.frame();
    int from = trigger.last() + 1;
    if (frame.ends().containsKey(Frame.OBJECT)) {
      OrgMention org = objects.org(from);
      boolean firm = !frame.needs(Flag.FIRM) || org != null && isFirm(org);
      args.fill(frame, Frame.OBJECT, firm ? org : null);
    }
    if (frame.needs(Flag.FIRM) && args.to == null) {
      args.fill(frame, Frame.OBJECT, called(from));
    }
    args.role =
        frame.kind() == Kind.APPOINTMENT || frame.kind() == Kind.PROMOTION
            ? roles.at(view, afterPersons(from))
            : null;
    for (int i = from; i < view.size() && !stops(i, trigger); i++) {
      String key = view.key(i);
      if (key.equals("as") || key.equals("to") && roles.isAt(view, i + 1) && !view.isVerb(i + 1)) {
        String role = roles.at(view, i + 1);
        args.role = args.role == null ? role : args.role;
        args.roleSeen |= role != null;
      }
      boolean placed = args.role != null && (key.equals("of") || key.equals("at"));
      Optional<End> end =
          frame
              .end(key)
              .or(
                  () ->
                      placed
                          ? frame
                              .end(Frame.OBJECT)
                              .or(() -> frame.end("at"))
                              .or(() -> frame.end("from"))
                          : Optional.empty());
      if (end.isPresent() && view.org(i) == null) {
        args.fill(end.get(), objects.org(i + 1));
      } else if (key.equals("by") && trigger.passive()) {
        args.fill(frame, Frame.SUBJECT, objects.org(i + 1));
      }
    }
    return args;
  }

  private int afterPersons(int from) {
    int i = from;
    while (view.person(i) != null) {
      i = view.person(i).last() + 1;
    }
    return i;
  }

  private boolean isFirm(OrgMention org) {
    return org.form() != OrgMention.Form.DEFINITE && org.unit() == null;
  }

  /** "a startup called A", "his own company, A". */
  private OrgMention called(int from) {
    boolean firm = false;
    for (int i = from; i < view.size() && i < from + 12; i++) {
      firm |= words.is("firm", view.key(i));
      boolean named =
          view.key(i).equals("called")
              || view.key(i).equals("named")
              || view.key(i).equals("dubbed")
              || view.isComma(i);
      if (firm && named) {
        return objects.org(i + 1);
      }
      if (!view.isNominal(i) && !view.key(i).equals("of")) {
        return null;
      }
    }
    return null;
  }

  private boolean stops(int at, Trigger trigger) {
    if (STOPS.contains(view.key(at))) {
      return true;
    }
    boolean verb = view.isVerb(at) && view.org(at) == null && view.person(at) == null;
    boolean attributive =
        view.isTag(at, "VERB") && view.isNominal(at + 1) && view.isNominal(at - 1);
    return verb && !attributive
        || triggers.stream()
            .anyMatch(
                t ->
                    t.first() == at
                        && !t.equals(trigger)
                        && t.first() > trigger.last()
                        && t.frame().who() != Frame.Who.NOUN);
  }

  private void emit(
      Trigger trigger,
      Modality modality,
      List<PersonMention> persons,
      Arguments args,
      Party party) {
    Frame frame = trigger.frame();
    if (frame.needs(Flag.ROLE) && args.role == null) {
      return;
    }
    if (frame.needs(Flag.AHEAD) && modality != Modality.ANNOUNCED) {
      return;
    }
    if (frame.needs(Flag.ORG) && args.isEmpty() || frame.needs(Flag.FIRM) && args.to == null) {
      return;
    }
    if (frame.kind() == Kind.FOUNDING && party.relative() && !trigger.infinitive()) {
      return; // who founded is a state, not a step
    }
    String date = dating.of(view, trigger, triggers).orElse(null);
    for (PersonMention person : persons) {
      emit(trigger, modality, person, args, date);
    }
  }

  private void emit(
      Trigger trigger, Modality modality, PersonMention mention, Arguments args, String date) {
    int sentence = view.sentence().index();
    Optional<Affiliation> here = affiliations.in(sentence, mention.person());
    Optional<Affiliation> near = affiliations.near(sentence, mention.person());
    String from = args.from == null ? null : args.from.organisation();
    String to = args.to == null ? null : args.to.organisation();
    String unit = args.unit();
    Kind kind = trigger.frame().kind();
    switch (kind) {
      case DEPARTURE -> {
        boolean vague = args.from == null || args.from.form() == OrgMention.Form.DEFINITE;
        Optional<Affiliation> known = here.or(() -> near);
        if (vague && known.isPresent() && !known.get().organisation().equals(to)) {
          from = known.get().organisation();
          unit = unit == null ? known.get().unit() : unit;
        }
      }
      case ARRIVAL, TRANSFER, RETURN, FOUNDING -> {
        if (from == null
            && here.isPresent()
            && !here.get().former()
            && !here.get().organisation().equals(to)) {
          from = here.get().organisation();
        }
      }
      case APPOINTMENT, LEAD, SUCCESSION -> {
        Optional<Affiliation> present = here.or(() -> near).filter(a -> !a.former());
        if (to == null) {
          to = here.or(() -> near).map(Affiliation::organisation).orElse(null);
        }
        if (from == null && present.isPresent()) {
          from = present.get().organisation();
        }
      }
      case PROMOTION -> {
        if (to == null) {
          to = here.or(() -> near).map(Affiliation::organisation).orElse(null);
          from = to;
        }
      }
    }
    if (from != null
        && from.equals(to)
        && kind != Kind.APPOINTMENT
        && kind != Kind.LEAD
        && kind != Kind.PROMOTION
        && kind != Kind.SUCCESSION) {
      from = kind == Kind.DEPARTURE ? from : null;
      to = kind == Kind.DEPARTURE ? null : to;
    }
    if (from == null && to == null) {
      return;
    }
    String role = args.role == null ? here.map(Affiliation::role).orElse(null) : args.role;
    out.add(
        new Candidate(
            mention.person(), from, to, unit, role, date, modality, sentence, trigger, false));
  }

  /** What fills the ends of one trigger. */
  private static final class Arguments {
    private OrgMention from;
    private OrgMention to;
    private String role;
    private boolean roleSeen;

    void fill(Frame frame, String argument, OrgMention org) {
      frame.end(argument).ifPresent(end -> fill(end, org));
    }

    void fill(End end, OrgMention org) {
      if (org == null) {
        return;
      }
      if (end != End.TO && from == null) {
        from = org;
      }
      if (end != End.FROM && to == null) {
        to = org;
      }
    }

    boolean isEmpty() {
      return from == null && to == null;
    }

    String unit() {
      return to != null && to.unit() != null
          ? to.unit()
          : to == null && from != null ? from.unit() : null;
    }
  }
}
