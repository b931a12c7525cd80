package io.newsledger.extraction.movement;

import io.newsledger.extraction.movement.Frame.Kind;
import io.newsledger.extraction.people.Person;
import java.util.Optional;

/**
 * Decides both ends of a step of one person: what the trigger's arguments say, else what the
 * article says of where the person is.
 *
 * @param from organisation left, or null
 * @param to organisation joined, or null
 * @param unit team inside it, or null
 * @param role title, or null
 */
record Ends(String from, String to, String unit, String role) {
  /** The same, but into another post at the place that is left. */
  Ends staying() {
    return new Ends(from, from, unit, role);
  }

  boolean isEmpty() {
    return from == null && to == null;
  }

  /** The ends of one step. */
  static final class Resolver {
    private final Affiliations affiliations;
    private final Organisations organisations;
    private final Discourse discourse;
    private final Words words;

    Resolver(
        Affiliations affiliations, Organisations organisations, Discourse discourse, Words words) {
      this.discourse = discourse;
      this.words = words;
      this.affiliations = affiliations;
      this.organisations = organisations;
    }

    /**
     * Resolves.
     *
     * @param destination where a step told together with this one leads, or null
     * @param moved whether the sentence has told a departure of the person already
     * @param group the organisation of the group that the person is told to be of, or null
     */
    Ends of(
        View view,
        Trigger trigger,
        Person person,
        Arguments args,
        String destination,
        OrgMention group,
        boolean moved) {
      int sentence = view.sentence().index();
      Optional<Affiliation> here = affiliations.in(sentence, person);
      Optional<Affiliation> present = present(sentence, person);
      String from = name(args.from);
      String to = name(args.to);
      String unit = args.unit();
      Kind kind = trigger.frame().kind();
      if (from != null && here.isPresent() && here.get().organisation().startsWith(from + " ")) {
        from = here.get().organisation(); // "Google DeepMind's X leaves Google"
      }
      switch (kind) {
        case DEPARTURE -> {
          boolean definite = args.from != null && args.from.form() == OrgMention.Form.DEFINITE;
          if (from == null || definite) {
            String other = to == null ? destination : to;
            Optional<Affiliation> known =
                here.filter(a -> definite || !a.former() || (a.inFront() && a.role() != null))
                    .or(() -> present)
                    .or(() -> definite ? Optional.empty() : here)
                    .filter(a -> !a.organisation().equals(other));
            if (known.isPresent()) {
              from = known.get().organisation();
              unit = unit == null ? known.get().unit() : unit;
            } else if (from == null) {
              from = group == null ? left(view, trigger) : group.organisation();
              from = from != null && from.equals(other) ? null : from;
            }
          }
        }
        case ARRIVAL, TRANSFER, RETURN, FOUNDING -> {
          String goal = to;
          if (from == null) {
            from =
                here.filter(a -> !a.former() || isMoved(trigger))
                    .filter(a -> !(a.founder() && a.unit() != null))
                    .map(Affiliation::organisation)
                    .or(() -> Optional.ofNullable(name(group)))
                    .filter(o -> !o.equals(goal))
                    .or(() -> described(sentence, here, goal))
                    .orElseGet(() -> workedAt(view, goal));
          }
          if (to == null && kind == Kind.ARRIVAL) {
            String origin = from;
            to = present.map(Affiliation::organisation).filter(o -> !o.equals(origin)).orElse(null);
          }
          boolean change = kind == Kind.TRANSFER && to == null && args.role != null;
          if (change && !args.unnamed) {
            to =
                from == null
                    ? present.map(Affiliation::organisation).orElse(meant(view, trigger))
                    : from;
            return new Ends(to, to, unit, args.role);
          }
        }
        case APPOINTMENT, LEAD, SUCCESSION -> {
          if (to == null && !args.unnamed) {
            to =
                present
                    .map(Affiliation::organisation)
                    .filter(
                        o ->
                            here.isEmpty()
                                || !organisations.isAbout()
                                || o.equals(organisations.main()))
                    .or(
                        () ->
                            Optional.ofNullable(
                                here.isPresent() && organisations.isAbout()
                                    ? organisations.main()
                                    : null))
                    .orElse(group == null ? meant(view, trigger) : group.organisation());
            boolean own = trigger.frame().who() == Frame.Who.SUBJECT && !moved;
            if (own && from == null && present.isEmpty()) {
              from = to;
            }
          }
          if (kind == Kind.LEAD
              && present.isEmpty()
              && from == null
              && to != null
              && to.equals(organisations.main())) {
            from = moved ? null : to;
          }
          if (from == null && !moved) {
            from =
                present
                    .or(() -> isMoved(trigger) ? here : Optional.empty())
                    .map(Affiliation::organisation)
                    .orElse(null);
          }
        }
        case FOLLOW, HANDOVER -> {}
        case PROMOTION -> {
          if (to == null) {
            to = here.or(() -> present).map(Affiliation::organisation).orElse(meant(view, trigger));
            from = to;
          }
        }
      }
      boolean post = kind == Kind.APPOINTMENT || kind == Kind.LEAD || kind == Kind.SUCCESSION;
      if (from != null && from.equals(to) && !post && kind != Kind.PROMOTION) {
        from = kind == Kind.DEPARTURE ? from : null;
        to = kind == Kind.DEPARTURE ? null : to;
      }
      String role = args.role == null ? here.map(Affiliation::role).orElse(null) : args.role;
      return new Ends(from, to, unit, role);
    }

