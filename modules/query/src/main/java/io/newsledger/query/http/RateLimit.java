package io.newsledger.query.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds how often each address asks: so many a second over a while, and as many at once as in two
 * seconds, for a page asks for many files when it opens. Of the addresses, those that asked last
 * are remembered.
 */
final class RateLimit {
  private static final int MOST_ADDRESSES = 10_000;
  private static final int BURST_SECONDS = 2;
  private static final long SECOND = 1_000_000_000L;

  private final long interval;
  private final long tolerance;

  /** When an address will have used up what it may: all of its requests, one an interval. */
  private final Map<String, Long> used =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  /**
   * @param perSecond requests of one address, positive
   */
  RateLimit(int perSecond) {
    interval = SECOND / perSecond;
    tolerance = (long) BURST_SECONDS * SECOND - interval;
  }

  /**
   * Whether one more may be answered.
   *
   * @param now by a clock that never goes back, in nanoseconds
   */
  synchronized boolean take(String address, long now) {
    Long known = used.get(address);
    long from = known == null || known - now < 0 ? now : known;
    if (from - now > tolerance) {
      return false;
    }
    used.put(address, from + interval);
    return true;
  }
}
