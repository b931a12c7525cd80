package io.newsledger.extraction.movement;

import io.newsledger.extraction.people.Person;
import io.newsledger.extraction.people.PersonMention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who is where, by the titles and appositions of one article. */
final class Affiliations {
  private static final int LONGEST_TITLE = 10;
  private static final int LONGEST_APPOSITION = 16;

  private final Words words;
  private final Roles roles;
  private final List<Affiliation> all = new ArrayList<>();

  Affiliations(Words words) {
    this.words = words;
    this.roles = new Roles(words);
  }

  /** Takes in what a sentence says. */
  void add(View view) {
    for (PersonMention person : view.persons()) {
      if (person.form() != PersonMention.Form.PRONOUN) {
        inFront(view, person);
        behind(view, person);
      }
      stated(view, person);
    }
  }

  /** What the sentence itself says of a person; what is not over first. */
  Optional<Affiliation> in(int sentence, Person person) {
    return all.stream()
        .filter(a -> a.sentence() == sentence && a.person().equals(person))
        .min(Comparator.comparing(Affiliation::former));
  }

  /** What the article says of a person, the nearest sentence before first, then behind. */
  Optional<Affiliation> near(int sentence, Person person) {
    return all.stream()
        .filter(a -> a.person().equals(person))
        .min(
            Comparator.comparing(Affiliation::former)
                .thenComparing(a -> a.sentence() != sentence)
                .thenComparing(a -> a.sentence() > sentence)
                .thenComparing(a -> Math.abs(a.sentence() - sentence)));
  }

  /**
   * What the article says of a person's being at an organisation now, unless it is elsewhere here.
   */
  Optional<Affiliation> at(int sentence, Person person, String organisation) {
    boolean elsewhere = in(sentence, person).filter(a -> !a.former()).isPresent();
    return elsewhere
        ? Optional.empty()
        : all.stream()
            .filter(a -> a.person().equals(person) && !a.former())
            .filter(a -> a.organisation().equals(organisation))
            .findFirst();
  }

  /** Where the article says a person is, not where they once were. */
  Optional<Affiliation> present(int sentence, Person person) {
    return near(sentence, person).filter(a -> !a.former());
  }

  /** "OpenAI chief executive X", "Alibaba's Qwen lead, X". */
  private void inFront(View view, PersonMention person) {
    boolean post = false;
    boolean former = false;
    int from = person.first() - 1;
    if (view.isComma(from)) {
      from--;
    }
    for (int i = from; i >= 0 && i > person.first() - LONGEST_TITLE; i--) {
      OrgMention org = view.org(i);
      String key = view.key(i);
      if (org != null) {
        boolean possessive = view.isPossessive(org.last() + 1);
        former |= words.is("former", view.key(org.first() - 1)) || isFormer(view, org);
        if (post || (possessive && from == person.first() - 1)) {
          String role = post ? view.text(behind(view, org.last() + 1), from) : null;
          add(view, person, org, role, org.first(), person.last(), former);
        }
        return;
      }
      if (post && (key.equals("its") || key.equals("their"))) {
        owned(view, person, i, former);
        return;
      }
      post |= words.is("post", key);
      former |= words.is("former", key);
      if (words.is("past", key)) {
        return;
      }
      boolean inner = key.equals("and") || key.equals("of") || key.equals("for");
      boolean title = inner || (view.isNominal(i) && view.person(i) == null);
      boolean ends = view.isComma(i) || view.isVerb(i) || view.person(i) != null;
      if (ends || (!title && !post)) {
        return;
      }
    }
  }

  /** "bought Acme and hired its chief, X": of Acme. */
  private void owned(View view, PersonMention person, int pronoun, boolean former) {
    for (int i = pronoun - 1; i >= 0; i--) {
      OrgMention org = view.org(i);
      if (org != null && org.form() == OrgMention.Form.KNOWN) {
        String role = view.text(pronoun + 1, person.first() - 1);
        add(view, person, org, role, pronoun, person.last(), former);
        return;
      }
    }
  }

  private boolean isFormer(View view, OrgMention org) {
    String text = view.key(org.first());
    return text.startsWith("ex-") || text.startsWith("former");
  }

