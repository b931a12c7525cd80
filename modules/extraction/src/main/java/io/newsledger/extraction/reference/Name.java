package io.newsledger.extraction.reference;

/**
 * One written form of an entity's name.
 *
 * @param text as it is normally written
 * @param ambiguity what else the same letters may mean
 */
public record Name(String text, Ambiguity ambiguity) {
  /** What a name may be taken for. */
  public enum Ambiguity {
    /** Means the entity wherever it is written like this. */
    NONE,
    /** Also the name of people or places: part of a longer name, it means something else. */
    SHARED,
    /** Also an ordinary word: needs a sign that the entity is meant. */
    WORD
  }
}
