package io.newsledger.extraction.reference;

import io.newsledger.extraction.text.Sentence;
import io.newsledger.extraction.text.Token;
import java.util.List;
import java.util.Set;

/** Judges whether an ambiguous name means the entity, by the words around it. */
final class Cues {
  private static final Set<String> BEHIND =
      words(
          """
          ceo cto cfo coo cmo chief founder founders co cofounder cofounders president
          chairman chairwoman chair executive executives exec execs boss engineer
          engineers researcher researchers scientist scientists employee employees staff
          staffer staffers spokesperson spokeswoman spokesman investor investors users
          subscribers customers says said announced announces raised raises hired hires
          acquired acquires launched launches inc ltd corp llc gmbh app team lab labs
          startup maker valuation revenue expects forecast forecasts posted posts reported
          reports generated projects guided serves
          """);
  private static final Set<String> BEFORE =
      words(
          """
          startup startups company firm unicorn maker developer lab rival rivals
          competitor app platform chatbot assistant join joined joins joining rejoined
          rejoins left leaves leaving quit quits departed exited acquire acquired acquires
          acquiring founded cofounded invested backed called named
          """);

  /** Capitalised words that stand beside a name without being part of it. */
  private static final Set<String> BESIDE =
      words(
          """
          chairman engineer researcher vp vice director head enterprise desktop live advanced
          for and api president executive
          january february march april may june july august september october november december
          monday tuesday wednesday thursday friday saturday sunday
          american british canadian chinese dutch european french german indian israeli japanese
          korean swedish swiss
          """);

  /** What no name is tagged, however unsure the tagger. */
  private static final Set<String> OTHER_TAGS = Set.of("VERB", "AUX", "ADV", "ADJ", "DET", "PRON");

  private static final Set<String> PREFIXES = Set.of("ex", "former", "then", "anti", "pro");
  private static final int TITLE_CASE_PERCENT = 66;
  private static final int LEAST_WORDS = 4;

  private final Sentence sentence;
  private final List<Piece> text;
  private Boolean everyWordCapitalised;

  Cues(Sentence sentence, List<Piece> text) {
    this.sentence = sentence;
    this.text = text;
  }

  /**
   * Whether a name at these pieces means its entity.
   *
   * @param form the name
   * @param supported whether the article names the entity unmistakably elsewhere
   * @param knownBefore whether the piece before ends another known name
   * @param knownBehind whether the piece behind starts another known name
   */
  boolean accept(
      NameForm form,
      int start,
      int end,
      boolean supported,
      boolean knownBefore,
      boolean knownBehind) {
    Name.Ambiguity ambiguity = form.name().ambiguity();
    if (ambiguity == Name.Ambiguity.NONE) {
      return true;
    }
    boolean longer =
        !everyWordCapitalised()
            && ((!knownBefore && partOfLongerName(start - 1, start))
                || (!knownBehind && mayBeFirst(form) && partOfLongerName(end, end)));
    if (ambiguity == Name.Ambiguity.SHARED) {
      return !longer;
    }
    if (!text.get(start).startsUpper() || hangsOnAnotherWord(start)) {
      return false;
    }
    if (strong(start, end)) {
      return !longer || supported;
    }
    boolean capitalAmongLowerCase =
        !everyWordCapitalised()
            && !startsClause(start)
            && (supported || !OTHER_TAGS.contains(tag(start)));
    boolean numbered = end < text.size() && text.get(end).isNumber();
    boolean properNoun = supported && "PROPN".equals(tag(start));
    return !longer && !numbered && (properNoun || capitalAmongLowerCase);
  }

  private boolean everyWordCapitalised() {
    if (everyWordCapitalised == null) {
      everyWordCapitalised = titleCased(text);
    }
    return everyWordCapitalised;
  }

  /** "STRONG-ARM" is no company, "ex-Scale" is. */
  private boolean hangsOnAnotherWord(int start) {
    return text.get(start).before() != Piece.Join.APART
        && start > 0
        && !PREFIXES.contains(text.get(start - 1).key());
  }

  /** Products have given names (Claude Monet), companies family names (Ford Mustang). */
  private static boolean mayBeFirst(NameForm form) {
    return form.name().ambiguity() == Name.Ambiguity.WORD
        || form.entity().kind() == EntityMention.Kind.PRODUCT;
  }

  /** Words that only a company's or product's name would have beside it. */
  private boolean strong(int start, int end) {
    if (possessive(end)) {
      return true;
    }
    if (end < text.size() && !text.get(end).isSign() && BEHIND.contains(text.get(end).key())) {
      return true;
    }
    return start > 0 && BEFORE.contains(text.get(start - 1).key());
  }

  private boolean possessive(int end) {
    return end + 1 < text.size()
        && text.get(end).text().equals("'")
        && text.get(end + 1).key().equals("s");
  }

  /**
   * Whether a neighbour and the name are words of one longer name (Harrison Ford, Claude Monet).
   */
  private boolean partOfLongerName(int neighbour, int joint) {
    if (neighbour < 0 || neighbour >= text.size() || joint >= text.size()) {
      return false;
    }
    Piece piece = text.get(neighbour);
    if (!piece.isWord() || !piece.startsUpper() || (piece.isUpper() && piece.text().length() > 1)) {
      return false;
    }
    if (text.get(joint).before() != Piece.Join.APART) {
      return false;
    }
    if (BESIDE.contains(piece.key())
        || BEHIND.contains(piece.key())
        || BEFORE.contains(piece.key())
        || "ADP".equals(tag(neighbour))
        || "DET".equals(tag(neighbour))) {
      return false;
    }
    return "PROPN".equals(tag(neighbour));
  }

  private boolean startsClause(int at) {
    if (at == 0) {
      return true;
    }
    String before = text.get(at - 1).text();
    return text.get(at - 1).isSign() && ".:!?\"*#-|".contains(before);
  }

  private String tag(int at) {
    Token token = sentence.tokens().get(text.get(at).token());
    return token.tag() == null ? "" : token.tag();
  }

  private static boolean titleCased(List<Piece> text) {
    int words = 0;
    int capitalised = 0;
    for (Piece piece : text) {
      if (piece.isWord() && piece.text().length() > 2) {
        words++;
        capitalised += piece.startsUpper() ? 1 : 0;
      }
    }
    return words >= LEAST_WORDS && capitalised * 100 >= words * TITLE_CASE_PERCENT;
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }
}
