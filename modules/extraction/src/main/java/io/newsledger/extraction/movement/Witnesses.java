package io.newsledger.extraction.movement;

import io.newsledger.extraction.people.Person;
import io.newsledger.extraction.people.PersonMention;
import io.newsledger.extraction.text.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells what the rest of an article says of a candidate's person and organisations. */
final class Witnesses {
  private static final Set<String> SPEECH =
      Set.of("said", "says", "told", "wrote", "added", "posted", "tweeted", "announced", "writes");
  private static final int MANY = 4;

  private final Affiliations affiliations;
  private final Organisations organisations;
  private final Map<Person, Integer> mentions = new HashMap<>();
  private final Map<Person, Integer> pronouns = new HashMap<>();
  private final Map<Person, Boolean> speaking = new HashMap<>();
  private final Map<Person, Boolean> headlined = new HashMap<>();

  Witnesses(List<View> views, Affiliations affiliations, Organisations organisations) {
    this.affiliations = affiliations;
    this.organisations = organisations;
    for (View view : views) {
      boolean title = view.sentence().kind() == Sentence.Kind.TITLE;
      for (PersonMention p : view.persons()) {
        if (p.form() == PersonMention.Form.PRONOUN) {
          pronouns.merge(p.person(), 1, Integer::sum);
        } else {
          mentions.merge(p.person(), 1, Integer::sum);
        }
        boolean speaks =
            SPEECH.contains(view.key(p.first() - 1)) || SPEECH.contains(view.key(p.last() + 1));
        speaking.merge(p.person(), speaks, Boolean::logicalOr);
        headlined.merge(p.person(), title, Boolean::logicalOr);
      }
    }
  }

  /** What is said of the person. */
  void person(Person person, List<String> signs) {
    signs.add("p.mentions=" + Hearing.bucket(mentions.getOrDefault(person, 0)));
    signs.add("p.he=" + (pronouns.getOrDefault(person, 0) > 0));
    signs.add("p.speaks=" + speaking.getOrDefault(person, false));
    signs.add("p.headline=" + headlined.getOrDefault(person, false));
    String[] parts = person.name().split(" ", -1);
    signs.add("p.author=" + organisations.isPublisher(person.name()));
    signs.add("p.parts=" + Math.min(MANY, parts.length));
    Optional<Affiliation> near = affiliations.near(0, person);
    signs.add("p.known=" + near.map(a -> a.former() ? "former" : "yes").orElse("no"));
  }

  /** Where an end's organisation comes from, and what it is; empty if there is none. */
  List<String> organisation(
      View view, Trigger trigger, Person person, Party party, OrgMention told, String name) {
    if (name == null) {
      return List.of();
    }
    List<String> signs = new ArrayList<>();
    String source = source(view, person, party, told, name);
    signs.add("o.by=" + source);
    signs.add("o.by=" + source + " kind=" + trigger.frame().kind());
    boolean direct = told != null && told.organisation().equals(name);
    if (direct) {
      boolean behind = told.first() > trigger.last();
      int gap = behind ? told.first() - trigger.last() : trigger.first() - told.last();
      signs.add((behind ? "o.gap+" : "o.gap-") + Hearing.bucket(Math.max(0, gap)));
      String before = view.key(told.first() - 1);
      signs.add(
          "o.before="
              + (view.isTag(told.first() - 1, "ADP") ? before : view.tag(told.first() - 1)));
      signs.add("o.behind=" + view.tag(told.last() + 1));
    }
    signs.add("o.here=" + view.orgs().stream().anyMatch(o -> o.organisation().equals(name)));
    signs.add("o.title=" + organisations.isInTitle(name));
    signs.add("o.main=" + name.equals(organisations.main()));
    signs.add("o.count=" + Hearing.bucket(organisations.count(name)));
    signs.add("o.sector=" + organisations.sector(name));
    signs.add("o.words=" + Math.min(MANY, name.split(" ", -1).length));
    signs.add("o.publisher=" + organisations.isPublisher(name));
    return signs;
  }

  private String source(View view, Person person, Party party, OrgMention told, String name) {
    if (told != null && told.organisation().equals(name)) {
      return "argument " + told.form();
    }
    int sentence = view.sentence().index();
    Optional<Affiliation> here =
        affiliations.in(sentence, person).filter(a -> a.organisation().equals(name));
    if (here.isPresent()) {
      Affiliation a = here.get();
      return "title" + (a.former() ? " former" : "") + (a.inFront() ? " in front" : "");
    }
    if (party.org() != null && party.org().organisation().equals(name)) {
      return "group";
    }
    Optional<Affiliation> near =
        affiliations.near(sentence, person).filter(a -> a.organisation().equals(name));
    if (near.isPresent()) {
      return "elsewhere" + (near.get().former() ? " former" : "");
    }
    return name.equals(organisations.main()) ? "main" : "guess";
  }
}
