package io.newsledger.extraction.movement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a verb or noun tells about the person and the organisations around it.
 *
 * @param word base form, with its particles
 * @param particles sequences of words, one of which must follow, or none
 * @param who where the person stands
 * @param ends which end an argument fills, by argument: obj, subj, or a preposition
 * @param kind what is told
 * @param flags conditions on its arguments
 */
record Frame(
    String word,
    Set<List<String>> particles,
    Who who,
    Map<String, End> ends,
    Kind kind,
    Set<Flag> flags) {
  static final String OBJECT = "obj";
  static final String SUBJECT = "subj";

  /** Where the person stands. */
  enum Who {
    SUBJECT,
    OBJECT,
    NOUN
  }

  /** What is told. */
  enum Kind {
    DEPARTURE,
    ARRIVAL,
    TRANSFER,
    FOUNDING,
    APPOINTMENT,
    PROMOTION,
    SUCCESSION,
    /** One leaves a post to another. */
    HANDOVER,
    RETURN,
    LEAD,
    /** As those before did. */
    FOLLOW
  }

  /** Conditions on arguments. */
  enum Flag {
    /** An organisation must be named in one of its ends. */
    ORG,
    /** A post must be named. */
    ROLE,
    /** Counts only as something to come. */
    AHEAD,
    /** What stands behind must be a name or a firm. */
    FIRM,
    /** Both ends must be named. */
    BOTH,
    /** Counts only behind last or final. */
    LAST,
    /** Counts only in front of a list of persons. */
    LIST
  }

  Frame {
    particles = Set.copyOf(particles);
    ends = Map.copyOf(ends);
    flags = Set.copyOf(flags);
  }

  boolean needs(Flag flag) {
    return flags.contains(flag);
  }

  Optional<End> end(String argument) {
    return Optional.ofNullable(ends.get(argument));
  }
}
