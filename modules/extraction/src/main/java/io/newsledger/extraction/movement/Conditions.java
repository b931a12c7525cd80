package io.newsledger.extraction.movement;

import io.newsledger.extraction.Modality;
import io.newsledger.extraction.movement.Frame.Flag;
import io.newsledger.extraction.movement.Frame.Kind;
import io.newsledger.extraction.people.Person;
import io.newsledger.extraction.people.PersonMention;
import java.util.List;
import java.util.Set;

/** Judges by the words around a trigger whether it tells a step, and which. */
final class Conditions {
  /** Sentences of an article that tell its news. */
  private static final int DEEP = 8;

  private static final Set<String> ASIDES = Set.of("after", "before", "since", "having", "when");

  private final View view;
  private final Words words;
  private final List<Trigger> triggers;

  Conditions(View view, Words words, List<Trigger> triggers) {
    this.view = view;
    this.words = words;
    this.triggers = List.copyOf(triggers);
  }

  /**
   * Why what a trigger tells does not count; null if it does.
   *
   * @param party who stands at it
   */
  Trace.Reason refusal(Trigger trigger, Modality modality, Arguments args, Party party) {
    Frame frame = trigger.frame();
    if (args.blocked) {
      return Trace.Reason.OTHER_OBJECT;
    }
    boolean founding = frame.kind() == Kind.FOUNDING;
    boolean state = founding && party.relative() && !trigger.infinitive(); // who founded
    if (state || (founding && isInterest(trigger))) {
      return Trace.Reason.STATE;
    }
    if (frame.kind() == Kind.APPOINTMENT && trigger.infinitive() && isPart(trigger)) {
      return Trace.Reason.PART;
    }
    if (frame.needs(Flag.LIST) && party.persons().isEmpty()) {
      return Trace.Reason.NO_PERSON;
    }
    if (frame.needs(Flag.ROLE) && args.role == null) {
      return Trace.Reason.NO_POST;
    }
    boolean wentOn = view.key(trigger.group() - 1).equals("on") && trigger.infinitive();
    if (frame.needs(Flag.AHEAD) && modality != Modality.ANNOUNCED && !wentOn) {
      return Trace.Reason.NOT_AHEAD;
    }
    if (frame.kind() == Kind.LEAD && !leads(trigger, args)) {
      return Trace.Reason.NO_TEAM;
    }
    boolean post = frame.kind() == Kind.TRANSFER || frame.kind() == Kind.APPOINTMENT;
    boolean change = post && args.role != null && args.to == null;
    boolean alone = frame.kind() == Kind.ARRIVAL && isAlone(trigger) && !party.isNone();
    if (frame.needs(Flag.ORG) && args.isEmpty() && !change && !alone) {
      return Trace.Reason.NO_ORGANISATION;
    }
    if (frame.needs(Flag.FIRM) && args.to == null) {
      return Trace.Reason.NO_FIRM;
    }
    boolean both = args.from != null && args.to != null;
    return frame.needs(Flag.BOTH) && !both ? Trace.Reason.ONE_END : null;
  }

  /** "joined in January", with nothing that is joined. */
  private boolean isAlone(Trigger trigger) {
    int next = trigger.last() + 1;
    return view.time(next) != null
        || view.time(next + 1) != null
        || view.key(next).equals("after")
        || view.key(next).equals("from");
  }

  /** "hired X to become": told by what X is hired for. */
  private boolean isPart(Trigger trigger) {
    Trigger governing = null;
    for (Trigger t : triggers) {
      governing = t.last() < trigger.group() ? t : governing;
    }
    return governing != null && governing.frame().who() == Frame.Who.OBJECT;
  }

  /** "interested in starting", "a habit of founding". */
  private boolean isInterest(Trigger trigger) {
    String before = view.key(trigger.group() - 1);
    return trigger.entry().is(Frames.Form.ING) && (before.equals("in") || before.equals("of"));
  }

  /** Whether "lead" has a team or an organisation behind it and is no part of another step. */
  private boolean leads(Trigger trigger, Arguments args) {
    if (trigger.infinitive()) {
      Trigger governing = null;
      for (Trigger t : triggers) {
        governing = t.first() < trigger.group() ? t : governing;
      }
      boolean step =
          governing != null
              && (governing.frame().kind() == Kind.DEPARTURE
                  || governing.frame().kind() == Kind.TRANSFER)
              && governing.frame().who() == Frame.Who.SUBJECT;
      if (!step && !view.key(trigger.group() - 1).equals("on") && !isHeadline(trigger)) {
        return false;
      }
    }
    boolean team = args.role != null;
    for (int i = trigger.last() + 1; i < view.size() && i < trigger.last() + 9; i++) {
      team |= words.is("team", view.key(i)) || words.is("post", view.key(i)) || view.org(i) != null;
      if (view.isVerb(i)
          || view.isComma(i)
          || (i == trigger.last() + 1 && view.key(i).equals("to"))) {
        break;
      }
    }
    return team;
  }

  /** "X to lead A's new team": a headline in which no other verb stands before. */
  private boolean isHeadline(Trigger trigger) {
    return view.isLine() && view.person(trigger.group() - 1) != null;
  }

  /** Whether the sentence says that whoever leaves a post remains in another. */
  boolean stays(Trigger trigger, Person person) {
    if (trigger.frame().kind() != Kind.DEPARTURE) {
      return false;
    }
    for (int i = trigger.last() + 1; i < view.size(); i++) {
      PersonMention other = view.person(i);
      if (other != null && !other.person().equals(person)) {
        return false;
      }
      if (words.is("stay", view.key(i))) {
        for (int k = i + 1; k < view.size() && k < i + 12; k++) {
          if (words.is("post", view.key(k))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * Whether it is told as something of before, not as news: had left, previously joined, who left,
   * since leaving; or in the past tense deep in an article that is not about the person.
   *
   * @param topical whether the headline names the person
   */
  boolean isBackground(Trigger trigger, boolean topical) {
    String before = view.key(trigger.group() - 1);
    boolean aside = words.is("relative", before) || ASIDES.contains(before);
    boolean finite = trigger.group() == trigger.first();
    boolean past = finite && trigger.entry().is(Frames.Form.PAST) && !view.isLine();
    boolean deep = view.sentence().index() > DEEP && !topical;
    if ((aside && finite) || (past && deep)) {
      return true;
    }
    for (int i = Math.max(0, trigger.group() - 2); i <= trigger.last() + 1; i++) {
      if (words.is("background", view.key(i))) {
        return true;
      }
    }
    return false;
  }
}
