package io.newsledger.extraction.movement;

import io.newsledger.extraction.people.Person;
import io.newsledger.extraction.people.PersonMention;
import io.newsledger.extraction.text.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an article has said up to a sentence: whom "they" and "I" mean, what was left last. */
final class Discourse {
  private static final int FURTHEST = 3;
  private static final int REACH = 10;
  private static final Set<String> SPEECH = Set.of("said", "says", "wrote", "writes", "added");

  private final List<View> views;
  private String left;
  private int leftIn;

  Discourse(List<View> views) {
    this.views = views;
  }

  /** Whether the headline names a person. */
  boolean isHeadlined(Person person) {
    return !views.isEmpty()
        && views.get(0).sentence().kind() == Sentence.Kind.TITLE
        && views.get(0).persons().stream().anyMatch(p -> p.person().equals(person));
  }

  /** The organisation that was left last, not long before a sentence; or null. */
  String left(int sentence) {
    return sentence - leftIn <= FURTHEST ? left : null;
  }

  void leave(String organisation, int sentence) {
    left = organisation;
    leftIn = sentence;
  }

  /** Who speaks where a sentence says "I": who was named last before. */
  List<Person> speaker(View view, int before) {
    List<Person> said = said(view, before);
    if (!said.isEmpty()) {
      return said;
    }
    for (int i = before - 1; i >= 0; i--) {
      if (view.person(i) != null) {
        return List.of(view.person(i).person());
      }
    }
    for (int s = view.sentence().index() - 1;
        s >= 0 && s >= view.sentence().index() - FURTHEST;
        s--) {
      List<PersonMention> persons = views.get(s).persons();
      if (!persons.isEmpty()) {
        return List.of(persons.get(0).person());
      }
    }
    return List.of();
  }

  /** Who is said to have said what stands before: "said X and Y", "X said". */
  List<Person> said(View view, int from) {
    for (int i = from; i < view.size(); i++) {
      if (SPEECH.contains(view.key(i))) {
        List<Person> found = new ArrayList<>();
        for (PersonMention p : view.persons()) {
          boolean near = p.first() > i && p.first() < i + REACH;
          boolean direct = p.last() == i - 1 && p.first() > from;
          if (near || direct) {
            found.add(p.person());
          }
        }
        return found;
      }
    }
    return List.of();
  }

  /**
   * Whom "they", "both", "the trio" mean: the persons of the nearest sentence before that names
   * several.
   *
   * @param count how many there must be, or 0
   */
  List<Person> group(View view, int before, int count) {
    for (int s = view.sentence().index(); s >= 0 && s >= view.sentence().index() - FURTHEST; s--) {
      LinkedHashSet<Person> named = new LinkedHashSet<>();
      for (PersonMention p : views.get(s).persons()) {
        if (s < view.sentence().index() || p.last() < before) {
          named.add(p.person());
        }
      }
      if (named.size() >= 2) {
        boolean fits = count == 0 ? named.size() <= 4 : named.size() == count;
        return fits ? new ArrayList<>(named) : List.of();
      }
    }
    return List.of();
  }
}
