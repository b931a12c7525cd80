package io.newsledger.query;

import java.util.Objects;
import java.util.Optional;

/**
 * Which claims are asked for; all conditions must hold.
 *
 * @param person printed name of a person, its parts in any order
 * @param entity whose figure it is, or an organisation left or joined
 * @param article id of the article
 * @param gone whether claims that no longer stand are wanted too
 */
public record ClaimFilter(
    Optional<String> person, Optional<String> entity, Optional<String> article, boolean gone) {
  public ClaimFilter {
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(article, "article");
  }

  /** Every claim that stands. */
  public static ClaimFilter all() {
    return new ClaimFilter(Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /** Claims that stand on a person. */
  public static ClaimFilter person(String name) {
    return new ClaimFilter(Optional.of(name), Optional.empty(), Optional.empty(), false);
  }

  /** Claims that stand on an entity. */
  public static ClaimFilter entity(String name) {
    return new ClaimFilter(Optional.empty(), Optional.of(name), Optional.empty(), false);
  }

  /** Claims that stand in an article. */
  public static ClaimFilter article(String id) {
    return new ClaimFilter(Optional.empty(), Optional.empty(), Optional.of(id), false);
  }
}
