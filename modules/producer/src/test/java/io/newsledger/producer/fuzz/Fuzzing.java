package io.newsledger.producer.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Drives the targets with documents mutated at random from a seed. */
final class Fuzzing {
  /** The targets by name. */
  static final Map<String, Consumer<byte[]>> TARGETS = targets();

  /** No document of some kilobytes needs longer. */
  private static final Duration SLOW = Duration.ofSeconds(10);

  private static final List<byte[]> SEEDS =
      List.of(
          bytes(
              "---\ntitle: Moor\ndate: 2026-03-05\nurl: https://street.example/a?b=c#d\n---\nShe left."),
          bytes("https://Street.example:443/a/../b//c%7Ed?utm_source=x&y=%C3%BC#z"),
          bytes(
              "<!doctype html><html lang=en><head><title>Moor</title><meta property=article:"
                  + "published_time content=2026-03-05><script type=application/ld+json>{\"@type\":"
                  + "\"NewsArticle\",\"datePublished\":\"2026-03-05T10:00:00Z\",\"author\":{\"name\":"
                  + "\"Jo\"}}</script></head><body><article><h1>Moor</h1><p>She left Quill, it is"
                  + " said.</p><ul><li>One</li></ul></article></body></html>"),
          bytes(
              "<?xml version='1.0' encoding='utf-8'?><rss xmlns:content='http://purl.org/rss/1.0/"
                  + "modules/content/'><channel><title>Street</title><item><title>M</title><guid>7"
                  + "</guid><pubDate>Thu, 05 Mar 2026 14:30:00 GMT</pubDate><content:encoded><![CDATA["
                  + "<p>She left.</p>]]></content:encoded></item></channel></rss>"),
          bytes(
              "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://street.example/'><title"
                  + " type='html'>S</title><entry><id>1</id><link href='a'/><updated>2026-03-05T10:00"
                  + ":00Z</updated><content type='xhtml'><div>She left.</div></content></entry></feed>"),
          bytes("<opml><body><outline xmlUrl='https://street.example/feed'/></body></opml>"),
          bytes(
              "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"S\",\"items\":[{\"id\":1,"
                  + "\"content_html\":\"<p>She left.\",\"date_published\":\"2026-03-05\"}]}"),
          bytes(
              "{\"uri\":\"https://street.example/1\",\"versioncreated\":\"2026-03-05T10:00:00Z\",\"pub"
                  + "status\":\"usable\",\"headlines\":[{\"value\":\"M\"}],\"bodies\":[{\"value\":\"She"
                  + " left.\"}]}\n{\"text\":\"She left.\",\"date\":\"2026-03-05\"}\n"),
          bytes(
              "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:9b3f5c9e-3f0e-4bb0-8f5e-6a"
                  + "6b8f6c1d11>\r\nWARC-Date: 2026-03-07T00:00:00Z\r\nWARC-Target-URI: https://street."
                  + "example/a\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: 95"
                  + "\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 29\r\n\r\n<html>"
                  + "<p>She left Quill.</p>\r\n\r\n"),
          bytes(
              "entity,metric,value,unit,scope,date\nQuill,market share,12.5%,,\"a, b\",2026-03\n"),
          bytes("\"Date\",\"Quill\",\"Other\"\n2026-01,80.1,19.9\n2026-Q2,79,21\n"));

  private Fuzzing() {}

  /**
   * Drives one target.
   *
   * @return how many documents it was given
   * @throws AssertionError if it fails on one, which the message holds in Base64
   */
  static long drive(String name, long seed, long most, Duration time) {
    Consumer<byte[]> target = TARGETS.get(name);
    SplittableRandom random = new SplittableRandom(seed);
    long end = System.nanoTime() + time.toNanos();
    long tries = 0;
    while (tries < most && System.nanoTime() < end) {
      byte[] document = Mutation.of(SEEDS, random);
      long begun = System.nanoTime();
      try {
        target.accept(document);
      } catch (RuntimeException | Error e) {
        throw new AssertionError(
            name + " fails on " + Base64.getEncoder().encodeToString(document), e);
      }
      if (System.nanoTime() - begun > SLOW.toNanos()) {
        throw new AssertionError(
            name + " is slow on " + Base64.getEncoder().encodeToString(document));
      }
      tries++;
    }
    return tries;
  }

  private static Map<String, Consumer<byte[]>> targets() {
    Map<String, Consumer<byte[]>> targets = new LinkedHashMap<>();
    targets.put("Document", DocumentFuzz::fuzzerTestOneInput);
    targets.put("Page", PageFuzz::fuzzerTestOneInput);
    targets.put("Feed", FeedFuzz::fuzzerTestOneInput);
    targets.put("FeedList", FeedListFuzz::fuzzerTestOneInput);
    targets.put("JsonValue", JsonValueFuzz::fuzzerTestOneInput);
    targets.put("Text", TextFuzz::fuzzerTestOneInput);
    targets.put("Archive", ArchiveFuzz::fuzzerTestOneInput);
    targets.put("Table", TableFuzz::fuzzerTestOneInput);
    targets.put("Address", AddressFuzz::fuzzerTestOneInput);
    return targets;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
