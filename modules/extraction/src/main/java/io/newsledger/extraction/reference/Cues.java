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
          startup maker valuation revenue
          """);
  private static final Set<String> BEFORE =
      words(
          """
          startup startups company firm unicorn maker developer lab rival rivals
          competitor app platform chatbot assistant join joined joins joining rejoined
          rejoins left leaves leaving quit quits departed exited acquire acquired acquires
          acquiring founded cofounded invested backed called named
          """);
  private static final Set<String> ROLES =
      words(
          """
          ceo cto cfo coo chief founder president chairman executive engineer researcher
          vp vice director head team enterprise desktop live app advanced for and api inc
          corp ltd
          """);
  private static final int TITLE_CASE_PERCENT = 66;
  private static final int LEAST_WORDS = 4;

  private final Sentence sentence;
  private final List<Piece> text;
  private final boolean everyWordCapitalised;

  Cues(Sentence sentence, List<Piece> text) {
    this.sentence = sentence;
    this.text = text;
    this.everyWordCapitalised = titleCased(text);
  }

  /**
   * Whether a name at these pieces means its entity.
   *
   * @param supported whether the article names the entity unmistakably elsewhere
   * @param knownBefore whether the piece before ends another known name
   * @param knownBehind whether the piece behind starts another known name
   */
  boolean accept(
      Name.Ambiguity ambiguity,
      int start,
      int end,
      boolean supported,
      boolean knownBefore,
      boolean knownBehind) {
    if (ambiguity == Name.Ambiguity.NONE) {
      return true;
    }
    boolean longer =
        !everyWordCapitalised
            && ((!knownBefore && partOfLongerName(start - 1, start, false))
                || (!knownBehind && partOfLongerName(end, end, true)));
    if (ambiguity == Name.Ambiguity.SHARED) {
      return !longer;
    }
    if (!text.get(start).startsUpper()) {
      return false;
    }
    if (strong(start, end)) {
      return !longer || supported;
    }
    boolean properNoun = "PROPN".equals(tag(start));
    boolean lowerContext = !everyWordCapitalised && !startsClause(start);
    return !longer && properNoun && (supported || lowerContext);
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
  private boolean partOfLongerName(int neighbour, int joint, boolean behind) {
    if (neighbour < 0 || neighbour >= text.size() || joint >= text.size()) {
      return false;
    }
    Piece piece = text.get(neighbour);
    if (!piece.isWord() || !piece.startsUpper() || (piece.isUpper() && piece.text().length() > 1)) {
      return false;
    }
    if (text.get(joint).before() == Piece.Join.HYPHEN && !behind) {
      return false;
    }
    if (ROLES.contains(piece.key())
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
