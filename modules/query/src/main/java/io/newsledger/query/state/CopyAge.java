package io.newsledger.query.state;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How old what a copy of one partition of a store holds can be at most, from looks at where the
 * copy stands and where the log of the store ended then.
 */
final class CopyAge {
  /** A transaction ends its log with a marker, which no copy holds. */
  private static final int MARKER = 1;

  private static final int MOST_ENDS = 64;

  private record End(long offset, long seen) {}

  private final Deque<End> ahead = new ArrayDeque<>();
  private boolean reached;
  private long asOf;

  /**
   * A look.
   *
   * @param position offset that the copy reads next
   * @param end of the log
   * @param now nanoseconds, before both were asked for
   */
  void look(long position, long end, long now) {
    ahead.addLast(new End(end, now));
    while (!ahead.isEmpty() && ahead.getFirst().offset() - MARKER <= position) {
      reached = true;
      asOf = ahead.removeFirst().seen();
    }
    if (ahead.size() > MOST_ENDS) {
      // The newest give way: the oldest are those that the copy reaches first.
      ahead.removeLast();
    }
  }

  /** The copy has read all that there is to read. */
  void complete(long now) {
    reached = true;
    asOf = now;
    ahead.clear();
  }

  /** Whether the copy holds all that stood on the log so long before now. */
  boolean isWithin(Duration age, long now) {
    return reached && now - asOf <= age.toNanos();
  }
}
