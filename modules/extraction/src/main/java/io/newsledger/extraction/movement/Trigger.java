package io.newsledger.extraction.movement;

/**
 * A frame's word in a sentence.
 *
 * @param entry frame and form
 * @param first token of the word
 * @param last last token of its particles
 * @param group first token of the group of verbs it ends ("is expected to join")
 * @param infinitive whether "to" stands before it without a verb of its own group in front
 * @param passive whether it is done to the subject
 */
record Trigger(
    Frames.Entry entry, int first, int last, int group, boolean infinitive, boolean passive) {
  Frame frame() {
    return entry.frame();
  }
}
