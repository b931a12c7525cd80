package io.newsledger.extraction.reference;

/**
 * A known organisation or product named in a sentence.
 *
 * @param first index of its first token in the sentence
 * @param last index of its last token, included
 * @param kind organisation or product
 * @param name canonical short name of the organisation or product
 * @param organisation the organisation that movements of its people count for: itself, or the owner
 * @param unit the team, product or laboratory inside that organisation, or null for the
 *     organisation itself
 */
public record EntityMention(
    int first, int last, Kind kind, String name, String organisation, String unit) {
  /** What is named. */
  public enum Kind {
    ORGANISATION,
    /**
     * A laboratory or division counted under its parent (Meta Superintelligence Labs under Meta).
     */
    UNIT,
    PRODUCT
  }
}
