package io.newsledger.app.pipeline;

import io.newsledger.producer.input.Input;
import java.util.List;
import java.util.Objects;

/**
 * Something that articles come from, counted by itself.
 *
 * @param name as the user gave it
 * @param inputs what it offers
 */
public record Source(String name, List<Input> inputs) {
  public Source {
    Objects.requireNonNull(name, "name");
    inputs = List.copyOf(inputs);
  }
}
