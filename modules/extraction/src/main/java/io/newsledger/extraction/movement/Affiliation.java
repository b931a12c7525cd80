package io.newsledger.extraction.movement;

import io.newsledger.extraction.people.Person;

/**
 * A person told to be with an organisation.
 *
 * @param person who
 * @param organisation where
 * @param unit team, product or laboratory inside it, or null
 * @param role title as worded, or null
 * @param sentence index of the sentence that says so
 * @param first first token of the words that say so
 * @param last last token of them
 * @param former whether it is over, by the words themselves
 * @param inFront whether they stand as a title in front of the name
 * @param definite whether a description stands for the organisation ("the startup's chief")
 * @param founder whether being a founder is all they say, which outlasts any stay
 */
record Affiliation(
    Person person,
    String organisation,
    String unit,
    String role,
    int sentence,
    int first,
    int last,
    boolean former,
    boolean inFront,
    boolean definite,
    boolean founder) {}
