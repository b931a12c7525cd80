package io.newsledger.producer.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedReaderTest {
  @Test
  void rss2() {
    Feed feed =
        read(
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel><title>Compute Street</title><link>https://street.example/</link>
            <language>en-gb</language>
            <item><title>Moor &amp;amp; Harbour</title><link>https://street.example/moor</link>
            <guid isPermaLink="false">street-7</guid><dc:creator>Jo Lee</dc:creator>
            <pubDate>Thu, 05 Mar 2026 14:30:00 +0100</pubDate>
            <description>A teaser</description>
            <content:encoded><![CDATA[<p>Ada Moor left.</p>]]></content:encoded></item>
            </channel></rss>
            """);
    assertEquals(Optional.of("Compute Street"), feed.title());
    assertEquals(Optional.of("en-gb"), feed.language());
    Feed.Entry entry = feed.entries().get(0);
    assertEquals(Optional.of("Moor & Harbour"), entry.title());
    assertEquals(Optional.of("https://street.example/moor"), entry.link());
    assertEquals(Optional.of("street-7"), entry.id());
    assertEquals(Optional.of("Jo Lee"), entry.author());
    assertEquals(Optional.of("Thu, 05 Mar 2026 14:30:00 +0100"), entry.published());
    assertEquals(Optional.of("A teaser"), entry.summary());
    assertEquals(Optional.of("<p>Ada Moor left.</p>"), entry.content());
    Feed alone = read(entry.source());
    assertEquals(feed.title(), alone.title());
    assertEquals(entry.content(), alone.entries().get(0).content());
    assertEquals(entry.author(), alone.entries().get(0).author());
  }

  @Test
  void rss1HasItsItemsBesideTheChannel() {
    Feed feed =
        read(
            """
            <rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <channel rdf:about="x"><title>Street</title></channel>
            <item rdf:about="https://street.example/1"><title>One</title><dc:date>2026-03-05</dc:date>
            </item><item rdf:about="https://street.example/2"><title>Two</title></item></rdf:RDF>
            """);
    assertEquals(2, feed.entries().size());
    assertEquals(Optional.of("https://street.example/1"), feed.entries().get(0).id());
    assertEquals(Optional.of("2026-03-05"), feed.entries().get(0).updated());
  }

  @Test
  void atomWithBasesMarkupAndAPrefix() {
    Feed feed =
        read(
            """
            <a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://street.example/news/">
            <a:title>Street</a:title>
            <a:entry xml:base="2026/"><a:id>tag:street.example,2026:7</a:id>
            <a:title type="html">Moor &lt;b&gt;leaves&lt;/b&gt;</a:title>
            <a:link rel="self" href="self"/><a:link rel="alternate" href="moor"/>
            <a:author><a:name>Jo Lee</a:name></a:author><a:author><a:name>Io Park</a:name></a:author>
            <a:published>2026-03-05T14:30:00Z</a:published><a:updated>2026-03-06T08:00:00Z</a:updated>
            <a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>She left.</p></div>
            </a:content></a:entry></a:feed>
            """);
    Feed.Entry entry = feed.entries().get(0);
    assertEquals(Optional.of("Moor leaves"), entry.title());
    assertEquals(Optional.of("https://street.example/news/2026/moor"), entry.link());
    assertEquals(Optional.of("Jo Lee, Io Park"), entry.author());
    assertEquals(Optional.of("2026-03-05T14:30:00Z"), entry.published());
    assertEquals(Optional.of("2026-03-06T08:00:00Z"), entry.updated());
    assertTrue(entry.content().orElseThrow().contains("<p>She left.</p>"));
  }

  @ParameterizedTest
  @CsvSource({"U2hlIGxlZnQu, She left.", "nullS, nullS"})
  void aLineOfAnotherTypeIsBase64WhereItCanBe(String told, String title) {
    Feed feed =
        read(
            "<feed xmlns='http://www.w3.org/2005/Atom'><title type='application/x'>"
                + told
                + "</title></feed>");
    assertEquals(Optional.of(title), feed.title());
  }

  @ParameterizedTest
  @CsvSource({
    "Jo Lee, Jo Lee",
    "jo@street.example (Jo Lee), Jo Lee",
    "Jo Lee (jo@street.example), Jo Lee",
    "jo@street.example, jo@street.example",
  })
  void authorsAsMailWritesThem(String written, String name) {
    Feed feed = read("<rss><channel><item><author>" + written + "</author></item></channel></rss>");
    assertEquals(Optional.of(name), feed.entries().get(0).author());
  }

  @Test
  void aBrokenFeedIsReadToItsEnd() {
    Feed feed =
        read("<rss><channel><title>A & B</title><item><title>One<item><title>Two&nbsp;x</title>");
    assertEquals(Optional.of("A & B"), feed.title());
    assertFalse(feed.entries().isEmpty());
  }

  @Test
  void entitiesAreNeitherExpandedNorFetched(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "a secret of this machine");
    StringBuilder bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"aaaaaaaaaa\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10));
      bomb.append("\">");
    }
    bomb.append("<!ENTITY x SYSTEM \"").append(secret.toUri()).append("\">]>");
    bomb.append("<rss><channel><title>&x;&a29;</title><item/></channel></rss>");
    Feed feed = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> read(bomb.toString()));
    assertFalse(feed.toString().contains("secret of"));
    assertTrue(feed.toString().length() < 1000, feed.toString());
  }

  @Test
  void deepAndLongFeedsEnd() {
    String deep = "<rss><channel>" + "<item><title>".repeat(100_000);
    String many = "<rss><channel>" + "<item><title>x</title></item>".repeat(30_000);
    for (String xml : List.of(deep, many, "<".repeat(500_000), "<rss a='".repeat(50_000))) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(60), () -> assertTrue(read(xml).entries().size() <= 10_000));
    }
  }

  @Test
  void whatIsNoFeedHasNoEntries() {
    assertEquals(List.of(), read("<html><body>no</body></html>").entries());
    assertEquals(List.of(), FeedReader.read(new byte[] {0, 1, 2, 3}).entries());
    assertEquals(List.of(), FeedReader.read(new byte[0]).entries());
  }

  @Test
  void opmlNamesFeedsInFoldersOnce() {
    String opml =
        """
        <opml version="2.0"><body><outline text="chips"><outline xmlUrl="https://a.example/feed"/>
        <outline XMLURL=" https://b.example/rss "/></outline><outline text="none"/>
        <outline xmlUrl="https://a.example/feed"/></body></opml>
        """;
    assertEquals(
        List.of("https://a.example/feed", "https://b.example/rss"),
        Opml.feeds(opml.getBytes(StandardCharsets.UTF_8)));
  }

  private static Feed read(String xml) {
    return FeedReader.read(xml.getBytes(StandardCharsets.UTF_8));
  }
}
