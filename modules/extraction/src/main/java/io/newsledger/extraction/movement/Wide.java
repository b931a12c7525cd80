package io.newsledger.extraction.movement;

import io.newsledger.extraction.Modality;
import io.newsledger.extraction.movement.Frame.Kind;
import io.newsledger.extraction.people.Person;
import io.newsledger.extraction.people.PersonMention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Proposes what the patterns do not: every end that a sentence with a trigger could tell, each of
 * its persons with each organisation. Meant for a judge that believes few.
 */
final class Wide {
  private static final int MOST_PERSONS = 8;
  private static final int MOST_ORGANISATIONS = 8;
  private static final int UNLIKELY = 8;

  private final View view;
  private final List<Trigger> triggers;
  private final Stage stage;
  private final Affiliations affiliations;
  private final Organisations organisations;
  private final Conditions conditions;
  private final Discourse discourse;
  private final Hearing hearing;
  private final Layout layout;
  private final Dating dating = new Dating();

  Wide(
      View view,
      Words words,
      Frames frames,
      List<Trigger> triggers,
      Stage stage,
      Affiliations affiliations,
      Organisations organisations,
      Discourse discourse,
      Hearing hearing) {
    this.view = view;
    this.triggers = triggers;
    this.stage = stage;
    this.affiliations = affiliations;
    this.organisations = organisations;
    this.conditions = new Conditions(view, words, triggers);
    this.discourse = discourse;
    this.hearing = hearing;
    this.layout = new Layout(view, words, frames, triggers);
  }

  /** What was proposed, with signs of the layout, and behind it what could be meant besides. */
  List<Candidate> with(List<Candidate> proposed) {
    List<Candidate> all = new ArrayList<>();
    for (Candidate c : proposed) {
      all.add(c.with(signs(c)));
    }
    Map<Person, PersonMention> persons = new LinkedHashMap<>();
    view.persons().forEach(p -> persons.putIfAbsent(p.person(), p));
    if (persons.size() > MOST_PERSONS) {
      return all;
    }
    for (Person person : persons.keySet()) {
      for (String name : names(person)) {
        for (End end : End.values()) {
          if (proposed.stream().noneMatch(c -> tells(c, person, name, end))) {
            propose(person, name, end, all);
          }
        }
      }
    }
    return all;
  }

  private Set<String> names(Person person) {
    Set<String> names = new LinkedHashSet<>();
    for (OrgMention org : view.orgs()) {
      names.add(org.organisation());
    }
    if (names.size() > MOST_ORGANISATIONS) {
      names.clear();
    }
    if (organisations.main() != null) {
      names.add(organisations.main());
    }
    affiliations
        .near(view.sentence().index(), person)
        .ifPresent(a -> names.add(a.organisation()));
    return names;
  }

  private static boolean tells(Candidate c, Person person, String name, End end) {
    if (!c.person().equals(person)) {
      return false;
    }
    return switch (end) {
      case FROM -> !c.isWithin() && name.equals(c.from());
      case TO -> !c.isWithin() && name.equals(c.to());
      case WITHIN -> c.isWithin() && name.equals(c.from());
    };
  }

  private void propose(Person person, String name, End end, List<Candidate> all) {
    Trigger trigger = null;
    int least = Integer.MAX_VALUE;
    for (Trigger t : triggers) {
      int cost = cost(t, person, name, end);
      if (cost < least) {
        trigger = t;
        least = cost;
      }
    }
    if (trigger == null || affinity(trigger.frame().kind(), end) >= UNLIKELY) {
      return;
    }
    Modality modality = stage.of(view, trigger).orElse(null);
    Modality told = modality == null ? Modality.REPORTED : modality;
    String date = dating.of(view, trigger, triggers).orElse(null);
    OrgMention org = nearest(trigger, name);
    Arguments args = new Arguments();
    args.fill(end, org);
    String from = end == End.TO ? null : name;
    String to = end == End.FROM ? null : name;
    Ends ends = new Ends(from, to, org == null ? null : org.unit(), null);
    Signs heard =
        hearing.of(view, triggers, trigger, person, Party.NONE, args, ends, told, date);
    Candidate c =
        new Candidate(
            person,
            from,
            to,
            ends.unit(),
            null,
            date,
            told,
            view.sentence().index(),
            trigger,
            conditions.isBackground(trigger, discourse.isHeadlined(person)),
            heard,
            true);
    Signs signs = signs(c);
    List<String> clause = new ArrayList<>(signs.clause());
    clause.add("unreal=" + (modality == null));
    rules(person, end, trigger, all, clause);
    all.add(c.with(new Signs(clause, signs.from(), signs.to())));
  }

