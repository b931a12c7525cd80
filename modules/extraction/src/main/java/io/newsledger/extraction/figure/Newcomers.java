package io.newsledger.extraction.figure;

import io.newsledger.extraction.people.People;
import io.newsledger.extraction.people.PeopleFinder;
import io.newsledger.extraction.people.Person;
import io.newsledger.extraction.phrase.Lines;
import io.newsledger.extraction.reference.EntityMention;
import io.newsledger.extraction.text.Document;
import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds firms that the reference data has never heard of, where an article itself tells that they
 * are firms: the startup A; A, a maker of; A raised $5 million; A's chief executive. Immutable.
 */
final class Newcomers {
  private static final String FIELD = " AI";
  private static final int LONGEST_NAME = 3;
  private static final int LONGEST_APPOSITION = 9;
  private static final int LEAST_LETTERS = 3;
  private static final int LEAST_WORDS = 6;
  private static final int LEAST_TELLINGS = 2;

  /** Tags of words that open sentences and are no names; rare names are tagged as anything else. */
  private static final Set<String> CLOSED =
      Set.of("DET", "ADP", "PRON", "AUX", "CCONJ", "SCONJ", "ADV", "PUNCT", "PART", "INTJ");

  /** Kinds of words in the list of those that are no names of people, nor of firms. */
  private static final Set<String> NO_NAME = Set.of("word", "title", "place", "time", "honorific");

  private final Map<String, Set<String>> words = new HashMap<>();
  private final Set<String> ordinary = new HashSet<>();

  private Newcomers() {}

  /** Reads the words that tell firms. */
  static Newcomers load() {
    Newcomers newcomers = new Newcomers();
    for (List<String> row : Lines.columns(Newcomers.class, "newcomers.tsv")) {
      newcomers
          .words
          .computeIfAbsent(row.get(0), k -> new HashSet<>())
          .addAll(List.of(row.get(1).split(" ", -1)));
    }
    for (List<String> row : Lines.columns(PeopleFinder.class, "not-names.tsv")) {
      if (NO_NAME.contains(row.get(0))) {
        newcomers.ordinary.addAll(List.of(row.get(1).split(" ", -1)));
      }
    }
    return newcomers;
  }

  /**
   * The mentions of an article with those of its newcomers, one list for each sentence, each in
   * reading order.
   */
  List<List<EntityMention>> with(
      Document document, List<List<EntityMention>> known, People people) {
    Set<String> persons = new HashSet<>();
    for (Person person : people.persons()) {
      persons.addAll(List.of(person.name().split(" ", -1)));
    }
    Set<String> names = new HashSet<>();
    for (Sentence sentence : document.sentences()) {
      if (sentence.kind() == Sentence.Kind.TITLE) {
        List<EntityMention> here = known.get(sentence.index());
        new Search(sentence, here, persons)
            .headlined()
            .filter(n -> isTold(document, n))
            .ifPresent(names::add);
      }
      new Search(sentence, known.get(sentence.index()), persons).introduced(names);
    }
    if (names.isEmpty()) {
      return known;
    }
    Map<String, String> whole = new HashMap<>();
    names.forEach(name -> whole.put(name, whole(document, name)));
    List<List<EntityMention>> all = new ArrayList<>(known.size());
    for (Sentence sentence : document.sentences()) {
      List<EntityMention> here = known.get(sentence.index());
      all.add(new Search(sentence, here, persons).named(whole));
    }
    return all;
  }

  /** A name as the article prints it in full: Moor AI, for Moor. */
  private static String whole(Document document, String name) {
    String full = name + FIELD;
    return !name.endsWith(FIELD) && document.sentences().stream().anyMatch(s -> stands(s, full))
        ? full
        : name;
  }

  /** Whether a name stands in the text itself, not only in headlines. */
  private static boolean isTold(Document document, String name) {
    long times =
        document.sentences().stream()
            .filter(s -> s.kind() == Sentence.Kind.PROSE && stands(s, name))
            .limit(LEAST_TELLINGS)
            .count();
    return times == LEAST_TELLINGS;
  }

  private static boolean stands(Sentence sentence, String name) {
    int at = sentence.text().indexOf(name);
    int end = at + name.length();
    return at >= 0
        && (end == sentence.text().length() || !Character.isLetter(sentence.text().charAt(end)));
  }

