package io.newsledger.extraction;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What the extractor is given of an article.
 *
 * @param title headline, or null
 * @param body the text as published; quotes of claims are substrings of it
 * @param publishedAt day of publication, which relative dates count from
 * @param source name of the publication, or null
 * @param url address, or null
 */
public record ArticleText(
    String title, String body, LocalDate publishedAt, String source, String url) {
  public ArticleText {
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(publishedAt, "publishedAt");
  }
}
