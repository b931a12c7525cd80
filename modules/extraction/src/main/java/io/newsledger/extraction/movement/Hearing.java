package io.newsledger.extraction.movement;

import io.newsledger.extraction.Modality;
import io.newsledger.extraction.people.Person;
import io.newsledger.extraction.people.PersonMention;
import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.time.TimeExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Notes what is true of a candidate, for the judge: one hearing for each article. */
final class Hearing {
  private static final Set<String> SPEECH =
      Set.of("said", "says", "told", "wrote", "added", "posted", "tweeted", "announced");
  private static final int NEAR = 3;
  private static final int NEWS = 6;
  private static final int DEEP = 20;
  private static final int ISO_MONTH = 7;

  private final List<View> views;
  private final Words words;
  private final Affiliations affiliations;
  private final Witnesses witnesses;

  Hearing(List<View> views, Words words, Affiliations affiliations, Organisations organisations) {
    this.views = views;
    this.words = words;
    this.affiliations = affiliations;
    this.witnesses = new Witnesses(views, affiliations, organisations);
  }

  /**
   * The signs of one candidate.
   *
   * @param view its sentence
   * @param triggers all triggers of the sentence
   * @param person whose step it is
   * @param party who stands at the trigger
   * @param args what the trigger's own words say
   * @param ends what was made of it
   * @param date what the clause says of the time, or null
   */
  Signs of(
      View view,
      List<Trigger> triggers,
      Trigger trigger,
      Person person,
      Party party,
      Arguments args,
      Ends ends,
      Modality modality,
      String date) {
    List<String> signs = new ArrayList<>();
    verb(view, triggers, trigger, signs);
    around(view, trigger, signs);
    mention(view, trigger, person, party, signs);
    sentence(view, signs);
    witnesses.person(person, signs);
    signs.add("modality=" + modality);
    signs.add("role=" + (args.role != null));
    signs.add("unit=" + (ends.unit() != null));
    signs.add("date=" + (date == null ? "none" : date.length() < ISO_MONTH ? "year" : "told"));
    boolean both = ends.from() != null && ends.to() != null;
    signs.add("ends=" + (!both ? "one" : ends.from().equals(ends.to()) ? "same" : "both"));
    affiliations
        .in(view.sentence().index(), person)
        .ifPresentOrElse(
            a -> signs.add("title=" + (a.former() ? "former" : a.founder() ? "founder" : "held")),
            () -> signs.add("title=none"));
    return new Signs(
        signs,
        witnesses.organisation(view, trigger, person, party, args.from, ends.from()),
        witnesses.organisation(view, trigger, person, party, args.to, ends.to()));
  }

  private static void verb(View view, List<Trigger> triggers, Trigger trigger, List<String> signs) {
    Frame frame = trigger.frame();
    String particle = trigger.last() > trigger.first() ? "+" + view.key(trigger.last()) : "";
    signs.add("word=" + frame.word() + particle);
    signs.add("kind=" + frame.kind());
    signs.add("who=" + frame.who());
    signs.add("kind=" + frame.kind() + " who=" + frame.who());
    for (Frames.Form form : Frames.Form.values()) {
      if (trigger.entry().is(form)) {
        signs.add("form=" + form);
      }
    }
    signs.add("tag=" + view.tag(trigger.first()));
    signs.add("passive=" + trigger.passive());
    signs.add("infinitive=" + trigger.infinitive());
    signs.add("group=" + Math.min(NEAR, trigger.first() - trigger.group()));
    if (trigger.group() < trigger.first()) {
      signs.add("opens=" + view.key(trigger.group()));
    }
    signs.add("triggers=" + Math.min(NEAR, triggers.size()));
  }

  /** The words beside the trigger: themselves where they are small, else their kind. */
  private void around(View view, Trigger trigger, List<String> signs) {
    signs.add("before=" + word(view, trigger.group() - 1));
    signs.add("behind=" + word(view, trigger.last() + 1));
    signs.add("behind2=" + word(view, trigger.last() + 2));
    boolean quoted = false;
    for (int i = 0; i < trigger.first(); i++) {
      quoted ^= view.isQuote(i);
    }
    signs.add("quoted=" + quoted);
    for (int i = Math.max(0, trigger.group() - NEWS); i < trigger.last() + NEAR; i++) {
      String key = view.key(i);
      if (words.is("former", key) || words.is("background", key)) {
        signs.add("near=former");
      }
      if (words.is("modal", key)) {
        signs.add("near=" + key);
      }
      if (key.equals("if") || key.equals("when") || key.equals("after") || key.equals("before")) {
        signs.add("near=" + key);
      }
      if (key.equals("not") || key.equals("n't") || key.equals("never")) {
        signs.add("near=not");
      }
    }
  }

