package io.newsledger.producer.reading;

import io.newsledger.events.Article;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** The revision that takes an article back. */
public final class Withdrawal {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private Withdrawal() {}

  /**
   * Which article a user means.
   *
   * @param text the id of an article, or its address as printed anywhere
   * @return its id; empty for what is neither
   */
  public static Optional<String> articleId(String text) {
    return ID.matcher(text).matches()
        ? Optional.of(text)
        : CanonicalUrl.of(text).map(Identity::ofAddress);
  }

  /**
   * The revision without a body that ends an article.
   *
   * @param newest the article's newest revision, which tells all else
   * @param at when it was withdrawn; to the millisecond
   * @throws IllegalArgumentException if it was withdrawn before, or was not yet as it is now
   */
  public static Article of(Article newest, Instant at) {
    if (newest.getBody() == null) {
      throw new IllegalArgumentException("withdrawn already, on " + newest.getRevisedAt());
    }
    Instant revised = at.truncatedTo(ChronoUnit.MILLIS);
    if (!revised.isAfter(newest.getRevisedAt())) {
      throw new IllegalArgumentException(
          "its newest revision is of "
              + newest.getRevisedAt()
              + ": a withdrawal comes after it, not at "
              + revised);
    }
    return Article.newBuilder(newest)
        .setRevisedAt(revised)
        .setBody(null)
        .setRevision(
            Identity.revision(
                revised,
                newest.getPublishedAt(),
                newest.getTitle(),
                newest.getSource(),
                newest.getUrl(),
                null))
        .build();
  }
}
