package io.newsledger.producer.fuzz;

import io.newsledger.producer.feed.Feed;
import io.newsledger.producer.feed.FeedReader;
import java.nio.charset.StandardCharsets;

/** Reads a feed. */
public final class FeedFuzz {
  private FeedFuzz() {}

  /** Reads any bytes. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Offered.check("feed.xml", bytes);
    for (Feed.Entry entry : FeedReader.read(bytes).entries()) {
      byte[] alone = entry.source().getBytes(StandardCharsets.UTF_8);
      if (FeedReader.read(alone).entries().isEmpty()) {
        throw new AssertionError("an entry cannot be read alone: " + entry.source());
      }
    }
  }
}
