package io.newsledger.extraction.movement;

import io.newsledger.extraction.movement.Frame.Flag;
import io.newsledger.extraction.movement.Frame.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the organisations and the post behind a trigger. */
final class ArgumentReader {
  private static final Set<String> STOPS =
      Set.of("who", "whom", "which", "that", "because", "while", "when", "before", "after", ";");
  private static final int LONGEST_CALLED = 12;

  private final View view;
  private final Words words;
  private final Roles roles;
  private final Objects objects;
  private final List<Trigger> triggers;
  private final Organisations organisations;

  ArgumentReader(
      View view,
      Words words,
      Objects objects,
      List<Trigger> triggers,
      Organisations organisations) {
    this.view = view;
    this.words = words;
    this.roles = new Roles(words);
    this.objects = objects;
    this.triggers = triggers;
    this.organisations = organisations;
  }

  Arguments read(Trigger trigger) {
    Arguments args = new Arguments();
    Frame frame = trigger.frame();
    int from = trigger.last() + 1;
    if (frame.ends().containsKey(Frame.OBJECT)) {
      OrgMention org = objects.org(from);
      boolean media = org != null && organisations.isMedia(org.organisation());
      args.blocked =
          org == null ? hasOtherObject(from, trigger) : media && view.isPossessive(org.last() + 1);
      boolean firm = !frame.needs(Flag.FIRM) || (org != null && isFirm(org));
      args.fill(frame, Frame.OBJECT, firm ? org : null);
    }
    if (frame.needs(Flag.FIRM) && args.to == null) {
      args.fill(frame, Frame.OBJECT, called(from));
    }
    boolean post = frame.kind() == Kind.APPOINTMENT || frame.kind() == Kind.PROMOTION;
    if (post && frame.who() != Frame.Who.NOUN) {
      args.role = roles.at(view, afterPersons(from));
    }
    if (post && frame.who() == Frame.Who.SUBJECT) {
      OrgMention within = objects.org(from);
      if (within != null && titled(within)) {
        args.role = roles.at(view, behind(within));
        args.fill(End.TO, within); // "became A's chief executive"
      }
    }
    if (words.is("post", view.key(trigger.last())) && trigger.last() > trigger.first()) {
      String told = roles.at(view, trigger.last());
      args.role = told == null ? view.key(trigger.last()) : told;
    }
    if (frame.who() == Frame.Who.NOUN) {
      args.fill(frame, Frame.SUBJECT, owner(trigger.first()));
    }
    boolean copula = frame.word().equals("be") && frame.particles().isEmpty();
    if (copula) {
      args.role = roles.at(view, from);
    }
    for (int i = from; i < view.size() && !copula && !stops(i, trigger); i++) {
      if (frame.who() == Frame.Who.NOUN && i > from && args.isEmpty() && !isPhrase(i)) {
        break;
      }
      preposition(trigger, args, i);
    }
    return args;
  }

  /** "A's hiring of X": A. */
  private OrgMention owner(int noun) {
    for (int i = noun - 1; i >= 0 && i > noun - 4; i--) {
      if (view.isPossessive(i)) {
        return view.org(i - 1);
      }
      if (view.org(i) != null && view.org(i).form() == OrgMention.Form.KNOWN) {
        return view.org(i);
      }
      if (!view.isNominal(i)) {
        return null;
      }
    }
    return null;
  }

  /** Whether what is left or joined is plainly no organisation and no post. */
  private boolean hasOtherObject(int from, Trigger trigger) {
    boolean starts = view.isNominal(from) && view.time(from) == null && view.person(from) == null;
    if (view.key(from).equals("during")) {
      return true;
    }
    if (!starts || trigger.frame().kind() != Kind.DEPARTURE || view.isLine()) {
      return false;
    }
    for (int i = from; i < view.size() && i < from + 6 && view.isNominal(i); i++) {
      String key = view.key(i);
      if (words.is("post", key)
          || words.is("firm", key)
          || words.is("team", key)
          || view.time(i) != null
          || view.isCapital(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isPhrase(int at) {
    return view.isNominal(at) || view.isTag(at, "ADP") || view.org(at) != null;
  }

  private void preposition(Trigger trigger, Arguments args, int at) {
    Frame frame = trigger.frame();
    String key = view.key(at);
    if (view.org(at) != null || view.isNominal(at)) {
      return;
    }
    boolean post = key.equals("as") || (key.equals("to") && !view.isVerb(at + 1));
    if (post && args.role == null) {
      args.role = roles.at(view, at + 1);
      OrgMention within = args.role == null ? null : objects.org(at + 1);
      args.placed |= args.role != null && key.equals("to");
      if (within != null && titled(within)) {
        args.fill(frame.kind() == Kind.DEPARTURE ? End.FROM : End.TO, within);
      }
    }
    boolean placed = args.role != null && (key.equals("of") || key.equals("at"));
    Optional<End> end = frame.end(key);
    if (end.isEmpty() && placed) {
      boolean done = frame.who() == Frame.Who.OBJECT;
      end =
          frame
              .end(done ? Frame.SUBJECT : Frame.OBJECT)
              .or(() -> frame.end("at"))
              .or(() -> frame.end("from"));
    }
    if (end.isPresent() && !(args.placed && key.equals("to"))) {
      if (words.is("other", view.key(at + 1))) {
        args.unnamed = true;
      }
      OrgMention org = objects.org(at + 1);
      boolean told = org != null && organisations.isMedia(org.organisation()) && !key.equals("at");
      boolean place =
          org != null
              && org.form() == OrgMention.Form.NAMED
              && (frame.kind() == Kind.TRANSFER || frame.kind() == Kind.RETURN);
      if (!place && (!told || key.equals("from"))) {
        args.fill(end.get(), org);
      }
    } else if (key.equals("by") && trigger.passive()) {
      args.fill(frame, Frame.SUBJECT, objects.org(at + 1));
    }
  }

  private int behind(OrgMention org) {
    return view.isPossessive(org.last() + 1) ? org.last() + 2 : org.last() + 1;
  }

  /** "as a CBS News contributor", "as A's chief executive". */
  private boolean titled(OrgMention org) {
    for (int i = behind(org); i < view.size() && view.isNominal(i); i++) {
      if (words.is("post", view.key(i))) {
        return true;
      }
    }
    return false;
  }

  private int afterPersons(int from) {
    int i = from;
    while (view.person(i) != null) {
      i = view.person(i).last() + 1;
    }
    return i;
  }

  private static boolean isFirm(OrgMention org) {
    return org.form() != OrgMention.Form.DEFINITE && org.unit() == null;
  }

  /** "a startup called A", "his own company, A". */
  private OrgMention called(int from) {
    boolean firm = false;
    for (int i = from; i < view.size() && i < from + LONGEST_CALLED; i++) {
      firm |= words.is("firm", view.key(i));
      boolean named = words.is("called", view.key(i)) || view.isComma(i);
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
    boolean next =
        triggers.stream()
            .anyMatch(
                t ->
                    t.first() == at
                        && t.first() > trigger.last()
                        && t.frame().who() != Frame.Who.NOUN);
    return next || (verb && !attributive);
  }
}
