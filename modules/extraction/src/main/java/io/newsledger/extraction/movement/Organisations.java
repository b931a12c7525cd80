package io.newsledger.extraction.movement;

import io.newsledger.extraction.people.People;
import io.newsledger.extraction.people.PersonMention;
import io.newsledger.extraction.reference.Entity;
import io.newsledger.extraction.reference.EntityMention;
import io.newsledger.extraction.reference.Gazetteer;
import io.newsledger.extraction.reference.Sector;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The organisations of one article: known ones, abbreviations that it explains, and definite
 * descriptions ("the company") of what was named before.
 */
final class Organisations {
  private static final Set<String> DEFINITE = Set.of("the", "this", "that", "his", "her", "their");
  private static final int LONGEST_DESCRIPTION = 5;
  private static final int NEAR = 2;
  private static final int TITLE_WEIGHT = 3;

  private final Words words;
  private final Map<String, Sector> sectors;
  private final Document document;
  private final List<List<OrgMention>> known = new ArrayList<>();
  private final List<List<OrgMention>> coined = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, OrgMention> abbreviations = new HashMap<>();
  private final String main;

  Organisations(
      Words words,
      Map<String, Sector> sectors,
      Document document,
      List<List<EntityMention>> entities,
      People people) {
    this.words = words;
    this.sectors = sectors;
    this.document = document;
    Introduced introduced =
        new Introduced(
            words,
            document,
            (s, i) -> entities.get(s).stream().anyMatch(e -> e.first() <= i && i <= e.last()),
            (s, i) -> people.in(s).stream().anyMatch(p -> p.first() <= i && i <= p.last()));
    for (Sentence sentence : document.sentences()) {
      List<OrgMention> here = introduced.in(sentence);
      coined.add(here);
      known.add(known(sentence, entities.get(sentence.index()), here));
    }
    String best = null;
    for (List<OrgMention> mentions : known) {
      for (OrgMention o : mentions) {
        boolean more = best == null || counts.get(o.organisation()) > counts.get(best);
        if (!isBystander(o.organisation()) && more) {
          best = o.organisation();
        }
      }
    }
    main = best;
  }

  /** What the organisations of the reference data are. */
  static Map<String, Sector> sectors(Gazetteer gazetteer) {
    return gazetteer.entities().stream()
        .filter(e -> e.sector() != null)
        .collect(Collectors.toUnmodifiableMap(Entity::name, Entity::sector));
  }

  /** The organisation that the article names most, or null. */
  String main() {
    return main;
  }

  /** The mentions of persons in a sentence, without what the article introduces as a firm. */
  List<PersonMention> persons(Sentence sentence, People people) {
    List<OrgMention> firms = coined.get(sentence.index());
    return people.in(sentence.index()).stream()
        .filter(p -> firms.stream().noneMatch(o -> o.first() <= p.last() && p.first() <= o.last()))
        .toList();
  }

