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

  /**
   * What a page tells, and where it is silent, what is known of it from elsewhere.
   *
   * @param known by whoever linked to it
   */
  public static Reading reading(
      byte[] html, PageReader.Hints hints, Draft known, ArticleReader articles) {
    Draft page = draft(PageReader.read(html, hints));
    return articles.read(
        new Draft(
            page.title().or(known::title),
            page.source().or(known::source),
            page.url().or(known::url),
            page.published().or(known::published),
            page.modified(),
            false,
            page.body()));
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
