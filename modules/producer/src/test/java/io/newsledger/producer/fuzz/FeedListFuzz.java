package io.newsledger.producer.fuzz;

import io.newsledger.producer.feed.Opml;

/** Reads a list of feeds. */
public final class FeedListFuzz {
  private FeedListFuzz() {}

  /** Reads any bytes. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Opml.feeds(bytes);
  }
}
