package io.newsledger.extraction.movement;

import io.newsledger.extraction.text.Sentence;

/**
 * Hears what the reader of movements finds, sentence by sentence, so that a reading can be
 * explained. Whoever listens must not change anything.
 */
public interface Trace {
  /** Hears nothing. */
  Trace NONE = new Trace() {};

  /** Why a word that could tell a movement, or what was read from it, does not count. */
  enum Reason {
    /** Told as a condition, a wish or a threat. */
    UNREAL,
    /** No person is known to whom it happens. */
    NO_PERSON,
    /** Neither an organisation that is left nor one that is joined is known. */
    NO_ORGANISATION,
    /** The frame asks for a post, and none is named. */
    NO_POST,
    /** The frame counts only as something to come, and this is not. */
    NOT_AHEAD,
    /** What is led is neither a team nor an organisation, or leading is no step of its own. */
    NO_TEAM,
    /** What is founded is no firm. */
    NO_FIRM,
    /** The frame asks for both ends, and one is missing. */
    ONE_END,
    /** What stands behind the verb is no organisation: left the stage. */
    OTHER_OBJECT,
    /** What somebody is hired for: the hiring is the step. */
    PART,
    /** An interest, a habit or a state, not a step: interested in starting, who founded. */
    STATE
  }

  /**
   * A stretch of a sentence means a person or an organisation.
   *
   * @param first index of the first token
   * @param last index of the last token, included
   * @param meaning the person's or the organisation's name
   */
  default void mentioned(Sentence sentence, int first, int last, String meaning) {}

  /**
   * A word of a frame stands in a sentence.
   *
   * @param first index of its first token
   * @param last index of its last token, included
   * @param frame base form of the frame's word
   */
  default void fired(Sentence sentence, int first, int last, String frame) {}

  /** What a word of a frame told does not count, for a reason. */
  default void dropped(Sentence sentence, String frame, Reason reason) {}

  /**
   * A step was read from a word of a frame; what is said of it elsewhere may still be merged.
   *
   * @param from organisation left, or null
   * @param to organisation joined, or null
   * @param why how probable the judge holds each end, and what speaks most for or against it
   */
  default void kept(
      Sentence sentence, String frame, String person, String from, String to, String why) {}

  /**
   * An end of a step was read from a word of a frame, and the judge does not believe it.
   *
   * @param from organisation left, or null
   * @param to organisation joined, or null
   * @param why how probable the judge holds it, and what speaks most for or against it
   */
  default void doubted(
      Sentence sentence, String frame, String person, String from, String to, String why) {}
}
