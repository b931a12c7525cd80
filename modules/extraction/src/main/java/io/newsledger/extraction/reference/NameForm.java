package io.newsledger.extraction.reference;

import java.util.List;

/**
 * A name cut into pieces, and how it may be cased in text.
 *
 * @param entity whom it names; null for a phrase that hides the names in it
 * @param name as written in the data
 * @param pieces its pieces
 * @param freeCase whether it may be cased otherwise, capitals at the start of words apart
 * @param unlikeWords whether no other word is spelled so, even in lower case
 */
record NameForm(
    Entity entity, Name name, List<Piece> pieces, boolean freeCase, boolean unlikeWords) {
  /** Shorter names are too easily something else to be read in another case. */
  private static final int FREE_CASE_LETTERS = 4;

  private static final int LOWER_CASE_LETTERS = 6;

  static NameForm of(Entity entity, Name name) {
    List<Piece> pieces = List.copyOf(Piece.of(name.text()));
    return new NameForm(entity, name, pieces, hasFreeCase(pieces), isUnlikeWords(pieces));
  }

  /** Whether the name's pieces stand at this place, in a case that this name can have. */
  boolean standsAt(List<Piece> text, int at) {
    if (at + pieces.size() > text.size()) {
      return false;
    }
    boolean exact = true;
    boolean capitalised = true;
    for (int i = 0; i < pieces.size(); i++) {
      Piece wanted = pieces.get(i);
      Piece found = text.get(at + i);
      if (!wanted.key().equals(found.key())) {
        return false;
      }
      exact &= wanted.text().equals(found.text());
      capitalised &= !wanted.startsUpper() || found.startsUpper();
    }
    return exact || (capitalised && freeCase) || unlikeWords;
  }

  /** An acronym keeps its capitals; longer names vary (Deepseek, NVIDIA). */
  private static boolean hasFreeCase(List<Piece> pieces) {
    return letters(pieces) >= FREE_CASE_LETTERS
        && pieces.stream().anyMatch(p -> p.isWord() && !p.isUpper());
  }

  /** OpenAI, DeepSeek: with a capital inside, no other word is spelled so, even in lower case. */
  private static boolean isUnlikeWords(List<Piece> pieces) {
    if (pieces.size() != 1 || letters(pieces) < LOWER_CASE_LETTERS) {
      return false;
    }
    String text = pieces.get(0).text();
    return text.substring(1).chars().anyMatch(Character::isUpperCase)
        && text.chars().anyMatch(Character::isLowerCase);
  }

  private static int letters(List<Piece> pieces) {
    return pieces.stream().filter(Piece::isWord).mapToInt(p -> p.text().length()).sum();
  }
}
