package io.newsledger.extraction.phrase;

import java.util.List;
import java.util.Optional;

/** Recognises the named slots of phrases. */
@FunctionalInterface
public interface Slots {
  /** No slots: phrases of plain words. */
  Slots NONE = (name, lexemes, at) -> Optional.empty();

  /** What fills the slot at a position, if anything does. */
  Optional<Filling> fill(String name, List<Lexeme> lexemes, int at);

  /**
   * What filled a slot.
   *
   * @param length lexemes taken, at least one
   * @param value its value, as the slot defines it
   */
  record Filling(int length, int value) {}
}