    /**
     * "A hired former B researcher X" tells where X comes from, "the former B researcher joined"
     * not.
     */
    private static boolean isMoved(Trigger trigger) {
      return trigger.frame().who() == Frame.Who.OBJECT;
    }

    /** "A hired the startup's chief": of what was named before, not of A. */
    private Optional<String> described(int sentence, Optional<Affiliation> here, String goal) {
      return here.filter(a -> a.definite() && a.organisation().equals(goal))
          .map(a -> organisations.other(sentence, a.first(), goal));
    }

    /** Where the person is: in what the headline names, if the article says so anywhere. */
    private Optional<Affiliation> present(int sentence, Person person) {
      Optional<Affiliation> about =
          organisations.isAbout()
              ? affiliations.at(sentence, person, organisations.main())
              : Optional.empty();
      return about.or(() -> affiliations.present(sentence, person));
    }

    /** What is left where nothing says so: what others left just before, else the article's own. */
    private String left(View view, Trigger trigger) {
      String last = discourse.left(view.sentence().index());
      if (last != null) {
        return last;
      }
      String meant = meant(view, trigger);
      boolean main = meant != null && meant.equals(organisations.main());
      boolean definite =
          view.orgs().stream()
              .anyMatch(o -> o.form() == OrgMention.Form.DEFINITE && o.first() < trigger.first());
      return main || definite ? meant : null;
    }

    private String meant(View view, Trigger trigger) {
      return organisations.meant(view.sentence().index(), trigger.first());
    }

    /** "after a stint at A", "worked at A before founding B": A. */
    private String workedAt(View view, String goal) {
      for (OrgMention org : view.orgs()) {
        boolean other =
            org.form() == OrgMention.Form.KNOWN
                && !org.organisation().equals(goal)
                && !organisations.isMedia(org.organisation());
        if (other && isWorkedAt(view, org)) {
          return org.organisation();
        }
      }
      return null;
    }

    private boolean isWorkedAt(View view, OrgMention org) {
      boolean place = false;
      for (int i = org.first() - 1; i >= 0 && i > org.first() - 12; i--) {
        String key = view.key(i);
        if (words.is("worked", key)) {
          boolean possessive = i == org.first() - 1 || view.isPossessive(org.last() + 1);
          return place || possessive;
        }
        place |= key.equals("at") || key.equals("with") || key.equals("of") || key.equals("for");
        OrgMention other = view.org(i);
        boolean apart = other != null && !other.organisation().equals(org.organisation());
        if (view.isBreak(i) || apart || view.isComma(i) || view.key(i).equals("former")) {
          return false;
        }
      }
      return false;
    }

    private static String name(OrgMention org) {
      return org == null ? null : org.organisation();
    }
  }
}