  private boolean is(String kind, String word) {
    return words.getOrDefault(kind, Set.of()).contains(word);
  }

  /** One sentence in work. */
  private final class Search {
    private final List<Token> tokens;
    private final List<EntityMention> known;
    private final boolean[] taken;
    private final Set<String> persons;
    private final boolean line;

    Search(Sentence sentence, List<EntityMention> known, Set<String> persons) {
      this.tokens = sentence.tokens();
      this.known = known;
      this.persons = persons;
      this.taken = new boolean[tokens.size()];
      for (EntityMention mention : known) {
        for (int i = mention.first(); i <= mention.last(); i++) {
          taken[i] = true;
        }
      }
      this.line =
          sentence.kind() == Sentence.Kind.TITLE
              || sentence.kind() == Sentence.Kind.HEADING
              || isTitleCased();
    }

    /** Whether most words have capitals, so that a capital means nothing. */
    private boolean isTitleCased() {
      int words = 0;
      int capitals = 0;
      for (Token token : tokens) {
        if (token.text().length() > LEAST_LETTERS && Character.isLetter(token.text().charAt(0))) {
          words++;
          capitals += Character.isUpperCase(token.text().charAt(0)) ? 1 : 0;
        }
      }
      return words >= LEAST_WORDS && 3 * capitals > 2 * words;
    }

    /** Adds the names that the sentence tells to be those of firms. */
    void introduced(Set<String> names) {
      if (line) {
        return;
      }
      for (int first = 0; first < tokens.size(); first++) {
        int end = endOfName(first);
        if (end < 0) {
          continue;
        }
        if (isFirm(first, end) && (isThing(end) || !isOfPerson(first, end))) {
          names.add(text(first, end));
        }
        first = end;
      }
    }

    /** The name that a headline opens with, where it tells news of a firm: A raises $5 million. */
    Optional<String> headlined() {
      int end = 1;
      while (end <= LONGEST_NAME && isCapital(end) && !is("news", key(end))) {
        end++;
      }
      boolean name = end <= LONGEST_NAME && end < tokens.size() && is("news", key(end));
      for (int i = 0; i < end && name; i++) {
        boolean word = ordinary.contains(key(i)) && !(i > 0 && is("suffix", key(i)));
        name = !taken[i] && isCapital(i) && !word && !persons.contains(tokens.get(i).text());
      }
      return name && !CLOSED.contains(tokens.get(0).tag())
          ? Optional.of(text(0, end))
          : Optional.empty();
    }

    /** The mentions of the sentence with those of names, each with the name in full. */
    List<EntityMention> named(Map<String, String> names) {
      List<EntityMention> all = new ArrayList<>(known);
      for (int first = 0; first < tokens.size(); first++) {
        for (int end = Math.min(tokens.size(), first + LONGEST_NAME); end > first; end--) {
          String name = text(first, end);
          String whole = names.get(name);
          if (whole != null && isFree(first, end)) {
            EntityMention.Kind kind = EntityMention.Kind.ORGANISATION;
            all.add(new EntityMention(first, end - 1, kind, whole, whole, null));
            first = end - 1;
            break;
          }
        }
      }
      all.sort(Comparator.comparingInt(EntityMention::first));
      return all;
    }

    private boolean isFree(int first, int end) {
      for (int i = first; i < end; i++) {
        if (taken[i]) {
          return false;
        }
      }
      boolean longer = isCapital(first - 1) && first > 1 && !is("noun", key(first - 1));
      return !longer || taken[first - 1];
    }

    /** Behind the name that begins at a place, or -1. */
    private int endOfName(int first) {
      boolean inside = isCapital(first - 1) && !taken[first - 1] && isPart(first - 1);
      if (inside || !isPart(first)) {
        return -1;
      }
      int end = first + 1;
      while (isPart(end)) {
        end++;
      }
      boolean whole = end >= tokens.size() || !isCapital(end) || taken[end] || is("post", key(end));
      boolean bare = end - first == 1 && is("suffix", key(first));
      return whole && !bare && end - first <= LONGEST_NAME ? end : -1;
    }

