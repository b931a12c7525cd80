package io.newsledger.extraction.movement;

/**
 * Words of a sentence that mean an organisation.
 *
 * @param first index of the first token
 * @param last index of the last token, included
 * @param organisation its canonical short name, or the name as printed if it is unknown
 * @param unit team, product or laboratory inside it, or null
 * @param form how it is meant
 */
record OrgMention(int first, int last, String organisation, String unit, Form form) {
  /** How an organisation is mentioned. */
  enum Form {
    /** By a name of the reference data. */
    KNOWN,
    /** By a name that only the text tells. */
    NAMED,
    /** The company, the startup: what was named before. */
    DEFINITE
  }
}
