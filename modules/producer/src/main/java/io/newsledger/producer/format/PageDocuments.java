package io.newsledger.producer.format;

import io.newsledger.producer.page.Page;
import io.newsledger.producer.page.PageReader;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Draft;
import io.newsledger.producer.reading.Reading;

/** Web pages as articles. */
public final class PageDocuments {
  private PageDocuments() {}

  /** What a page tells. */
  public static Reading reading(byte[] html, PageReader.Hints hints, ArticleReader articles) {
    return articles.read(draft(PageReader.read(html, hints)));
  }

  /** A page as a draft. */
  static Draft draft(Page page) {
    return new Draft(
        page.title(),
        page.source(),
        page.url(),
        page.published(),
        page.modified(),
        false,
        page.body());
  }
}
