package io.newsledger.extraction.people;

import io.newsledger.extraction.people.PersonMention.Form;
import io.newsledger.extraction.reference.EntityMention;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.text.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the persons of an article and every place that means them. Immutable. */
public final class PeopleFinder {
  private static final Set<String> KIN =
      Set.of("siblings", "brothers", "sisters", "twins", "couple", "spouses");

  private final Names names;

  private PeopleFinder(Names names) {
    this.names = names;
  }

  /** Reads the word lists. */
  public static PeopleFinder load() {
    return new PeopleFinder(Names.load());
  }

  /**
   * Finds persons.
   *
   * @param entities known organisations and products, one list for each sentence; what they cover
   *     is no person
   */
  public People find(Document document, List<List<EntityMention>> entities) {
    return new Search(document, entities).run();
  }

  private static final class Found {
    final NameKey key;
    final String name;
    final Set<String> aliases = new LinkedHashSet<>();
    int lastSeen;

    Found(NameKey key, String name) {
      this.key = key;
      this.name = name;
    }
  }

  private final class Search {
    private final Document document;
    private final List<List<NameRun>> runs = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private final Map<Found, Person> persons = new HashMap<>();

    Search(Document document, List<List<EntityMention>> entities) {
      this.document = document;
      for (Sentence sentence : document.sentences()) {
        runs.add(new NameRuns(names, sentence, entities.get(sentence.index())).find());
      }
    }

    People run() {
      for (List<NameRun> inSentence : runs) {
        for (NameRun run : inSentence) {
          if (run.isFull() && run.trusted()) {
            register(text(run));
          }
          registerKin(run);
        }
      }
      if (found.isEmpty()) {
        return new People(List.of(), Collections.nCopies(runs.size(), List.of()));
      }
      for (Found f : found) {
        persons.put(f, new Person(f.name, List.copyOf(f.aliases)));
      }
      List<List<PersonMention>> mentions = new ArrayList<>();
      for (List<NameRun> inSentence : runs) {
        List<PersonMention> here = new ArrayList<>();
        for (NameRun run : inSentence) {
          mention(run, here);
        }
        mentions.add(here);
      }
      List<Person> inOrder = found.stream().map(persons::get).toList();
      return new Pronouns(document).resolve(new People(inOrder, mentions));
    }

    private void register(String name) {
      NameKey key = NameKey.of(name);
      if (key.parts().size() < 2) {
        return;
      }
      for (Found f : found) {
        if (f.key.isSamePerson(key)) {
          if (!f.name.equals(name)) {
            f.aliases.add(name);
          }
          return;
        }
      }
      found.add(new Found(key, name));
    }

    /** "Siblings Anna and Otto Muster": the family name counts for both. */
    private void registerKin(NameRun run) {
      List<Token> tokens = document.sentences().get(run.sentence()).tokens();
      boolean single = !run.isFull() && run.first() > 0 && run.last() + 2 < tokens.size();
      if (!single
          || !tokens.get(run.last() + 1).is("and")
          || !KIN.contains(tokens.get(run.first() - 1).text().toLowerCase(java.util.Locale.ROOT))) {
        return;
      }
      for (NameRun other : runs.get(run.sentence())) {
        if (other.first() == run.last() + 2 && other.isFull()) {
          register(text(run) + " " + tokens.get(other.last()).text());
        }
      }
    }

    private void mention(NameRun run, List<PersonMention> here) {
      NameKey key = NameKey.of(text(run));
      Found match = null;
      if (run.isFull()) {
        for (Found f : found) {
          if (f.key.isSamePerson(key)) {
            match = f;
            break;
          }
        }
      }
      boolean full = match != null;
      if (match == null && key.parts().size() <= 2) {
        match = byPart(key.last());
      }
      if (match != null) {
        match.lastSeen = run.sentence();
        Form form = full ? Form.FULL : Form.SHORT;
        here.add(new PersonMention(run.first(), run.last(), persons.get(match), form));
      }
    }

    /** Who goes by one name: by the family name before the given one, then by who came last. */
    private Found byPart(String part) {
      Found best = null;
      int bestRank = 0;
      for (Found f : found) {
        int rank = f.key.last().equals(part) ? 2 : f.key.has(part) ? 1 : 0;
        boolean better =
            rank > bestRank || (rank == bestRank && rank > 0 && best.lastSeen < f.lastSeen);
        if (better) {
          best = f;
          bestRank = rank;
        }
      }
      return best;
    }

    private String text(NameRun run) {
      List<Token> tokens = document.sentences().get(run.sentence()).tokens();
      StringBuilder text = new StringBuilder();
      for (int i = run.first(); i <= run.last(); i++) {
        Token token = tokens.get(i);
        boolean gap = i > run.first() && token.start() > tokens.get(i - 1).end();
        text.append(gap ? " " : "").append(token.text());
      }
      return text.toString();
    }
  }
}
