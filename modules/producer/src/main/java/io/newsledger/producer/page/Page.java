package io.newsledger.producer.page;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a web page says of its article.
 *
 * @param title headline, without the name of the site
 * @param author names of the authors, with commas between them
 * @param published when it was published, as ISO day or ISO day and time
 * @param modified when it was last changed, likewise
 * @param language its language tag, as the page declares it
 * @param source name of the site, else its host
 * @param url its address, in full; the one that the page declares canonical, else where it was
 *     found
 * @param paragraphs its main text
 */
public record Page(
    Optional<String> title,
    Optional<String> author,
    Optional<String> published,
    Optional<String> modified,
    Optional<String> language,
    Optional<String> source,
    Optional<String> url,
    List<String> paragraphs) {
  public Page {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(published, "published");
    Objects.requireNonNull(modified, "modified");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(url, "url");
    paragraphs = List.copyOf(paragraphs);
  }

  /** The main text, a blank line between paragraphs. */
  public String body() {
    return String.join("\n\n", paragraphs);
  }
}
