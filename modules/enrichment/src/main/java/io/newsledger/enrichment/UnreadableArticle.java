package io.newsledger.enrichment;

/** The extractor failed on an article, or found in it what cannot be kept. */
final class UnreadableArticle extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableArticle(String message) {
    super(message);
  }

  UnreadableArticle(String message, Throwable cause) {
    super(message, cause);
  }
}
