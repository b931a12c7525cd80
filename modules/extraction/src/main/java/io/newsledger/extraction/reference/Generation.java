package io.newsledger.extraction.reference;

import java.util.List;
import java.util.Set;

/** Reads the generation behind the name of a series: "3.5", "V3", "2.5 Pro", "Opus 4.6", "4o". */
final class Generation {
  private static final Set<String> TIERS =
      words(
          """
          chat code coder deep flash haiku instruct large lite max maverick medium micro
          mini nano omni opus plus premier preview pro scout small sonnet thinking turbo
          ultra vision vl
          """);
  private static final Set<String> AFTER_A_QUANTITY =
      words(
          """
          % percent per percentage pc thousand million billion trillion m mn bn b k users
          subscribers customers downloads people times points days weeks months years
          hours minutes in out of
          """);
  private static final int LONGEST_NUMBER = 2;

  private Generation() {}

  /**
   * Where the generation that starts at a piece ends.
   *
   * @return index behind its last piece; {@code at} if there is none
   */
  static int end(List<Piece> text, int at) {
    int end = at;
    boolean numbered = false;
    while (end < text.size()) {
      int next = step(text, end, numbered);
      if (next == end) {
        break;
      }
      numbered |= text.get(end).isNumber() || text.get(next - 1).isNumber();
      end = next;
    }
    return end;
  }

  private static int step(List<Piece> text, int at, boolean numbered) {
    Piece piece = text.get(at);
    boolean tier =
        TIERS.contains(piece.key()) && (piece.startsUpper() || piece.before() == Piece.Join.HYPHEN);
    if (tier) {
      return at + 1;
    }
    if (piece.isNumber() && !(numbered && piece.before() == Piece.Join.APART)) {
      return number(text, at);
    }
    boolean lettered =
        piece.isUpper() && piece.text().length() == 1 && joined(text, at + 1, Piece.Join.GLUED);
    if (!lettered || !text.get(at + 1).isNumber()) {
      return at;
    }
    int end = number(text, at + 1);
    return end == at + 1 ? at : end;
  }

  private static int number(List<Piece> text, int at) {
    int end = at + 1;
    boolean glued = text.get(at).before() != Piece.Join.APART;
    if (text.get(at).text().length() > LONGEST_NUMBER && !glued) {
      return at;
    }
    while (joined(text, end, Piece.Join.STOP) && text.get(end).isNumber()) {
      end++;
    }
    boolean lettered =
        joined(text, end, Piece.Join.GLUED)
            && text.get(end).isWord()
            && text.get(end).text().length() == 1;
    if (lettered) {
      end++;
    }
    boolean quantity =
        !glued && end < text.size() && AFTER_A_QUANTITY.contains(text.get(end).key());
    return quantity || joined(text, end, Piece.Join.GLUED) ? at : end;
  }

  private static boolean joined(List<Piece> text, int at, Piece.Join join) {
    return at < text.size() && text.get(at).before() == join;
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }
}
