package io.newsledger.extraction;

import java.util.List;
import java.util.Objects;

/**
 * How an article was read, sentence by sentence.
 *
 * @param extraction what was read
 * @param sentences all sentences, in reading order, the title's first
 */
public record Explanation(Extraction extraction, List<Passage> sentences) {
  public Explanation {
    Objects.requireNonNull(extraction, "extraction");
    sentences = List.copyOf(sentences);
  }

  /**
   * One sentence.
   *
   * @param field where it stands
   * @param text its words
   * @param mentions what was recognised in it, in no special order
   * @param steps what was made of it, in the order in which it was tried
   */
  public record Passage(Quote.Field field, String text, List<Mention> mentions, List<Step> steps) {
    public Passage {
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(text, "text");
      mentions = List.copyOf(mentions);
      steps = List.copyOf(steps);
    }
  }

  /**
   * Words that were recognised.
   *
   * @param words as they stand in the text
   * @param meaning the person, organisation, product, point in time or number they mean
   */
  public record Mention(String words, String meaning) {
    public Mention {
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(meaning, "meaning");
    }
  }

  /**
   * One thing that was tried.
   *
   * @param outcome what became of it
   * @param pattern the pattern that fired
   * @param detail what was read, or why nothing was; empty if there is nothing to say
   */
  public record Step(Outcome outcome, String pattern, String detail) {
    public Step {
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(pattern, "pattern");
      Objects.requireNonNull(detail, "detail");
    }
  }

  /** What became of a pattern. */
  public enum Outcome {
    /** Its words stand in the sentence. */
    FIRED,
    /** A claim, or part of one, was read. */
    KEPT,
    /** It does not count. */
    DROPPED
  }
}
