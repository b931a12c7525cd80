package io.newsledger.extraction.people;

/**
 * Words of a sentence that mean a person.
 *
 * @param first index of the first token
 * @param last index of the last token, included
 * @param person whom they mean
 * @param form how
 */
public record PersonMention(int first, int last, Person person, Form form) {
  /** How a person is mentioned. */
  public enum Form {
    /** Given and family name. */
    FULL,
    /** One of the names. */
    SHORT,
    /** He, she, his, her, him. */
    PRONOUN
  }
}
