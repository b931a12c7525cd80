package io.newsledger.weighing;

import io.newsledger.events.Article;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * What an article told first: its earliest revision that has a text; of several of one instant the
 * last by revision id, which stands for the instant. What later revisions change does not change
 * whose text it was, so it is the same on all days on which the article is known.
 *
 * @param article its id
 * @param at when that revision is from
 * @param signature of its text
 */
public record Telling(String article, Instant at, Signature signature) {
  /** The earliest first: time, then id. */
  public static final Comparator<Telling> EARLIEST_FIRST =
      Comparator.comparing(Telling::at).thenComparing(Telling::article);

  /** How far apart articles of one story are, at most. */
  public static final Duration WINDOW = Duration.ofDays(14);

  public Telling {
    Objects.requireNonNull(article, "article");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(signature, "signature");
  }

  /**
   * What the article with these revisions told first.
   *
   * @param revisions all revisions of one article, in any order
   * @return empty if it never had a text that can be compared
   */
  public static Optional<Telling> of(Collection<Article> revisions) {
    return revisions.stream()
        .filter(revision -> revision.getBody() != null)
        .min(
            Comparator.comparing(Article::getRevisedAt)
                .thenComparing(Article::getRevision, Comparator.reverseOrder()))
        .flatMap(
            first ->
                Signature.of(first)
                    .map(text -> new Telling(first.getId(), first.getRevisedAt(), text)));
  }

  /** Whether the other is a copy of this, or this of the other. */
  public boolean near(Telling other) {
    return Duration.between(at, other.at).abs().compareTo(WINDOW) <= 0
        && signature.near(other.signature);
  }

  /**
   * The story of this article: the earliest article that it is near to, itself included. Articles
   * told later have no part in it, so the story is the same on all days on which this is known, and
   * it is a function of the set of articles, whatever the order of their arrival.
   */
  public String story(Collection<Telling> all) {
    return all.stream()
        .filter(other -> other.near(this))
        .min(EARLIEST_FIRST)
        .filter(other -> EARLIEST_FIRST.compare(other, this) < 0)
        .map(Telling::article)
        .orElse(article);
  }
}
