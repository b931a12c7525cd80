package io.newsledger.extraction.movement;

import java.util.Set;

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
  /** As if the word told that its person left: for whoever is replaced. */
  Trigger leaving() {
    Frame frame = frame();
    Frame left =
        new Frame(
            frame.word(),
            frame.particles(),
            frame.who(),
            frame.ends(),
            Frame.Kind.DEPARTURE,
            Set.of());
    return new Trigger(
        new Frames.Entry(left, entry.forms()), first, last, group, infinitive, passive);
  }

  Frame frame() {
    return entry.frame();
  }
}