  private static int behind(View view, int at) {
    return view.isPossessive(at) ? at + 1 : at;
  }

  /** "X, head of research at A", "X (A)", "X of A", "X, A's head of research". */
  private void behind(View view, PersonMention person) {
    int at = person.last() + 1;
    if (words.is("place", view.key(at)) && view.org(at + 1) != null) {
      add(view, person, view.org(at + 1), null, person.first(), view.org(at + 1).last(), false);
      return;
    }
    if (!view.isComma(at) && !view.isBreak(at)) {
      return;
    }
    boolean post = false;
    boolean former = false;
    at = behindAge(view, at);
    int start = at + 1;
    for (int i = start; i < view.size() && i < at + LONGEST_APPOSITION; i++) {
      String key = view.key(i);
      OrgMention org = view.org(i);
      former |= words.is("former", key);
      if (org != null) {
        boolean place = words.is("place", view.key(i - 1));
        boolean title = titleFollows(view, org.last() + 1);
        if (post || title || (place && i <= start + 2)) {
          String role = roles.at(view, start);
          add(view, person, org, role, person.first(), org.last(), former);
          return;
        }
        i = org.last();
        continue;
      }
      post |= words.is("post", key);
      boolean verb = view.isVerb(i) && !view.isNominal(i + 1);
      if (verb
          || view.isComma(i)
          || view.isBreak(i)
          || view.person(i) != null
          || words.is("relative", key)) {
        return;
      }
    }
  }

  /** "X, 32, head of": the comma behind the age, else the one given. */
  private static int behindAge(View view, int comma) {
    int at = comma + 1;
    if (!view.isTag(at, "NUM")) {
      return comma;
    }
    at++;
    while (view.key(at).equals("years") || view.key(at).equals("old")) {
      at++;
    }
    return view.isComma(at) ? at : comma;
  }

  private boolean titleFollows(View view, int from) {
    for (int i = behind(view, from); i < view.size() && i < from + 8; i++) {
      if (words.is("post", view.key(i))) {
        return true;
      }
      if (!view.isNominal(i) || view.person(i) != null) {
        return false;
      }
    }
    return false;
  }

  /** "X, who leads A's team", "X worked at A", "X was a researcher at A until". */
  private void stated(View view, PersonMention person) {
    int at = person.last() + 1;
    for (int i = at; i < view.size() && i < at + LONGEST_APPOSITION && !view.isVerb(i); i++) {
      if (view.key(i).equals("who") && (i == at || view.isComma(at))) {
        at = i + 1;
        break;
      }
      if (view.person(i) != null || view.key(i).equals(";")) {
        break;
      }
    }
    if (view.isComma(at)) {
      return;
    }
    while (view.isTag(at, "ADV")) {
      at++;
    }
    if (!words.is("state", view.key(at))) {
      return;
    }
    boolean former = !view.key(at).endsWith("s") || view.key(at).equals("was");
    boolean be = words.is("be", view.key(at));
    boolean post = false;
    for (int i = at + 1; i < view.size() && i < at + LONGEST_APPOSITION; i++) {
      OrgMention org = view.org(i);
      post |= words.is("post", view.key(i));
      if (org != null) {
        if (!be || post || titleFollows(view, org.last() + 1)) {
          add(view, person, org, null, person.first(), org.last(), former);
        }
        return;
      }
      if (view.isVerb(i) || view.isComma(i) || view.isBreak(i)) {
        return;
      }
    }
  }

  private static boolean isFounder(String role) {
    String title = role.toLowerCase(Locale.ROOT);
    return title.endsWith("founder") && !title.contains(" and ");
  }

  private void add(
      View view,
      PersonMention person,
      OrgMention org,
      String role,
      int first,
      int last,
      boolean former) {
    all.add(
        new Affiliation(
            person.person(),
            org.organisation(),
            org.unit(),
            role,
            view.sentence().index(),
            first,
            last,
            former,
            last == person.last() && first < person.first(),
            org.form() == OrgMention.Form.DEFINITE,
            role != null && isFounder(role)));
  }
}
