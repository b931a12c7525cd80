package io.newsledger.producer.feed;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A feed, of whatever format.
 *
 * @param title its name
 * @param link address of the site it belongs to
 * @param language language tag that it declares
 * @param entries newest first or not, as they stand
 */
public record Feed(
    Optional<String> title, Optional<String> link, Optional<String> language, List<Entry> entries) {
  public Feed {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(language, "language");
    entries = List.copyOf(entries);
  }

  /**
   * An entry.
   *
   * @param id its identity, as it stands
   * @param title headline, as plain text
   * @param link address of the page it tells of
   * @param author names of the authors, with commas between them
   * @param published when it was first published, as it stands
   * @param updated when it was last changed, as it stands
   * @param summary a teaser, as markup
   * @param content its text, as markup
   * @param source a feed of this entry alone, with the head that it has in common with the others
   */
  public record Entry(
      Optional<String> id,
      Optional<String> title,
      Optional<String> link,
      Optional<String> author,
      Optional<String> published,
      Optional<String> updated,
      Optional<String> summary,
      Optional<String> content,
      String source) {
    public Entry {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(link, "link");
      Objects.requireNonNull(author, "author");
      Objects.requireNonNull(published, "published");
      Objects.requireNonNull(updated, "updated");
      Objects.requireNonNull(summary, "summary");
      Objects.requireNonNull(content, "content");
      Objects.requireNonNull(source, "source");
    }
  }
}
