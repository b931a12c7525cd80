package io.newsledger.producer.reading;

import java.util.Objects;
import java.util.Optional;

/**
 * What a document of any format says of its article, before that is looked at. Times are as printed
 * and an address may have any form; blank fields count as not given.
 *
 * @param title headline
 * @param source name of the publication
 * @param url address of the article
 * @param published when it was first published
 * @param modified when this version was made
 * @param withdrawn whether it was taken back
 * @param body its text, a blank line between paragraphs
 */
public record Draft(
    Optional<String> title,
    Optional<String> source,
    Optional<String> url,
    Optional<String> published,
    Optional<String> modified,
    boolean withdrawn,
    String body) {
  public Draft {
    title = given(title);
    source = given(source);
    url = given(url);
    published = given(published);
    modified = given(modified);
    Objects.requireNonNull(body, "body");
  }

  private static Optional<String> given(Optional<String> field) {
    return field.map(String::strip).filter(text -> !text.isEmpty());
  }
}
