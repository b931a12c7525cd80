package io.newsledger.query.stream;

import java.util.ArrayDeque;
import java.util.Deque;

/** One listener. While it reads again what it missed, the new waits; only so much of it can. */
final class Subscription {
  private static final int MOST_WAITING = 1_000;

  private final ChangeFilter filter;
  private final ChangeListener listener;
  private final Deque<Change> waiting = new ArrayDeque<>();
  private boolean live;
  private boolean ended;

  Subscription(ChangeFilter filter, ChangeListener listener) {
    this.filter = filter;
    this.listener = listener;
  }

  /** Nothing is missing any more: what waited is told, and from now on all at once. */
  synchronized void live() {
    if (!ended) {
      waiting.forEach(listener::accept);
    }
    waiting.clear();
    live = true;
  }

  synchronized void begin(String id) {
    if (!ended) {
      listener.begin(id);
    }
  }

  /** Something that was missed. */
  synchronized void missed(Change change) {
    if (!ended && filter.wants(change)) {
      listener.accept(change);
    }
  }

  synchronized void accept(Change change) {
    if (ended || !filter.wants(change)) {
      return;
    }
    if (live) {
      listener.accept(change);
    } else if (waiting.size() < MOST_WAITING) {
      waiting.add(change);
    } else {
      end("too much happens while what was missed is read again; subscribe again");
    }
  }

  synchronized void beat() {
    if (!ended) {
      listener.beat();
    }
  }

  synchronized void end(String reason) {
    if (!ended) {
      ended = true;
      listener.end(reason);
    }
  }

  synchronized boolean isOver() {
    return ended;
  }
}
