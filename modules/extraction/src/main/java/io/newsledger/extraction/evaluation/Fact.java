package io.newsledger.extraction.evaluation;

/** What is compared: one end of a movement, or one figure. */
sealed interface Fact permits MovementEnd, MarketFigure {
  /** ISO 8601 date as precise as said, or null. */
  String date();

  /** Whether it is a border case that counts for nothing, found or not. */
  boolean optional();

  /** The fact in words, for people. */
  String label();

  /** Whether both say the same, dates aside. */
  boolean matches(Fact other);

  /** Whether two dates agree as far as both are precise; none agrees with none only. */
  static boolean datesAgree(String one, String other) {
    boolean none = one == null || one.isEmpty();
    boolean otherNone = other == null || other.isEmpty();
    if (none || otherNone) {
      return none && otherNone;
    }
    int length = Math.min(one.length(), other.length());
    return one.substring(0, length).equals(other.substring(0, length));
  }
}