  /** What the patterns make of the same person and of the same trigger. */
  private static void rules(
      Person person, End end, Trigger trigger, List<Candidate> all, List<String> signs) {
    boolean samePerson = false;
    boolean sameEnd = false;
    boolean sameTrigger = false;
    boolean any = false;
    for (Candidate c : all) {
      if (c.wide()) {
        continue;
      }
      any = true;
      boolean mine = c.person().equals(person);
      samePerson |= mine;
      sameTrigger |= c.trigger().first() == trigger.first();
      boolean filled = end == End.FROM ? c.from() != null : c.to() != null;
      sameEnd |= mine && filled;
    }
    signs.add("r.any=" + any);
    signs.add("r.person=" + samePerson);
    signs.add("r.end=" + sameEnd);
    signs.add("r.trigger=" + sameTrigger + " person=" + samePerson + " end=" + sameEnd);
  }

  private Signs signs(Candidate c) {
    PersonMention person = nearest(c.trigger(), c.person());
    End from = c.isWithin() ? End.WITHIN : End.FROM;
    End to = c.isWithin() ? End.WITHIN : End.TO;
    return new Signs(
        c.signs().clause(),
        signs(c.signs().from(), c.trigger(), person, c.from(), from),
        signs(c.signs().to(), c.trigger(), person, c.to(), to));
  }

  private List<String> signs(
      List<String> heard, Trigger trigger, PersonMention person, String name, End end) {
    if (name == null) {
      return heard;
    }
    List<String> signs = new ArrayList<>(heard);
    signs.addAll(layout.of(trigger, person, nearest(trigger, name), end));
    return signs;
  }

  private int cost(Trigger trigger, Person person, String name, End end) {
    PersonMention mention = nearest(trigger, person);
    OrgMention org = nearest(trigger, name);
    int cost = affinity(trigger.frame().kind(), end);
    cost += mention == null ? 0 : Layout.gap(trigger, mention.first(), mention.last());
    return cost + (org == null ? 0 : Layout.gap(trigger, org.first(), org.last()));
  }

  private static int affinity(Kind kind, End end) {
    return switch (end) {
      case FROM ->
          switch (kind) {
            case DEPARTURE, HANDOVER, FOLLOW -> 0;
            case TRANSFER, SUCCESSION -> 2;
            case PROMOTION, LEAD -> UNLIKELY;
            default -> 4;
          };
      case TO ->
          switch (kind) {
            case DEPARTURE, HANDOVER -> 4;
            case FOLLOW, PROMOTION -> UNLIKELY;
            default -> 0;
          };
      case WITHIN ->
          switch (kind) {
            case PROMOTION, APPOINTMENT, LEAD, TRANSFER, SUCCESSION, HANDOVER -> 0;
            case DEPARTURE -> 3;
            case ARRIVAL, RETURN -> 6;
            default -> UNLIKELY;
          };
    };
  }

  private PersonMention nearest(Trigger trigger, Person person) {
    PersonMention best = null;
    for (PersonMention p : view.persons()) {
      boolean nearer =
          best == null
              || Layout.gap(trigger, p.first(), p.last())
                  < Layout.gap(trigger, best.first(), best.last());
      best = p.person().equals(person) && nearer ? p : best;
    }
    return best;
  }

  private OrgMention nearest(Trigger trigger, String name) {
    OrgMention best = null;
    for (OrgMention o : view.orgs()) {
      boolean nearer =
          best == null
              || Layout.gap(trigger, o.first(), o.last())
                  < Layout.gap(trigger, best.first(), best.last());
      best = Objects.equals(o.organisation(), name) && nearer ? o : best;
    }
    return best;
  }
}
