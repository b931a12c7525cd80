package io.newsledger.query.http;

import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Lets pages of other origins ask, if they were named: what is not named, a browser refuses.
 *
 * @param origins whose pages may ask; * for all
 */
record CrossOrigin(Set<String> origins) {
  private static final String ALL = "*";

  CrossOrigin {
    origins = Set.copyOf(origins);
  }

  /**
   * Adds the headers that allow an answer to be read.
   *
   * @param origin header of the request; may be null
   * @return whether the origin may ask
   */
  boolean allow(String origin, BiConsumer<String, String> headers) {
    if (origins.isEmpty()) {
      return false;
    }
    headers.accept("Vary", "Origin");
    if (origin == null || !(origins.contains(ALL) || origins.contains(origin))) {
      return false;
    }
    headers.accept("Access-Control-Allow-Origin", origins.contains(ALL) ? ALL : origin);
    headers.accept("Access-Control-Expose-Headers", "ETag, Retry-After");
    return true;
  }

  /** Adds the headers that allow a question that a browser asks about first. */
  void allowQuestion(BiConsumer<String, String> headers) {
    headers.accept("Access-Control-Allow-Methods", "GET");
    headers.accept("Access-Control-Allow-Headers", "Authorization, If-None-Match, Last-Event-ID");
    headers.accept("Access-Control-Max-Age", "600");
  }
}
