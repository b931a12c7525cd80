package io.newsledger.producer.input;

import io.newsledger.producer.reading.Reading;
import java.util.Objects;

/**
 * Something offered, and what came of reading it.
 *
 * @param input what was offered
 * @param reading an article or a refusal
 * @param original its bytes; for an article, which holds them already, none
 */
public record Offer(Input input, Reading reading, Original original) {
  public Offer {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(reading, "reading");
    Objects.requireNonNull(original, "original");
  }
}
