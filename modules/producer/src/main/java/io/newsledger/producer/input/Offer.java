package io.newsledger.producer.input;

import io.newsledger.producer.reading.Reading;
import java.util.Objects;
import java.util.Optional;

/**
 * Something offered, and what came of reading it.
 *
 * @param input what was offered
 * @param reading an article or a refusal
 * @param original its bytes; for an article, which holds them already, none
 * @param settles id of a reject that is settled when this is written
 */
public record Offer(Input input, Reading reading, Original original, Optional<String> settles) {
  public Offer {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(reading, "reading");
    Objects.requireNonNull(original, "original");
    Objects.requireNonNull(settles, "settles");
  }

  /** Something new. */
  public Offer(Input input, Reading reading, Original original) {
    this(input, reading, original, Optional.empty());
  }

  /** The same, which settles a reject of this id. */
  public Offer settling(String reject) {
    return new Offer(input, reading, original, Optional.of(reject));
  }
}
