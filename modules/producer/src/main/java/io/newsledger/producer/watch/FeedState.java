package io.newsledger.producer.watch;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a watcher knows of a feed between two visits.
 *
 * @param given the address by which it was given
 * @param address where it is by now
 * @param etag of its last answer
 * @param lastModified of its last answer
 * @param seen entries that were offered and still stand in the feed
 * @param tried entries whose page could not be had, and how many times
 * @param failures visits in a row that failed
 * @param next when to visit it next
 * @param gone whether its server says that it will not come back
 */
public record FeedState(
    URI given,
    URI address,
    Optional<String> etag,
    Optional<String> lastModified,
    Set<String> seen,
    Map<String, Integer> tried,
    int failures,
    Instant next,
    boolean gone) {
  public FeedState {
    Objects.requireNonNull(given, "given");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(etag, "etag");
    Objects.requireNonNull(lastModified, "lastModified");
    seen = Set.copyOf(seen);
    tried = Map.copyOf(tried);
    Objects.requireNonNull(next, "next");
  }

  /** The same, due at another time. */
  public FeedState dueAt(Instant time) {
    return new FeedState(given, address, etag, lastModified, seen, tried, failures, time, gone);
  }

  /** One never visited, due now. */
  public static FeedState fresh(URI address, Instant now) {
    return new FeedState(
        address, address, Optional.empty(), Optional.empty(), Set.of(), Map.of(), 0, now, false);
  }
}
