package io.newsledger.enrichment;

import io.newsledger.events.Article;
import io.newsledger.extraction.ArticleText;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What the extractor is given of an article. */
public final class ArticleTexts {
  private ArticleTexts() {}

  /**
   * The text of an article that has a body; its day of publication is that in UTC.
   *
   * @throws NullPointerException if it has none, as a withdrawn one
   */
  public static ArticleText of(Article article) {
    return new ArticleText(
        article.getTitle(),
        article.getBody(),
        LocalDate.ofInstant(article.getPublishedAt(), ZoneOffset.UTC),
        article.getSource(),
        article.getUrl());
  }
}
