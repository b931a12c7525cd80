package io.newsledger.enrichment;

import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.Extraction;
import io.newsledger.extraction.Extractor;

/**
 * An extractor that fails on articles with certain words.
 *
 * @param reader reads all others
 * @param words those it fails on
 */
record FailingOn(Extractor reader, String words) implements Extractor {
  @Override
  public Extraction read(ArticleText article) {
    if (article.body().contains(words)) {
      throw new IllegalArgumentException("words that are not understood");
    }
    return reader.read(article);
  }

  @Override
  public String version() {
    return reader.version();
  }
}
