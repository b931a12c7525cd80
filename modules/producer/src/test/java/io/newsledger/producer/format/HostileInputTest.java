package io.newsledger.producer.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.RejectReason;
import io.newsledger.producer.figures.FigureTables;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.Inputs;
import io.newsledger.producer.input.Offer;
import io.newsledger.producer.input.Original;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Reading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody sends by mistake: each is read or refused, soon, and what comes after it is read. */
class HostileInputTest {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final int MANY = 200_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a.xml", "a.rss", "a.opml", "a.html", "a"})
  void entitiesAreNoBombsAndFetchNothing(String name) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "the secret word");
    StringBuilder bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY e0 \"boom\">");
    for (int i = 1; i < 40; i++) {
      bomb.append("<!ENTITY e").append(i).append(" \"");
      bomb.append(("&e" + (i - 1) + ";").repeat(10)).append("\">");
    }
    bomb.append("<!ENTITY file SYSTEM \"").append(secret.toUri()).append("\">");
    bomb.append("<!ENTITY % more SYSTEM \"http://127.0.0.1:1/x.dtd\">%more;]>");
    String feed =
        "<?xml version=\"1.0\"?>"
            + bomb
            + "<rss><channel><title>T</title><item><title>&e39;</title><guid>1</guid>"
            + "<pubDate>Thu, 05 Mar 2026 14:30:00 GMT</pubDate><description>Words &file; &e39;"
            + "</description></item></channel></rss>";
    List<Offer> offers = offers(name, feed);
    assertFalse(offers.isEmpty());
    for (Offer offer : offers) {
      String read = offer.reading().toString();
      assertFalse(read.contains("the secret word"), read);
      assertTrue(read.length() < 100_000);
    }
  }

  @Test
  void gzipBombsOfAnyDepthAndOfManyMembers() throws IOException {
    byte[] deep = new byte[32 * 1024 * 1024];
    for (int i = 0; i < 6; i++) {
      deep = gzip(deep);
    }
    for (String name : List.of("a.gz", "a.md.gz", "a.warc.gz", "a.jsonl.gz")) {
      for (Offer offer : offers(name, deep)) {
        refused(offer);
      }
    }
    // Members without content, one behind the other.
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    byte[] nothing = gzip(new byte[0]);
    for (int i = 0; i < MANY; i++) {
      members.write(nothing);
    }
    for (String name : List.of("a.gz", "a.md.gz", "a.warc.gz", "a.jsonl.gz")) {
      for (Offer offer : offers(name, members.toByteArray())) {
        refused(offer);
      }
    }
  }

  @Test
  void zipFilesAreNotUnpacked() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("../../etc/passwd"));
      zip.write(new byte[16 * 1024 * 1024]);
      zip.closeEntry();
    }
    for (String name : List.of("a.zip", "a", "a.md", "a.html")) {
      refused(offers(name, bytes.toByteArray()).get(0));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.md", "a.html", "a.json", "a.jsonl", "a.xml", "a.warc", "a.gz", "a.bin"})
  void aFileOfAGigabyteIsNotHeldInMemory(String name) throws IOException {
    Path file = folder.resolve(name);
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(1L << 30);
    }
    List<Offer> offers = assertTimeoutPreemptively(SOON, () -> drained(Input.file(file)));
    assertEquals(1, offers.size());
    refused(offers.get(0));
    assertTrue(offers.get(0).original().kept() <= Original.MAX_KEPT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\ntitle: ",
        "<html><p>",
        "<rss><channel><item><title>",
        "{\"text\": \"",
        "{\"text\": 1",
        "[[[[[[",
        "{\"a\":1}\n{\"text\":\"",
        "WARC/1.0\r\nWARC-Type: response\r\nX: ",
        "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://street.example/\r\nWARC-Date:"
            + " 2026-03-07T00:00:00Z\r\nWARC-Record-ID: <urn:x:1>\r\nContent-Type: text/html\r\n"
            + "Content-Length: 999999999999999\r\n\r\n",
        "words"
      })
  void streamsWithoutEndHaveOne(String start) {
    for (String name : List.of("stdin", "a.jsonl")) {
      Input input = Input.stream(name, name, new Endless(start.getBytes(StandardCharsets.UTF_8)));
      List<Offer> offers = assertTimeoutPreemptively(SOON, () -> drained(input), name);
      refused(offers.get(offers.size() - 1));
      for (Offer offer : offers) {
        assertTrue(offer.original().kept() <= Original.MAX_KEPT);
      }
    }
  }

  @Test
  void deepNesting() {
    for (String name : List.of("a.json", "a.jsonl", "a")) {
      for (String open : List.of("[", "{\"a\":", "{\"uri\":\"urn:x:1\",\"associations\":[")) {
        assertEquals(
            RejectReason.MALFORMED, refused(offers(name, open.repeat(MANY)).get(0)).reason(), name);
      }
    }
    for (String open : List.of("<b>", "<table><tr><td>", "<item>")) {
      for (String start : List.of("<rss><channel>", "<opml>", "<feed>")) {
        for (Offer offer : offers("a.xml", start + open.repeat(MANY))) {
          refused(offer);
        }
      }
    }
  }

  /** Four gigabytes of elements, if all were made. */
  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<b>", "<table>", "<x a b c>"})
  void pagesOfNothingButTags(String tag) {
    String page = "<html><body>" + tag.repeat(15 * 1024 * 1024 / tag.length());
    assertEquals(1, offers("a.html", page).size());
  }

  /** A schema that refers to itself must not be tried in all ways on each level. */
  @ParameterizedTest
  @ValueSource(strings = {"{\"x\":%s}", "[%s]"})
  void nestedAssociationsOfNinjs(String associations) {
    String item = "{\"uri\":\"urn:x:0\",\"mood\":\"calm\"}";
    for (int i = 1; i < 40; i++) {
      item =
          "{\"uri\":\"urn:x:"
              + i
              + "\",\"name\":\"n\",\"associations\":"
              + associations.formatted(item)
              + "}";
    }
    assertEquals(RejectReason.MALFORMED, refused(offers("a.json", item).get(0)).reason());
  }

  @Test
  void aliasesInFrontMatter() {
    StringBuilder yaml = new StringBuilder("---\na0: &a0 boom\n");
    for (int i = 1; i < 40; i++) {
      yaml.append("a").append(i).append(": &a").append(i).append(" [");
      yaml.append(("*a" + (i - 1) + ",").repeat(10)).append("]\n");
    }
    offers("a.md", yaml + "title: *a39\ndate: 2026-03-05\n---\nWords.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.md", "a.html", "a.json", "a.jsonl", "a.rss", "a.warc", "a"})
  void nulBytesAndWrongCharsets(String name) {
    List<byte[]> texts = new ArrayList<>();
    for (String start : List.of("", "---\ncharset: utf-7\n---\n", "<html><meta charset=x-none>")) {
      texts.add(new byte[100]);
      texts.add((start + "Wo\0rds\0").getBytes(StandardCharsets.UTF_8));
      texts.add((start + "ü ö ä").getBytes(StandardCharsets.ISO_8859_1));
      texts.add((start + "ü ö ä").getBytes(StandardCharsets.UTF_16LE));
      texts.add(
          ("<?xml version='1.0' encoding='no-such'?><rss><item>" + start)
              .getBytes(StandardCharsets.UTF_16BE));
      texts.add(
          ("{\"text\":\"\\u0000\\ud800\",\"title\":\"" + start + "\"}")
              .getBytes(StandardCharsets.UTF_8));
      texts.add(new byte[] {(byte) 0xC0, (byte) 0x80, (byte) 0xED, (byte) 0xA0, (byte) 0x80});
      texts.add(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0, 1});
    }
    for (byte[] text : texts) {
      for (Offer offer : offers(name, text)) {
        if (offer.reading() instanceof Reading.Read read) {
          assertFalse(read.article().toString().contains("\0"), "a NUL is no text");
        }
      }
    }
  }

  @Test
  void namesWithTricksNameNothingElse() throws IOException {
    Path below = Files.createDirectory(folder.resolve("news"));
    Files.writeString(folder.resolve("secret.md"), "---\ndate: 2026-03-05\n---\nThe secret word.");
    for (String name :
        List.of(
            "a\\..\\..\\secret.md", "a\nb.md", "\u001B[2J.md", "-rf.md", "a#1.md", "%2e%2e.md")) {
      Files.writeString(below.resolve(name), "---\ndate: 2026-03-05\n---\nWords.");
    }
    Inputs found = Inputs.of(List.of(below.toString()), InputStream.nullInputStream());
    assertEquals(6, found.inputs().size());
    for (Input input : found.inputs()) {
      Reading read = drained(input).get(0).reading();
      assertEquals(
          "Words.", assertInstanceOf(Reading.Read.class, read, input.name()).article().getBody());
    }
    List<String> nowhere =
        List.of("a\0b.md", "\0", "[", "{a", "news/**\0", "https://street.example/");
    assertEquals(nowhere, Inputs.of(nowhere, InputStream.nullInputStream()).missing());
  }

  @Test
  void tablesOfOneEndlessCellOrOfTooMany() {
    FigureTables tables =
        new FigureTables(
            ArticleReader.withDefault(Instant.EPOCH), Optional.of("S"), Optional.of("a market"));
    String head = "entity,metric,value\n";
    for (String start : List.of("", head, head + "\"", "\"Date\",\"Quill\"\n")) {
      Input endless =
          Input.stream("a.csv", "a.csv", new Endless(start.getBytes(StandardCharsets.UTF_8)));
      refused(assertTimeoutPreemptively(SOON, () -> tables.read(endless)));
    }
    Input wide =
        input(
            "a.csv", (head + "a".repeat(MANY) + ",".repeat(MANY)).getBytes(StandardCharsets.UTF_8));
    refused(assertTimeoutPreemptively(SOON, () -> tables.read(wide)));
  }

  private static List<Offer> offers(String name, String text) {
    return offers(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Offer> offers(String name, byte[] bytes) {
    return assertTimeoutPreemptively(SOON, () -> drained(input(name, bytes)), name);
  }

  private static Input input(String name, byte[] bytes) {
    return Input.stream(name, name, new ByteArrayInputStream(bytes));
  }

  private static List<Offer> drained(Input input) {
    OfferReader reader = new OfferReader(ArticleReader.withDefault(Instant.EPOCH));
    try (Offers offers = reader.offers(input)) {
      List<Offer> all = new ArrayList<>();
      offers.forEachRemaining(all::add);
      return all;
    }
  }

  private static Reading.Refused refused(Offer offer) {
    Reading.Refused refused =
        assertInstanceOf(Reading.Refused.class, offer.reading(), offer.input().origin());
    assertFalse(refused.reason() == RejectReason.FAILED, refused.detail());
    return refused;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }

  /** Some bytes, and then the last of them for ever. */
  private static final class Endless extends InputStream {
    private final byte[] start;
    private int at;

    private Endless(byte[] start) {
      this.start = start.length == 0 ? new byte[] {'x'} : start;
    }

    @Override
    public int read() {
      return start[at < start.length - 1 ? at++ : at];
    }

    @Override
    public int read(byte[] into, int from, int length) {
      int told = Math.min(length, start.length - 1 - at);
      if (told > 0) {
        System.arraycopy(start, at, into, from, told);
        at += told;
        return told;
      }
      Arrays.fill(into, from, from + length, start[at]);
      return length;
    }
  }
}
