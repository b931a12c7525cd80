package io.newsledger.extraction.people;

/**
 * Neighbouring tokens that look like a name.
 *
 * @param sentence index of the sentence
 * @param first index of the first token
 * @param last index of the last token, included
 * @param names how many of them are names proper, not initials, particles or suffixes
 * @param trusted whether it stands where capitals mean something, not in a title-cased headline
 */
record NameRun(int sentence, int first, int last, int names, boolean trusted) {
  boolean isFull() {
    return names >= 2;
  }
}
