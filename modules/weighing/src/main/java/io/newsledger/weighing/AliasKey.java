package io.newsledger.weighing;

import io.newsledger.events.EntityAlias;
import java.util.Optional;

/**
 * What an alias links, by which it can be undone.
 *
 * @param name key of the printed name
 * @param person key of the name by which the person is known; another one
 */
public record AliasKey(String name, String person) {
  /** Keys of names are letters, digits and spaces. */
  private static final char BETWEEN = '|';

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if one of them is no name, or both are the same
   */
  public AliasKey {
    if (name.isEmpty() || person.isEmpty()) {
      throw new IllegalArgumentException("a name without letters or digits links nobody");
    }
    if (name.equals(person)) {
      throw new IllegalArgumentException(
          "'" + name + "' is linked to itself: the parts of a name are one name in any order");
    }
  }

  /**
   * The key of an alias.
   *
   * @throws IllegalArgumentException if it links nothing
   */
  public static AliasKey of(EntityAlias alias) {
    return new AliasKey(NameKey.of(alias.getName()), NameKey.of(alias.getPerson()));
  }

  /** Reads {@link #text}; empty for what links nothing. */
  public static Optional<AliasKey> parse(String text) {
    int between = text == null ? -1 : text.indexOf(BETWEEN);
    if (between < 0) {
      return Optional.empty();
    }
    String name = text.substring(0, between);
    String person = text.substring(between + 1);
    boolean keys = name.equals(NameKey.of(name)) && person.equals(NameKey.of(person));
    return keys && !name.isEmpty() && !person.isEmpty() && !name.equals(person)
        ? Optional.of(new AliasKey(name, person))
        : Optional.empty();
  }

  /** The key on the topic: name|person. */
  public String text() {
    return name + BETWEEN + person;
  }
}
