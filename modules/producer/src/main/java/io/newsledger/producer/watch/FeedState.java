package io.newsledger.producer.watch;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a watcher knows of a feed between two visits.
 *
 * @param address where it is
 * @param etag of its last answer
 * @param lastModified of its last answer
 * @param seen entries that were offered and still stand in the feed
 * @param failures visits in a row that failed
 * @param next when to visit it next
 * @param gone whether its server says that it will not come back
 */
public record FeedState(
    URI address,
    Optional<String> etag,
    Optional<String> lastModified,
    Set<String> seen,
    int failures,
    Instant next,
    boolean gone) {
  public FeedState {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(etag, "etag");
    Objects.requireNonNull(lastModified, "lastModified");
    seen = Set.copyOf(seen);
    Objects.requireNonNull(next, "next");
  }

  /** One never visited, due now. */
  public static FeedState fresh(URI address, Instant now) {
    return new FeedState(address, Optional.empty(), Optional.empty(), Set.of(), 0, now, false);
  }
}
