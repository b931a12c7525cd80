package io.newsledger.producer.feed;

import java.util.List;
import java.util.Optional;

/** Lists of feeds in OPML. */
public final class Opml {
  private static final int MAX_FEEDS = 10_000;

  private Opml() {}

  /** Addresses of the feeds that a list names, folders or not, each once, in order. */
  public static List<String> feeds(byte[] bytes) {
    return Xml.parse(bytes, Optional.empty()).getAllElements().stream()
        .filter(element -> Xml.local(element).equals("outline"))
        .map(
            outline ->
                outline.attributes().asList().stream()
                    .filter(attribute -> attribute.getKey().equalsIgnoreCase("xmlUrl"))
                    .map(attribute -> attribute.getValue().strip())
                    .findFirst()
                    .orElse(""))
        .filter(address -> !address.isEmpty())
        .distinct()
        .limit(MAX_FEEDS)
        .toList();
  }
}
