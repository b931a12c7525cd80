package io.newsledger.extraction.movement;

import io.newsledger.extraction.people.PersonMention;
import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.text.Token;
import io.newsledger.extraction.time.TimeExpression;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A sentence with all that was found in it, token by token. Tags are mended and expressions of time
 * read when they are first asked for.
 */
final class View {
  private static final int LEAST_WORD = 4;
  private static final Set<String> NOMINAL =
      Set.of("NOUN", "PROPN", "ADJ", "DET", "NUM", "PART", "SYM", "PRON");

  private final Sentence sentence;
  private final String[] keys;
  private final Tags tagging;
  private String[] tags;
  private final PersonMention[] personAt;
  private final OrgMention[] orgAt;
  private TimeExpression[] timeAt;
  private final List<PersonMention> persons;
  private final List<OrgMention> orgs;
  private final Supplier<List<TimeExpression>> times;
  private final boolean titleCased;

  View(
      Sentence sentence,
      List<PersonMention> persons,
      List<OrgMention> orgs,
      Supplier<List<TimeExpression>> times,
      Tags tagging) {
    this.sentence = sentence;
    this.persons = List.copyOf(persons);
    this.orgs = List.copyOf(orgs);
    this.times = times;
    this.tagging = tagging;
    int size = sentence.tokens().size();
    keys = new String[size];
    personAt = new PersonMention[size];
    orgAt = new OrgMention[size];
    for (int i = 0; i < size; i++) {
      keys[i] = sentence.tokens().get(i).text().toLowerCase(Locale.ROOT);
    }
    for (PersonMention p : persons) {
      for (int i = p.first(); i <= p.last(); i++) {
        personAt[i] = p;
      }
    }
    for (OrgMention o : orgs) {
      for (int i = o.first(); i <= o.last(); i++) {
        orgAt[i] = o;
      }
    }
    titleCased = isTitleCased(sentence);
  }

  Sentence sentence() {
    return sentence;
  }

  int size() {
    return keys.length;
  }

  Token token(int at) {
    return sentence.tokens().get(at);
  }

  /** The token in lower case; empty outside of the sentence. */
  String key(int at) {
    return at < 0 || at >= keys.length ? "" : keys[at];
  }

  /** The tag of a token, mended; empty outside of the sentence. */
  String tag(int at) {
    if (at < 0 || at >= keys.length) {
      return "";
    }
    if (tags == null) {
      tags = tagging.of(sentence, i -> personAt[i] != null || orgAt[i] != null);
    }
    return tags[at];
  }

  boolean isTag(int at, String tag) {
    return tag(at).equals(tag);
  }

  PersonMention person(int at) {
    return at < 0 || at >= keys.length ? null : personAt[at];
  }

  OrgMention org(int at) {
    return at < 0 || at >= keys.length ? null : orgAt[at];
  }

  TimeExpression time(int at) {
    if (at < 0 || at >= keys.length) {
      return null;
    }
    if (timeAt == null) {
      timeAt = new TimeExpression[keys.length];
      for (TimeExpression t : times.get()) {
        for (int i = t.firstToken(); i <= t.lastToken(); i++) {
          timeAt[i] = t;
        }
      }
    }
    return timeAt[at];
  }

  List<PersonMention> persons() {
    return persons;
  }

  List<OrgMention> orgs() {
    return orgs;
  }

  List<TimeExpression> times() {
    return times.get();
  }

  /** Whether it is a headline in which a capital means nothing. */
  boolean titleCased() {
    return titleCased;
  }

  /** Whether it is a headline or a heading. */
  boolean isLine() {
    return sentence.kind() == Sentence.Kind.TITLE || sentence.kind() == Sentence.Kind.HEADING;
  }

  boolean isCapital(int at) {
    return at >= 0 && at < keys.length && Character.isUpperCase(token(at).text().charAt(0));
  }

  boolean isPossessive(int at) {
    if (key(at).equals("'s")) {
      return !isTag(at, "AUX");
    }
    return key(at).equals("'") && (isTag(at, "PART") || key(at - 1).endsWith("s"));
  }

  boolean isNominal(int at) {
    return (NOMINAL.contains(tag(at)) && !key(at).equals("to")) || isPossessive(at);
  }

  boolean isVerb(int at) {
    return isTag(at, "VERB") || isTag(at, "AUX");
  }

  boolean isComma(int at) {
    return key(at).equals(",");
  }

  /** A dash, bracket, colon or semicolon. */
  boolean isBreak(int at) {
    return isTag(at, "PUNCT") && !isComma(at) && !isQuote(at) && !key(at).equals("'");
  }

  boolean isQuote(int at) {
    return key(at).equals("\"") || key(at).equals("''") || key(at).equals("``");
  }

  String text(int first, int last) {
    StringBuilder out = new StringBuilder();
    for (int i = first; i <= last; i++) {
      boolean gap = i > first && token(i).start() > token(i - 1).end();
      out.append(gap ? " " : "").append(token(i).text());
    }
    return out.toString();
  }

  private static boolean isTitleCased(Sentence sentence) {
    int words = 0;
    int capitals = 0;
    for (Token token : sentence.tokens()) {
      if (token.text().length() >= LEAST_WORD && Character.isLetter(token.text().charAt(0))) {
        words++;
        capitals += Character.isUpperCase(token.text().charAt(0)) ? 1 : 0;
      }
    }
    boolean line =
        sentence.kind() == Sentence.Kind.TITLE || sentence.kind() == Sentence.Kind.HEADING;
    boolean stopped = !line && !sentence.tokens().isEmpty() && sentence.text().endsWith(".");
    return words > 2 && capitals * 10 > words * (line ? 6 : 8) && !stopped;
  }
}
