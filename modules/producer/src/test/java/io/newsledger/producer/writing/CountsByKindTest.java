package io.newsledger.producer.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Topic;
import io.newsledger.events.topic.Topics;
import io.newsledger.producer.input.Input;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of every kind of source: an article, the same again, and one without a date. */
class CountsByKindTest {
  private static final String URL = "https://street.example/moor";
  private static final String BODY = "Ada Moor has left Quill for Harbour, it is said.";
  private static final String DAY = "2026-03-05";

  private static final Map<String, List<Input>> KINDS =
      Map.of(
          "markdown",
          files("%d.md", CountsByKindTest::markdown),
          "page",
          files("%d.html", CountsByKindTest::page),
          "ninjs",
          files("%d.json", CountsByKindTest::ninjs),
          "lines",
          List.of(Things.of("a.jsonl", String.join("\n", line(DAY), line(DAY), line(null)) + "\n")),
          "rss",
          List.of(
              Things.of(
                  "a.rss",
                  "<rss><channel><title>Street</title>"
                      + (item("Thu, 05 Mar 2026 00:00:00 GMT").repeat(2) + item(null))
                      + "</channel></rss>")),
          "feed of JSON",
          List.of(
              Things.of(
                  "feed.json",
                  "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Street\",\"items\":["
                      + String.join(",", entry(DAY), entry(DAY), entry(null))
                      + "]}")),
          "archive",
          List.of(Things.of("a.warc", record(DAY) + record(DAY) + record(null))));

  @ParameterizedTest
  @ValueSource(strings = {"markdown", "page", "ninjs", "lines", "rss", "feed of JSON", "archive"})
  void everythingOfferedCountsOnce(String kind) {
    MockProducer<String, byte[]> kafka =
        new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    try (ArticleProducer producer =
        new ArticleProducer(
            () -> kafka, EventSerdes.singleObject(), Ledger.settings(2), Things.emptyIndex())) {
      IngestReport report = producer.ingest(KINDS.get(kind).iterator(), told -> {});
      assertEquals(3, report.offered(), report.toString());
      assertEquals(1, report.accepted(), report.toString());
      assertEquals(1, report.unchanged(), report.toString());
      assertEquals(1, report.rejectedInAll(), report.toString());
    }
    assertEquals(1, written(kafka, Topics.ARTICLES));
    assertEquals(1, written(kafka, Topics.REJECTS));
  }

  private static long written(MockProducer<String, byte[]> kafka, Topic<?> topic) {
    return kafka.history().stream().filter(one -> one.topic().equals(topic.name())).count();
  }

  /** Three files; the last one without a date. */
  private static List<Input> files(String name, UnaryOperator<String> content) {
    return List.of(
        Things.of(name.formatted(1), content.apply(DAY)),
        Things.of(name.formatted(2), content.apply(DAY)),
        Things.of(name.formatted(3), content.apply(null)));
  }

  private static String markdown(String day) {
    String date = day == null ? "" : "date: " + day + "\n";
    return "---\n" + date + "url: " + URL + "\n---\n" + BODY;
  }

  private static String page(String day) {
    String date =
        day == null ? "" : "<meta property='article:published_time' content='" + day + "'>";
    return "<!DOCTYPE html><html><head><link rel=canonical href='"
        + URL
        + "'>"
        + date
        + "</head><body><p>"
        + BODY
        + "</p></body></html>";
  }

  private static String ninjs(String day) {
    String date = day == null ? "" : ",\"versioncreated\":\"" + day + "T00:00:00Z\"";
    return "{\"uri\":\"" + URL + "\",\"type\":\"text\",\"body_text\":\"" + BODY + "\"" + date + "}";
  }

  private static String line(String day) {
    String date = day == null ? "" : ",\"date\":\"" + day + "\"";
    return "{\"url\":\"" + URL + "\",\"text\":\"" + BODY + "\"" + date + "}";
  }

  private static String entry(String day) {
    String date = day == null ? "" : ",\"date_published\":\"" + day + "T00:00:00Z\"";
    return "{\"id\":\"7\",\"url\":\"" + URL + "\",\"content_text\":\"" + BODY + "\"" + date + "}";
  }

  private static String item(String date) {
    String published = date == null ? "" : "<pubDate>" + date + "</pubDate>";
    return "<item><title>Moor</title><link>"
        + URL
        + "</link>"
        + published
        + "<description>"
        + BODY
        + "</description></item>";
  }

  private static String record(String day) {
    String page = page(day);
    String http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
            + length(page)
            + "\r\n\r\n"
            + page;
    return "WARC/1.0\r\nWARC-Type: response\r\n"
        + "WARC-Record-ID: <urn:uuid:9b3f5c9e-3f0e-4bb0-8f5e-6a6b8f6c1d11>\r\n"
        + "WARC-Date: 2026-03-07T00:00:00Z\r\nWARC-Target-URI: "
        + URL
        + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
        + length(http)
        + "\r\n\r\n"
        + http
        + "\r\n\r\n";
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