    private boolean isPart(int at) {
      if (at < 0 || at >= tokens.size() || taken[at] || !isCapital(at)) {
        return false;
      }
      String text = tokens.get(at).text();
      boolean opens = at == 0 || CLOSED.contains(tokens.get(at - 1).tag());
      return !(opens && CLOSED.contains(tokens.get(at).tag()))
          && text.length() >= LEAST_LETTERS
          && Character.isLetter(text.charAt(text.length() - 1))
          && text.indexOf('-') < 0
          && (!ordinary.contains(key(at)) || (!opens && is("suffix", key(at))))
          && !is("post", key(at))
          && !is("noun", key(at));
    }

    private boolean isCapital(int at) {
      return at >= 0
          && at < tokens.size()
          && Character.isUpperCase(tokens.get(at).text().codePointAt(0));
    }

    private boolean isOfPerson(int first, int end) {
      for (int i = first; i < end; i++) {
        if (persons.contains(tokens.get(i).text()) && !is("suffix", key(end - 1))) {
          return true;
        }
      }
      return false;
    }

    private boolean isFirm(int first, int end) {
      boolean described = first > 0 && is("noun", key(first - 1)) && !isPossessive(end);
      return described
          || isInserted(first, end)
          || isApposition(end)
          || isStated(end)
          || hasPost(end)
          || raises(end)
          || (is("suffix", key(end - 1)) && end - first > 1 && is("verb", key(end)));
    }

    /** Whether what stands behind a name goes with no person: A, which; A raised $5 million. */
    private boolean isThing(int end) {
      boolean which = key(end).equals(",") && key(end + 1).equals("which");
      boolean firm = key(end).equals(",") && isArticle(end + 1) && isDescription(end + 2, "firm");
      return which || firm || raises(end);
    }

    /** The startup, A, has. */
    private boolean isInserted(int first, int end) {
      return key(first - 1).equals(",") && key(end).equals(",") && is("firm", key(first - 2));
    }

    /** A, a Berlin maker of; A, which sells. */
    private boolean isApposition(int end) {
      if (!key(end).equals(",")) {
        return false;
      }
      if (key(end + 1).equals("which")) {
        return is("verb", key(end + 2));
      }
      return isArticle(end + 1) && isDescription(end + 2, "noun");
    }

    /** A is a maker of. */
    private boolean isStated(int end) {
      boolean be = key(end).equals("is") || key(end).equals("was");
      return be && isArticle(end + 1) && isDescription(end + 2, "noun");
    }

    private boolean isArticle(int at) {
      return key(at).equals("a") || key(at).equals("an") || key(at).equals("the");
    }

    /** Whether the noun phrase that begins at a place is about a firm. */
    private boolean isDescription(int from, String kind) {
      for (int i = from; i < Math.min(tokens.size(), from + LONGEST_APPOSITION); i++) {
        boolean inner = i + 1 < tokens.size() && isNominal(i + 1);
        if (is(kind, key(i)) && !inner) {
          return true;
        }
        if (!isNominal(i) && !key(i).equals("-")) {
          return false;
        }
      }
      return false;
    }

    private boolean isNominal(int at) {
      return switch (tokens.get(at).tag()) {
        case "NOUN", "PROPN", "ADJ", "NUM", "SYM" -> true;
        case "VERB" -> key(at).endsWith("ing") || key(at).endsWith("ed");
        default -> taken[at];
      };
    }

    /** A's chief executive; A CEO; A's customers. */
    private boolean hasPost(int end) {
      return isPossessive(end)
          ? is("post", key(end + 1)) || is("asset", key(end + 1))
          : is("post", key(end));
    }

    private boolean isPossessive(int at) {
      return key(at).equals("'s") || key(at).equals("'");
    }

    /** A raised $5 million. */
    private boolean raises(int end) {
      int at = key(end).equals("has") ? end + 1 : end;
      return is("raise", key(at)) && (key(at + 1).equals("$") || key(at + 1).equals("€"));
    }

    private String key(int at) {
      return at < 0 || at >= tokens.size() ? "" : tokens.get(at).text().toLowerCase(Locale.ROOT);
    }

    private String text(int first, int end) {
      StringBuilder text = new StringBuilder(tokens.get(first).text());
      for (int i = first + 1; i < end; i++) {
        text.append(' ').append(tokens.get(i).text());
      }
      return text.toString();
    }
  }
}
