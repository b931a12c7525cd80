package io.newsledger.app.drain;

/**
 * Offsets of one partition between where a group stands and where it has to get.
 *
 * @param from next offset the group will read
 * @param to end it has to reach, excluded
 */
record Span(long from, long to) {
  boolean isEmpty() {
    return from >= to;
  }

  long length() {
    return Math.max(0, to - from);
  }
}
