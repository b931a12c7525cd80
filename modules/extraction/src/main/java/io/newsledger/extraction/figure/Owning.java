package io.newsledger.extraction.figure;

import java.util.List;

/**
 * Whose a number is, and what says so.
 *
 * @param names canonical names; empty if the text gives the number to nobody known
 * @param way what says so
 */
record Owning(List<String> names, Way way) {
  /** What can say whose a number is. */
  enum Way {
    /** 59% is held by A. */
    HELD,
    /** A at 60%. */
    NAME_AND_NUMBER,
    /** A's $200 billion. */
    POSSESSOR,
    /** 21% for A. */
    BEHIND_NUMBER,
    /** Followed by A with 118 million. */
    LISTED_NAME,
    /** A's share; the valuation of A. */
    BESIDE_METRIC,
    /** 2 million developers use A; 60% of startups use A. */
    USED,
    /** With a 31% share, A leads. */
    OPENING,
    /** The nearest name before that can be the subject. */
    SUBJECT,
    /** A, which has. */
    RELATIVE,
    /** The three. */
    SEVERAL,
    /** It, the company, the app. */
    ANAPHOR,
    /** Money went into A. */
    INVESTED,
    /** What was spoken of in the sentences before. */
    FOCUS,
    /** The only name of the sentence. */
    ONLY_NAME,
    /** Whose the number is that it is compared or listed with. */
    BASE,
    /** What the article is about. */
    MAIN,
    /** The first subject of the sentence. */
    FIRST_SUBJECT,
    /** A name close before the number. */
    NEAR_BEFORE,
    /** The first name behind the number. */
    NEAR_BEHIND,
    /** Nothing. */
    NONE
  }

  static final Owning NOBODY = new Owning(List.of(), Way.NONE);

  Owning {
    names = List.copyOf(names);
  }

  boolean isNobody() {
    return names.isEmpty();
  }
}
