package io.newsledger.query;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Which part of what a search finds is wanted: of each kind of item a page. A cursor is that of
 * each kind, one behind the other; of a kind that has no page behind, the word that it is over.
 *
 * @param limit items of each kind, at most
 * @param people page of people; empty once all were given
 * @param entities page of organisations and products; empty once all were given
 * @param articles page of articles; empty once all were given
 */
public record SearchPages(
    int limit, Optional<Page> people, Optional<Page> entities, Optional<Page> articles) {
  private static final String PARTS = ".";
  private static final String OVER = "~";

  public SearchPages {
    Objects.requireNonNull(people, "people");
    Objects.requireNonNull(entities, "entities");
    Objects.requireNonNull(articles, "articles");
  }

  /** The first page of this size. */
  public static SearchPages first(int limit) {
    Optional<Page> page = Optional.of(Page.first(limit));
    return new SearchPages(limit, page, page, page);
  }

  /**
   * Reads pages; null and blank stand for the usual size and the first page.
   *
   * @throws BadQuestion if the limit is no number, or the cursor is none that was given out
   */
  public static SearchPages parse(String limit, String cursor) {
    if (cursor == null || cursor.isBlank()) {
      return first(Page.parse(limit, null).limit());
    }
    String[] parts = cursor.strip().split("\\.", -1);
    if (parts.length != 3) {
      throw new BadQuestion(
          "the cursor is none: give the 'next' of the page before as it is", List.of());
    }
    return new SearchPages(
        Page.parse(limit, null).limit(),
        page(limit, parts[0]),
        page(limit, parts[1]),
        page(limit, parts[2]));
  }

  private static Optional<Page> page(String limit, String cursor) {
    return cursor.equals(OVER) ? Optional.empty() : Optional.of(Page.parse(limit, cursor));
  }

  /** The same with at most so many items of each kind. */
  SearchPages atMost(int items) {
    return new SearchPages(
        Math.min(limit, items),
        people.map(page -> page.atMost(items)),
        entities.map(page -> page.atMost(items)),
        articles.map(page -> page.atMost(items)));
  }

  /** The cursor of the pages behind, from those of each kind; empty if there is none. */
  static Optional<String> next(List<Optional<String>> kinds) {
    if (kinds.stream().allMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    StringJoiner cursor = new StringJoiner(PARTS);
    kinds.forEach(kind -> cursor.add(kind.orElse(OVER)));
    return Optional.of(cursor.toString());
  }
}
