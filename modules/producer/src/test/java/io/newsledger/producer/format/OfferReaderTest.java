package io.newsledger.producer.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.Article;
import io.newsledger.events.RejectReason;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.Offer;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Reading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferReaderTest {
  private static final String URL = "https://street.example/moor";
  private static final String BODY =
      "Ada Moor, who led inference at Quill, has joined Harbour Compute, two people said.";
  private static final String PAGE =
      "<!DOCTYPE html><html><head><link rel=canonical href='"
          + URL
          + "'><meta property='article:published_time' content='2026-03-05'></head><body><p>"
          + BODY
          + "</p></body></html>";
  private static final String JSON =
      "{\"title\":\"Moor\",\"url\":\""
          + URL
          + "\",\"date\":\"2026-03-05\",\"text\":\""
          + BODY
          + "\"}";
  private static final String RSS =
      "<rss><channel><title>Street</title><item><title>Moor</title><link>"
          + URL
          + "</link><pubDate>Thu, 05 Mar 2026 00:00:00 GMT</pubDate><description>"
          + BODY
          + "</description></item></channel></rss>";
  private static final String FEED_ITEM =
      JSON.replace("\"date\"", "\"date_published\"").replace("\"text\"", "\"content_text\"");
  private static final String MARKDOWN =
      "---\ndate: 2026-03-05\nurl: " + URL + "\n---\n" + BODY + "\n";

  @Test
  void theSameArticleInEveryFormatIsOneArticle() throws IOException {
    List<List<Offer>> all =
        List.of(
            offers("a.md", MARKDOWN),
            offers("a.html", PAGE),
            offers("a.bin", PAGE),
            offers("a.json", JSON),
            offers("a.jsonl", JSON),
            offers("a.rss", RSS),
            offers("a.xml", RSS),
            offers("a.html.gz", gzip(utf8(PAGE))),
            offers("a.warc", warc(response(URL, "text/html", PAGE))),
            offers("a.warc.gz", gzip(warc(response(URL, "text/html", PAGE)))));
    for (List<Offer> offers : all) {
      Article article = article(offers.get(0));
      assertEquals(1, offers.size());
      assertEquals(article(all.get(0).get(0)).getId(), article.getId());
      assertEquals(Instant.parse("2026-03-05T00:00:00Z"), article.getPublishedAt());
      assertEquals(BODY, article.getBody());
    }
  }

  @Test
  void aFileWithoutAnEndingIsReadByItsContent() throws IOException {
    String pretty = JSON.replace("\",\"", "\",\n  \"");
    byte[] archive = warc(response(URL, "text/html", PAGE));
    for (byte[] content :
        List.of(
            utf8(MARKDOWN),
            utf8(MARKDOWN.replace("\n", "\r\n")),
            utf8(PAGE),
            utf8("<!-- saved -->\n" + PAGE.substring("<!DOCTYPE html>".length())),
            utf8(JSON),
            utf8(pretty),
            utf8("[" + pretty + "]"),
            utf8(
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [\n"
                    + FEED_ITEM
                    + "]}"),
            utf8(RSS),
            archive,
            gzip(utf8(RSS)),
            gzip(archive))) {
      for (String name : List.of("clip", "2026.03.05 clip", "stdin")) {
        List<Offer> offers = offers(name, content);
        assertEquals(1, offers.size(), new String(content, StandardCharsets.ISO_8859_1));
        assertEquals(BODY, article(offers.get(0)).getBody());
      }
    }
    assertEquals(2, offers("lines", JSON + "\n" + JSON + "\n").size());
    assertEquals(BODY, article(offers("clip.article", MARKDOWN).get(0)).getBody());
  }

  @Test
  void whatIsInNoFormatIsToldSo() {
    assertEquals(RejectReason.UNSUPPORTED, reason(offers("sheet.csv", "a,b\n1,2\n").get(0)));
    assertEquals(RejectReason.UNSUPPORTED, reason(offers("a.py", "print(1)").get(0)));
    assertEquals(
        RejectReason.UNSUPPORTED,
        reason(
            offers("feeds", "<?xml version='1.0'?><opml><body><outline xmlUrl='x'/></body></opml>")
                .get(0)));
    assertEquals(RejectReason.BINARY, reason(offers("core", "\u0001\u0002\u0000ELF").get(0)));
  }

  @Test
  void aRefusedEntryCanBeReadAgainAlone() {
    String undated = RSS.replaceAll("<pubDate>.*</pubDate>", "");
    Offer refused = offers("a.xml", undated).get(0);
    assertEquals(RejectReason.FRONT_MATTER, reason(refused));
    List<Offer> again =
        drained(
            new OfferReader(ArticleReader.withDefault(Instant.parse("2026-03-05T00:00:00Z"))),
            Input.stream("b", "b", new ByteArrayInputStream(refused.original().bytes())));
    assertEquals(article(offers("a.xml", RSS).get(0)), article(again.get(0)));
  }

  @Test
  void linesAreReadOneByOne() {
    List<Offer> offers = offers("a.jsonl", JSON + "\n\n{broken\n" + JSON + "\r\n[1]\n");
    assertEquals(4, offers.size());
    article(offers.get(0));
    assertEquals(RejectReason.MALFORMED, reason(offers.get(1)));
    assertEquals("a.jsonl#3", offers.get(1).input().origin());
    assertEquals("{broken", new String(offers.get(1).original().bytes(), StandardCharsets.UTF_8));
    article(offers.get(2));
    assertEquals(RejectReason.MALFORMED, reason(offers.get(3)));
  }

  @Test
  void aLineThatNeverEndsIsRefusedAndTheRestIsRead() {
    byte[] line = new byte[JsonLines.MAX_LINE + 100_000];
    Arrays.fill(line, (byte) '{');
    line[line.length - 1] = '\n';
    InputStream all =
        new SequenceInputStream(
            new ByteArrayInputStream(line), new ByteArrayInputStream(utf8(JSON)));
    List<Offer> offers = drained(Input.stream("a.jsonl", "a.jsonl", all));
    assertEquals(RejectReason.TOO_LARGE, reason(offers.get(0)));
    article(offers.get(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.jsonl"})
  void deepJsonIsRefused(String name) {
    assertEquals(RejectReason.MALFORMED, reason(offers(name, "[".repeat(100_000)).get(0)));
    String deep = "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);
    assertEquals(RejectReason.MALFORMED, reason(offers(name, deep).get(0)));
  }

  @Test
  void nulBytesAndWrongEncodingsAreRefusedOrTakenOut() {
    byte[] json = utf8(JSON);
    json[json.length - 5] = (byte) 0xFF;
    assertEquals(RejectReason.MALFORMED, reason(offers("a.json", json).get(0)));
    byte[] page = utf8(PAGE.replace("Quill", "Qu\u0000ill"));
    assertTrue(article(offers("a.html", page).get(0)).getBody().indexOf('\u0000') < 0);
  }

  @Test
  void aListOfArticlesOffersEach() {
    List<Offer> offers = offers("a.json", "[" + JSON + ",{\"text\":\"x\"}," + JSON + "]");
    assertEquals(3, offers.size());
    assertEquals("a.json#2", offers.get(1).input().origin());
    assertEquals(RejectReason.FRONT_MATTER, reason(offers.get(1)));
  }

  @Test
  void ninjsOfAllVersions() {
    String one =
        """
        {"uri": "https://street.example/moor", "type": "text", "versioncreated":
         "2026-03-06T10:00:00Z", "firstcreated": "2026-03-05T00:00:00Z", "headline": "Moor",
         "body_xhtml": "<p>Ada Moor left.</p><p>So it is said.</p>", "infosource": [{"name": "Street"}]}
        """;
    String three =
        """
        {"uri": "https://street.example/moor", "standard": {"name": "ninjs", "version": "3.0"},
         "versionCreated": "2026-03-06T10:00:00Z", "firstCreated": "2026-03-05T00:00:00Z",
         "headlines": [{"role": "short", "value": "M"}, {"role": "main", "value": "Moor"}],
         "bodies": [{"contentType": "text/html", "value": "<p>Ada Moor left.</p><p>So it is said.</p>"}],
         "infoSources": [{"name": "Street"}]}
        """;
    Article article = article(offers("a.json", one).get(0));
    assertEquals("Moor", article.getTitle());
    assertEquals("Street", article.getSource());
    assertEquals("Ada Moor left.\n\nSo it is said.", article.getBody());
    assertEquals(Instant.parse("2026-03-06T10:00:00Z"), article.getRevisedAt());
    assertEquals(article, article(offers("a.json", three).get(0)));
  }

  @Test
  void ninjsThatIsNoArticleIsRefusedWithTheReason() {
    String start = "{\"uri\":\"urn:x:1\",\"versioncreated\":\"2026-03-05T00:00:00Z\",";
    assertEquals(
        RejectReason.UNSUPPORTED, reason(offers("a.json", start + "\"type\":\"picture\"}").get(0)));
    assertEquals(
        RejectReason.MALFORMED, reason(offers("a.json", start + "\"type\":\"essay\"}").get(0)));
    assertEquals(
        RejectReason.MALFORMED, reason(offers("a.json", start + "\"headline\":7}").get(0)));
    Article gone = article(offers("a.json", start + "\"pubstatus\":\"canceled\"}").get(0));
    assertEquals(null, gone.getBody());
  }

  @Test
  void ninjsHasToBeValidInOneOfItsVersions() {
    String start = "{\"uri\":\"urn:x:1\",\"headline\":\"Moor\",\"body_text\":\"She left.\",";
    for (String invalid :
        List.of(
            "\"place\":\"Rome\"",
            "\"mood\":\"calm\"",
            "\"altids\":\"7\"",
            "\"version\":1.2",
            "\"$standard\":{\"version\":\"1.3\"},\"headline-x\":\"M\"")) {
      String detail = refused(offers("a.json", start + invalid + "}").get(0)).detail();
      assertTrue(detail.startsWith("is no valid ninjs: by version 1."), detail);
    }
    String extended =
        start
            + "\"versioncreated\":\"2026-03-05T00:00:00Z\",\"$standard\":{\"version\":\"1.6\",\"schema\":"
            + "\"https://street.example/own.json\"},\"mood\":\"calm\"}";
    assertEquals("She left.", article(offers("a.json", extended).get(0)).getBody());
  }

  @Test
  void anArchiveIsReadUpToWhereItBreaksOff() throws IOException {
    byte[] whole =
        warc(
            response("https://street.example/logo", "image/png", "x"),
            response("https://street.example/1", "text/html; charset=utf-8", PAGE),
            response("https://street.example/2", "text/html", "<p>undated</p>"),
            response("https://street.example/3", "text/html", PAGE));
    try (Offers offers = reader().offers(input("a.warc", whole))) {
      assertEquals(List.of("", "FRONT_MATTER", ""), reasons(offers));
      assertEquals(1, offers.passedOver());
    }
    byte[] cut = Arrays.copyOf(whole, whole.length - 40);
    assertEquals(
        List.of("", "FRONT_MATTER", "MALFORMED"), reasons(reader().offers(input("a.warc", cut))));
    byte[] zipped = gzip(whole);
    byte[] torn = Arrays.copyOf(zipped, zipped.length / 2);
    List<String> read = reasons(reader().offers(input("a.warc.gz", torn)));
    assertEquals("MALFORMED", read.get(read.size() - 1));
  }

  @Test
  void gzipBombsAreRefused() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 80; i++) {
        out.write(zeros);
      }
    }
    for (String name : List.of("a.html.gz", "a.md.gz", "a.jsonl.gz", "a.warc.gz")) {
      List<Offer> offers = offers(name, bomb.toByteArray());
      assertEquals(1, offers.size(), name);
      reason(offers.get(0));
    }
    byte[] twice = gzip(gzip(gzip(gzip(utf8(PAGE)))));
    reason(offers("a.html.gz", twice).get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.md", "a.html", "a.json", "a.jsonl", "a.rss", "a.warc", "a.gz", "a", ""})
  void nothingIsReadFromNothing(String name) {
    for (Offer offer : offers(name, "")) {
      reason(offer);
    }
    reason(offers(name, new byte[] {0x1F, (byte) 0x8B, 1}).get(0));
  }

  private static OfferReader reader() {
    return new OfferReader(ArticleReader.strict());
  }

  private static List<Offer> offers(String name, String text) {
    return offers(name, utf8(text));
  }

  private static List<Offer> offers(String name, byte[] bytes) {
    return drained(input(name, bytes));
  }

  private static Input input(String name, byte[] bytes) {
    return Input.stream(name, name, new ByteArrayInputStream(bytes));
  }

  private static List<Offer> drained(Input input) {
    return drained(reader(), input);
  }

  private static List<Offer> drained(OfferReader reader, Input input) {
    try (Offers offers = reader.offers(input)) {
      List<Offer> all = new ArrayList<>();
      offers.forEachRemaining(all::add);
      return all;
    }
  }

  private static List<String> reasons(Offers offers) {
    List<String> reasons = new ArrayList<>();
    offers.forEachRemaining(
        offer ->
            reasons.add(
                offer.reading() instanceof Reading.Refused refused ? refused.reason().name() : ""));
    return reasons;
  }

  private static Article article(Offer offer) {
    return assertInstanceOf(Reading.Read.class, offer.reading(), offer.reading().toString())
        .article();
  }

  private static RejectReason reason(Offer offer) {
    return refused(offer).reason();
  }

  private static Reading.Refused refused(Offer offer) {
    return assertInstanceOf(Reading.Refused.class, offer.reading());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }

  private static byte[] warc(byte[]... records) throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    for (byte[] record : records) {
      archive.write(record);
    }
    return archive.toByteArray();
  }

  private static byte[] response(String url, String type, String body) {
    String http =
        "HTTP/1.1 200 OK\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + utf8(body).length
            + "\r\n\r\n"
            + body;
    return utf8(
        "WARC/1.0\r\n"
            + "WARC-Type: response\r\n"
            + "WARC-Record-ID: <urn:uuid:9b3f5c9e-3f0e-4bb0-8f5e-6a6b8f6c1d11>\r\n"
            + "WARC-Date: 2026-03-07T00:00:00Z\r\n"
            + "WARC-Target-URI: "
            + url
            + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
            + utf8(http).length
            + "\r\n\r\n"
            + http
            + "\r\n\r\n");
  }
}
