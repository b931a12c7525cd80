package io.newsledger.extraction.movement;

import io.newsledger.extraction.Modality;
import io.newsledger.extraction.people.Person;

/**
 * One step of one person as one trigger tells it.
 *
 * @param person who
 * @param from organisation left, or null
 * @param to organisation joined, or null
 * @param unit team, product or laboratory, or null
 * @param role title, or null
 * @param date ISO 8601 point in time that the clause tells, or null
 * @param modality certainty
 * @param sentence index of the sentence
 * @param trigger the word that tells it
 * @param background whether it is told as something of before
 * @param signs what speaks for and against it
 */
record Candidate(
    Person person,
    String from,
    String to,
    String unit,
    String role,
    String date,
    Modality modality,
    int sentence,
    Trigger trigger,
    boolean background,
    Signs signs) {
  boolean isWithin() {
    return from != null && from.equals(to);
  }

  /** The same with other ends, told as news or as something of before. */
  Candidate with(String newFrom, String newTo, boolean news) {
    return new Candidate(
        person, newFrom, newTo, unit, role, date, modality, sentence, trigger, !news, signs);
  }
}