  /** The mentions of a sentence, in order. */
  List<OrgMention> in(Sentence sentence, List<PersonMention> persons) {
    List<OrgMention> here = known.get(sentence.index());
    List<OrgMention> all = new ArrayList<>(here);
    List<Token> tokens = sentence.tokens();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (key(tokens, i).equals("it")) {
        OrgMention speaker = speaker(tokens, here, i);
        String it = speaker == null ? meant(sentence.index(), i) : speaker.organisation();
        if (it != null && tokens.get(i).tag().equals("PRON")) {
          all.add(new OrgMention(i, i, it, null, OrgMention.Form.DEFINITE));
        }
        continue;
      }
      if (DEFINITE.contains(key(tokens, i)) || isOwner(tokens, persons, i)) {
        int end = description(tokens, i + 1, here, persons);
        String meant = end < 0 ? null : meant(sentence.index(), i);
        if (meant != null) {
          all.add(new OrgMention(i, end, meant, null, OrgMention.Form.DEFINITE));
          i = end;
        }
      }
    }
    all.sort(Comparator.comparingInt(OrgMention::first));
    return all;
  }

  /** "A said (that) it": A. */
  private OrgMention speaker(List<Token> tokens, List<OrgMention> here, int it) {
    int verb = it > 0 && tokens.get(it - 1).is("that") ? it - 2 : it - 1;
    if (verb < 1 || !words.is("speech", key(tokens, verb))) {
      return null;
    }
    return here.stream().filter(o -> o.last() == verb - 1).findFirst().orElse(null);
  }

  /** "X's (AI startup)". */
  private static boolean isOwner(List<Token> tokens, List<PersonMention> persons, int at) {
    return key(tokens, at).equals("'s") && persons.stream().anyMatch(p -> p.last() == at - 1);
  }

  private List<OrgMention> known(
      Sentence sentence, List<EntityMention> entities, List<OrgMention> introduced) {
    List<OrgMention> found = new ArrayList<>();
    List<Token> tokens = sentence.tokens();
    for (EntityMention e : entities) {
      OrgMention org =
          new OrgMention(e.first(), e.last(), e.organisation(), e.unit(), OrgMention.Form.KNOWN);
      found.add(org);
      int next = e.last() + 1;
      boolean abbreviated =
          next + 2 < tokens.size()
              && tokens.get(next).is("(")
              && tokens.get(next + 2).is(")")
              && isCapitals(tokens.get(next + 1).text());
      if (abbreviated) {
        abbreviations.put(tokens.get(next + 1).text(), org);
      }
    }
    for (int i = 0; i < tokens.size(); i++) {
      int at = i;
      OrgMention meant = abbreviations.get(tokens.get(i).text());
      boolean free = found.stream().noneMatch(o -> o.first() <= at && at <= o.last());
      if (meant != null && free) {
        found.add(new OrgMention(i, i, meant.organisation(), meant.unit(), OrgMention.Form.KNOWN));
      }
    }
    for (OrgMention name : introduced) {
      if (found.stream().noneMatch(o -> o.first() <= name.last() && name.first() <= o.last())) {
        found.add(name);
      }
    }
    found.sort(Comparator.comparingInt(OrgMention::first));
    int weight = sentence.kind() == Sentence.Kind.TITLE ? TITLE_WEIGHT : 1;
    for (OrgMention o : found) {
      boolean aside = isAside(tokens, o);
      counts.merge(o.organisation(), aside ? 0 : weight, Integer::sum);
    }
    return List.copyOf(found);
  }

  /** "posted on X", "former Google people": named without being what is told of. */
  private boolean isAside(List<Token> tokens, OrgMention org) {
    String before = org.first() == 0 ? "" : key(tokens, org.first() - 1);
    return before.equals("on") || before.equals("via") || words.is("former", before);
  }

  private static boolean isCapitals(String text) {
    return text.length() >= 2 && text.chars().allMatch(Character::isUpperCase);
  }

  /** Whether a word for a kind of organisation is near: looking costs less than tagging. */
  private boolean namesKind(List<Token> tokens, int from) {
    for (int i = from; i < tokens.size() && i < from + LONGEST_DESCRIPTION; i++) {
      if (words.is("firm", key(tokens, i))) {
        return true;
      }
    }
    return false;
  }

  /** Where "the AI startup" ends, or -1 if it is no such description. */
  private int description(
      List<Token> tokens, int from, List<OrgMention> here, List<PersonMention> persons) {
    if (!namesKind(tokens, from)) {
      return -1;
    }
    for (int i = from; i < tokens.size() && i < from + LONGEST_DESCRIPTION; i++) {
      int at = i;
      boolean taken =
          here.stream().anyMatch(o -> o.first() <= at && at <= o.last())
              || persons.stream().anyMatch(p -> p.first() <= at && at <= p.last());
      String tag = tokens.get(i).tag();
      boolean nominal = tag.equals("NOUN") || tag.equals("ADJ") || tag.equals("PROPN");
      if (taken || !nominal) {
        return -1;
      }
      boolean more =
          i + 1 < tokens.size()
              && (tokens.get(i + 1).tag().equals("NOUN")
                  || tokens.get(i + 1).tag().equals("PROPN"));
      if (!more && words.is("firm", key(tokens, i))) {
        return i;
      }
    }
    return -1;
  }

  /** Of what was named just before a token, what the article names most; or null. */
  String meant(int sentence, int at) {
    String best = null;
    for (int s = sentence; s >= 0 && s >= sentence - NEAR; s--) {
      for (OrgMention o : known.get(s)) {
        boolean before = s < sentence || o.last() < at;
        boolean more = best == null || counts.get(o.organisation()) > counts.get(best);
        boolean aside = isAside(document.sentences().get(s).tokens(), o);
        if (before && more && !aside && !isBystander(o.organisation())) {
          best = o.organisation();
        }
      }
    }
    return best == null ? main : best;
  }

  /** The nearest organisation named before a token that is not a given one, or null. */
  String other(int sentence, int at, String not) {
    for (int s = sentence; s >= 0 && s >= sentence - NEAR; s--) {
      List<Token> tokens = document.sentences().get(s).tokens();
      for (int i = known.get(s).size() - 1; i >= 0; i--) {
        OrgMention o = known.get(s).get(i);
        boolean before = s < sentence || o.last() < at;
        boolean other = !o.organisation().equals(not) && !isBystander(o.organisation());
        if (before && other && !isAside(tokens, o)) {
          return o.organisation();
        }
      }
    }
    return null;
  }

  /** Whether an organisation is mostly cited or paid by, not worked for. */
  boolean isBystander(String organisation) {
    Sector sector = sectors.get(organisation);
    String key = organisation.toLowerCase(Locale.ROOT).replace(' ', '-');
    boolean cited =
        sector == Sector.MEDIA || sector == Sector.INVESTOR || words.is("credited", key);
    return cited && !isInTitle(organisation);
  }

  /** Whether the headline names what the article names most. */
  boolean isAbout() {
    return main != null && isInTitle(main);
  }

  /** Whether the headline names an organisation. */
  boolean isInTitle(String organisation) {
    return !known.isEmpty()
        && document.sentences().get(0).kind() == Sentence.Kind.TITLE
        && known.get(0).stream().anyMatch(o -> o.organisation().equals(organisation));
  }

  /** How often the article names an organisation; more for the headline, nothing for asides. */
  int count(String organisation) {
    return counts.getOrDefault(organisation, 0);
  }

  /** What an organisation of the reference data is; "none" for others. */
  String sector(String organisation) {
    Sector sector = sectors.get(organisation);
    return sector == null ? "none" : sector.name();
  }

  /** Whether an organisation publishes the article. */
  boolean isPublisher(String organisation) {
    String source = document.article().source();
    return source != null && source.equalsIgnoreCase(organisation);
  }

  /** Whether an organisation publishes news. */
  boolean isMedia(String organisation) {
    return sectors.get(organisation) == Sector.MEDIA;
  }

  private static String key(List<Token> tokens, int at) {
    return tokens.get(at).text().toLowerCase(Locale.ROOT);
  }
}