  private String word(View view, int at) {
    if (at < 0 || at >= view.size()) {
      return "edge";
    }
    if (view.person(at) != null) {
      return "person";
    }
    if (view.org(at) != null) {
      return "org";
    }
    TimeExpression time = view.time(at);
    if (time != null) {
      return "time";
    }
    String tag = view.tag(at);
    boolean open = tag.equals("NOUN") || tag.equals("PROPN") || tag.equals("VERB");
    open |= tag.equals("ADJ") || tag.equals("ADV") || tag.equals("NUM") || tag.equals("X");
    String kind = words.is("post", view.key(at)) ? "post" : tag;
    return open ? kind : view.key(at);
  }

  private static void mention(
      View view, Trigger trigger, Person person, Party party, List<String> signs) {
    PersonMention nearest = null;
    int least = Integer.MAX_VALUE;
    for (PersonMention p : view.persons()) {
      boolean before = p.last() < trigger.first();
      int gap = before ? trigger.group() - p.last() : p.first() - trigger.last();
      if (p.person().equals(person) && gap < least) {
        nearest = p;
        least = gap;
      }
    }
    if (nearest == null) {
      signs.add("mention=none");
    } else {
      boolean before = nearest.last() < trigger.first();
      signs.add("mention=" + nearest.form());
      signs.add("side=" + (before ? "before" : "behind"));
      signs.add((before ? "gap-" : "gap+") + bucket(least));
      between(
          view,
          before ? nearest.last() + 1 : trigger.last() + 1,
          before ? trigger.group() : nearest.first(),
          signs);
    }
    signs.add(
        "party=" + (party.persons().size() > 1 ? "several" : party.isNone() ? "none" : "one"));
    signs.add("relative=" + party.relative());
    signs.add("pronoun=" + (party.pronoun() >= 0));
  }

  private static void between(View view, int from, int to, List<String> signs) {
    int commas = 0;
    int verbs = 0;
    int persons = 0;
    for (int i = from; i < to; i++) {
      commas += view.isComma(i) || view.isBreak(i) ? 1 : 0;
      verbs += view.isVerb(i) && view.person(i) == null && view.org(i) == null ? 1 : 0;
      persons += view.person(i) != null ? 1 : 0;
    }
    signs.add("commas=" + Math.min(NEAR, commas));
    signs.add("verbs=" + Math.min(NEAR, verbs));
    signs.add("others=" + Math.min(1, persons));
  }

  private void sentence(View view, List<String> signs) {
    Sentence sentence = view.sentence();
    signs.add("on=" + sentence.kind());
    int index = sentence.index();
    signs.add("at=" + (index == 0 ? "0" : index < NEWS ? "front" : index < DEEP ? "mid" : "deep"));
    if (index * 4 > views.size() * 3) {
      signs.add("at=last quarter");
    }
    signs.add("length=" + bucket(view.size()));
    signs.add("persons=" + Math.min(NEAR + 1, (int) distinct(view)));
    signs.add("orgs=" + Math.min(NEAR + 1, view.orgs().size()));
    String text = sentence.text();
    if (text.endsWith("?")) {
      signs.add("asked");
    }
    boolean said = false;
    for (int i = 0; i < view.size(); i++) {
      said |= SPEECH.contains(view.key(i));
    }
    signs.add("said=" + said);
    signs.add("article=" + bucket(views.size()));
  }

  private static long distinct(View view) {
    return view.persons().stream().map(PersonMention::person).distinct().count();
  }

  /** A number as coarse as a judge needs it. */
  static String bucket(int number) {
    int least = 1;
    while (number > least && least < 64) {
      least *= 2;
    }
    return String.format(Locale.ROOT, "%d", least);
  }
}
