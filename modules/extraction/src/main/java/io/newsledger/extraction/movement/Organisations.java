package io.newsledger.extraction.movement;

import io.newsledger.extraction.people.PersonMention;
import io.newsledger.extraction.reference.Entity;
import io.newsledger.extraction.reference.EntityMention;
import io.newsledger.extraction.reference.Gazetteer;
import io.newsledger.extraction.reference.Sector;
import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The organisations of one article in reading order: known ones, and definite descriptions ("the
 * company") of what was named before.
 */
final class Organisations {
  private static final Set<String> DEFINITE = Set.of("the", "this", "that");
  private static final int LONGEST_DESCRIPTION = 4;

  private final Words words;
  private final Map<String, Sector> sectors;
  private String focus;

  /** What an article starts with: nothing named yet. */
  Organisations(Words words, Map<String, Sector> sectors) {
    this.words = words;
    this.sectors = sectors;
  }

  static Map<String, Sector> sectors(Gazetteer gazetteer) {
    return gazetteer.entities().stream()
        .filter(e -> e.sector() != null)
        .collect(Collectors.toUnmodifiableMap(Entity::name, Entity::sector));
  }

  /** The mentions of the next sentence, in order. */
  List<OrgMention> next(
      Sentence sentence, List<EntityMention> entities, List<PersonMention> persons) {
    List<OrgMention> known = new ArrayList<>();
    for (EntityMention e : entities) {
      known.add(
          new OrgMention(e.first(), e.last(), e.organisation(), e.unit(), OrgMention.Form.KNOWN));
    }
    List<OrgMention> all = new ArrayList<>(known);
    List<Token> tokens = sentence.tokens();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (DEFINITE.contains(key(tokens, i))) {
        int end = description(tokens, i + 1, known, persons);
        String meant = end < 0 ? null : meant(known, i);
        if (meant != null) {
          all.add(new OrgMention(i, end, meant, null, OrgMention.Form.DEFINITE));
          i = end;
        }
      }
    }
    all.sort(Comparator.comparingInt(OrgMention::first));
    known.stream()
        .filter(o -> !isBystander(o.organisation()))
        .findFirst()
        .ifPresent(o -> focus = o.organisation());
    return all;
  }

  /** Where "the AI startup" ends, or -1 if it is no such description. */
  private int description(
      List<Token> tokens, int from, List<OrgMention> known, List<PersonMention> persons) {
    for (int i = from; i < tokens.size() && i < from + LONGEST_DESCRIPTION; i++) {
      int at = i;
      boolean taken =
          known.stream().anyMatch(o -> o.first() <= at && at <= o.last())
              || persons.stream().anyMatch(p -> p.first() <= at && at <= p.last());
      String tag = tokens.get(i).tag();
      boolean nominal = tag.equals("NOUN") || tag.equals("ADJ") || tag.equals("PROPN");
      if (taken || !nominal) {
        return -1;
      }
      boolean lastNoun =
          i + 1 == tokens.size()
              || !(tokens.get(i + 1).tag().equals("NOUN")
                  || tokens.get(i + 1).tag().equals("PROPN"));
      if (lastNoun && words.is("firm", key(tokens, i))) {
        return i;
      }
    }
    return -1;
  }

  private String meant(List<OrgMention> known, int at) {
    String here = null;
    for (OrgMention o : known) {
      if (o.last() < at && !isBystander(o.organisation()) && here == null) {
        here = o.organisation();
      }
    }
    return here == null ? focus : here;
  }

  /** Whether an organisation is mostly cited or paid by, not worked for. */
  boolean isBystander(String organisation) {
    Sector sector = sectors.get(organisation);
    return sector == Sector.MEDIA || sector == Sector.INVESTOR;
  }

  private static String key(List<Token> tokens, int at) {
    return tokens.get(at).text().toLowerCase(Locale.ROOT);
  }
}
