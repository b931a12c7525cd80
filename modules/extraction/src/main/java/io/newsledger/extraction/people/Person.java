package io.newsledger.extraction.people;

import java.util.List;
import java.util.Objects;

/**
 * A person as one article names them.
 *
 * @param name first full form, as printed
 * @param aliases other full forms, as printed
 */
public record Person(String name, List<String> aliases) {
  public Person {
    Objects.requireNonNull(name, "name");
    aliases = List.copyOf(aliases);
  }
}
