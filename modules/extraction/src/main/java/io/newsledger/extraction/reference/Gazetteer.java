package io.newsledger.extraction.reference;

import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds known organisations and products in text. Immutable. */
public final class Gazetteer {
  private final Map<String, List<NameForm>> byFirstPiece;
  private final CanonicalNames canonical;
  private final List<Entity> entities;
  private final String version;

  private Gazetteer(ReferenceData data) {
    entities = data.entities();
    version = data.version();
    canonical = new CanonicalNames(entities);
    byFirstPiece = new HashMap<>();
    for (Entity entity : entities) {
      entity.names().forEach(name -> index(NameForm.of(entity, name)));
    }
    for (String phrase : data.otherNames()) {
      index(NameForm.of(null, new Name(phrase, Name.Ambiguity.NONE)));
    }
    Comparator<NameForm> longestFirst = Comparator.comparingInt(f -> -f.pieces().size());
    byFirstPiece.values().forEach(forms -> forms.sort(longestFirst));
  }

  /**
   * Reads the data files on the class path.
   *
   * @throws IllegalStateException if one is missing or malformed; names file and line
   */
  public static Gazetteer load() {
    return new Gazetteer(ReferenceData.load());
  }

  /** Hash of the data that this gazetteer was made of, 16 hexadecimal digits. */
  public String version() {
    return version;
  }

  /** Everything it knows: organisations, units, products. */
  public List<Entity> entities() {
    return entities;
  }

  /**
   * The entity that goes by a name, whatever its case and legal form ("Alibaba Group Holding Ltd").
   * The name is taken to be one of an organisation or product; ambiguity does not matter here.
   */
  public Optional<Entity> byName(String name) {
    return canonical.find(name);
  }

  /** Mentions in one sentence, without what the rest of the article tells, in reading order. */
  public List<EntityMention> find(Sentence sentence) {
    return mentions(new Scan(sentence).run(Set.of()));
  }

  /**
   * Mentions in an article, one list for each sentence. A name that is also an ordinary word is
   * taken for the entity more readily where the article names the entity unmistakably elsewhere.
   */
  public List<List<EntityMention>> find(Document document) {
    Set<String> named = new HashSet<>();
    List<Scan> scans = new ArrayList<>(document.sentences().size());
    for (Sentence sentence : document.sentences()) {
      Scan scan = new Scan(sentence);
      for (Hit hit : scan.run(Set.of())) {
        named.add(hit.form.entity().name());
      }
      scans.add(scan);
    }
    List<List<EntityMention>> found = new ArrayList<>(scans.size());
    for (Scan scan : scans) {
      found.add(mentions(scan.metWord ? scan.run(named) : scan.hits));
    }
    return found;
  }

  private void index(NameForm form) {
    byFirstPiece.computeIfAbsent(form.pieces().get(0).key(), k -> new ArrayList<>()).add(form);
  }

  private static List<EntityMention> mentions(List<Hit> hits) {
    List<EntityMention> mentions = new ArrayList<>();
    for (Hit hit : hits) {
      int before = mentions.size() - 1;
      boolean sameToken = before >= 0 && mentions.get(before).last() >= hit.firstToken;
      if (!sameToken) {
        mentions.add(hit.mention());
      }
    }
    return List.copyOf(mentions);
  }

  /** A name that stands in a sentence; {@code generation} is null or the text behind a series. */
  private record Hit(NameForm form, int firstToken, int lastToken, String generation) {
    EntityMention mention() {
      Entity entity = form.entity();
      String name = generation == null ? entity.name() : generation;
      return new EntityMention(
          firstToken, lastToken, entity.kind(), name, entity.organisation(), entity.unit());
    }
  }

  /** One pass over one sentence: leftmost, longest, without overlap. */
  private final class Scan {
    private final List<Piece> text;
    private final Cues cues;
    private Set<String> named = Set.of();
    private List<Hit> hits = List.of();
    private int knownUpTo = -1;

    /** Whether a name stands there that is a word, too: then it counts what else is named. */
    private boolean metWord;

    Scan(Sentence sentence) {
      this.text = Piece.of(sentence);
      this.cues = new Cues(sentence, text);
    }

    /**
     * The names that stand in the sentence.
     *
     * @param support entities that the article names unmistakably
     */
    List<Hit> run(Set<String> support) {
      named = support;
      hits = new ArrayList<>();
      knownUpTo = -1;
      int at = 0;
      while (at < text.size()) {
        at = Math.max(longestAt(at), at + 1);
      }
      return hits;
    }

    /** Records the longest name that starts here; returns where it ends, or -1. */
    private int longestAt(int at) {
      if (!mayStart(at)) {
        return -1;
      }
      for (NameForm form : byFirstPiece.getOrDefault(text.get(at).key(), List.of())) {
        if (!form.standsAt(text, at)) {
          continue;
        }
        int end = end(form, at);
        if (end > 0 && accept(form, at, at + form.pieces().size())) {
          knownUpTo = end;
          if (form.entity() != null) {
            hits.add(hit(form, at, end));
          }
          return end;
        }
      }
      return -1;
    }

    private boolean mayStart(int at) {
      Piece.Join before = text.get(at).before();
      return before != Piece.Join.GLUED || at == 0;
    }

    /** Where the name with its generation ends, or -1 if what is glued to it makes it another. */
    private int end(NameForm form, int at) {
      int end = at + form.pieces().size();
      Entity entity = form.entity();
      if (entity != null && entity.series() != Entity.Series.NONE) {
        int generation = Generation.end(text, end);
        if (entity.series() == Entity.Series.NUMBERED_ONLY && generation == end) {
          return -1;
        }
        end = generation;
      }
      return mayEnd(end) ? end : -1;
    }

    private boolean mayEnd(int end) {
      if (end == text.size()) {
        return true;
      }
      Piece next = text.get(end);
      return switch (next.before()) {
        case APART -> true;
        case GLUED -> next.isSign();
        // "Alibaba-backed" speaks of another, "meta.com" is an address.
        case HYPHEN, STOP -> next.isNumber() || next.startsUpper();
      };
    }

    private boolean accept(NameForm form, int start, int end) {
      metWord |= form.name().ambiguity() == Name.Ambiguity.WORD;
      boolean supported = form.entity() != null && named.contains(form.entity().name());
      boolean knownBehind = end < text.size() && startsKnownName(end);
      return cues.accept(form, start, end, supported, knownUpTo == start, knownBehind);
    }

    private boolean startsKnownName(int at) {
      for (NameForm form : byFirstPiece.getOrDefault(text.get(at).key(), List.of())) {
        if (form.name().ambiguity() == Name.Ambiguity.NONE && form.standsAt(text, at)) {
          return true;
        }
      }
      return false;
    }

    private Hit hit(NameForm form, int at, int end) {
      int bare = at + form.pieces().size();
      String generation = end == bare ? null : withGeneration(form, bare, end);
      return new Hit(form, text.get(at).token(), text.get(end - 1).token(), generation);
    }

    private String withGeneration(NameForm form, int from, int end) {
      StringBuilder name = new StringBuilder(form.entity().name());
      for (Piece piece : text.subList(from, end)) {
        switch (piece.before()) {
          case APART -> name.append(' ');
          case HYPHEN -> name.append('-');
          case STOP -> name.append('.');
          case GLUED -> {}
        }
        name.append(piece.text());
      }
      return name.toString();
    }
  }
}
