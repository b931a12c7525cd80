package io.newsledger.producer.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {
  private static final String FIRST =
      "Ada Moor, who led inference at Quill, has joined Harbour Compute, two people who know of the"
          + " move said on Thursday, after eleven years at the older firm.";
  private static final String SECOND =
      "She starts in April, they said, and will build a group of about twenty engineers, most of"
          + " whom are still to be hired, in the firm's offices in Lyon and in Porto.";
  private static final String THIRD =
      "Quill confirmed that she left, thanked her, and named no successor; its shares, which had"
          + " fallen in the morning, closed where they opened.";

  @Test
  void mainTextWithoutWhatStandsAroundIt() {
    Page page = page("", article());
    assertEquals(List.of(FIRST, "What comes next", SECOND, THIRD), page.paragraphs());
  }

  @Test
  void readsWhatThePageTellsMachines() {
    Page page =
        page(
            """
            <link rel="canonical" href="/news/moor">
            <meta property="og:site_name" content="Compute Street">
            <script type="application/ld+json">
            {"@context": "https://schema.org", "@graph": [
              {"@type": "WebSite", "name": "Compute Street"},
              {"@type": ["ReportageNewsArticle"], "headline": "Moor joins Harbour &amp; Co",
               "datePublished": "2026-03-05T14:30:00+01:00", "dateModified": "2026-03-06",
               "author": [{"@id": "#lee"}, {"@type": "Person", "name": "Io Park"}],
               "publisher": {"@type": "Organization", "name": "Street Media"}},
              {"@id": "#lee", "@type": "Person", "name": "Jo Lee"}]}
            </script>
            """,
            article());
    assertEquals(Optional.of("Moor joins Harbour & Co"), page.title());
    assertEquals(Optional.of("Jo Lee, Io Park"), page.author());
    assertEquals(Optional.of("2026-03-05T14:30:00+01:00"), page.published());
    assertEquals(Optional.of("2026-03-06"), page.modified());
    assertEquals(Optional.of("en-GB"), page.language());
    assertEquals(Optional.of("Compute Street"), page.source());
    assertEquals(Optional.of("https://street.example/news/moor"), page.url());
  }

  @Test
  void readsWhatThePageTellsPeople() {
    Page page =
        page(
            "<title>Moor joins Harbour - street.example</title>",
            "<p class='byline'>By Jo Lee</p><span class='post-date'>5 March 2026</span>"
                + article());
    assertEquals(Optional.of("Moor joins Harbour"), page.title());
    assertEquals(Optional.of("Jo Lee"), page.author());
    assertEquals(Optional.of("2026-03-05"), page.published());
    assertEquals(Optional.of("street.example"), page.source());
    assertEquals(Optional.of("https://street.example/2026/moor?id=7"), page.url());
  }

  @Test
  void aCanonicalFrontPageIsNoArticlesAddress() {
    Page page = page("<link rel='canonical' href='https://street.example/'>", article());
    assertEquals(Optional.of("https://street.example/2026/moor?id=7"), page.url());
  }

  @Test
  void aDayInProseIsNoDayOfPublication() {
    Page page = page("", "<p>" + FIRST + " The firm opened on 5 March 2019.</p><p>" + SECOND);
    assertEquals(Optional.empty(), page.published());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-05T14:30:00.123Z, 2026-03-05T14:30:00Z",
    "2026-03-05 14:30:00 +0100, 2026-03-05T14:30:00+01:00",
    "20260305T143000Z, 2026-03-05T14:30:00Z",
    "1772721000, 2026-03-05T14:30:00Z",
    "'Thu, 05 Mar 2026 14:30:00 GMT', 2026-03-05T14:30:00Z",
    "'March 5, 2026', 2026-03-05",
    "5. März 2026, 2026-03-05",
    "5 mars 2026, 2026-03-05",
    "5 Mart 2026, 2026-03-05",
    "5 de marzo de 2026, 2026-03-05",
    "2026年3月5日, 2026-03-05",
    "05.03.2026, 2026-03-05",
    "05/03/2026, 2026-03-05",
  })
  void datesInManyForms(String printed, String expected) {
    assertEquals(Optional.of(expected), new PrintedDates("en-GB").value(printed), "as " + printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2026", "2026-13-45", "32 March 2026", "99999999999999", "1.2.3", "March"})
  void noDates(String printed) {
    assertEquals(Optional.empty(), new PrintedDates("en").value(printed));
  }

  @Test
  void slashesAreReadInTheLanguageOfThePage() {
    assertEquals(Optional.of("2026-05-03"), new PrintedDates("en-US").find("05/03/2026"));
    assertEquals(Optional.of("2026-03-05"), new PrintedDates("fr").find("05/03/2026"));
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252, windows-1252, ",
    "windows-1252, , iso-8859-1",
    "windows-1252, , ",
    "windows-1252, utf-8, utf-8",
    "utf-8, , iso-8859-1",
    "utf-8, nonsense, ",
    "gb18030, , gb2312",
    "windows-1254, , iso-8859-9",
  })
  void wrongEncodings(String real, String told, String declared) {
    String word = real.equals("gb18030") ? "李雷加入了海港计算公司" : "Müller–Ortiz « café »";
    String meta = declared == null ? "" : "<meta charset='" + declared + "'>";
    String html = meta + "<p>" + word + "</p>";
    Page page =
        PageReader.read(
            html.getBytes(Charset.forName(real)),
            new PageReader.Hints(Optional.empty(), Optional.ofNullable(told)));
    assertEquals(List.of(word), page.paragraphs());
  }

  @Test
  void deepAndWidePagesEnd() {
    String deep = "<div class=a>".repeat(50_000) + "x, y, z and more words to make a paragraph";
    String wide = "<p>a, b, c and some more words to make this a paragraph</p>".repeat(10_000);
    String broken = "<script type='application/ld+json'>" + "[".repeat(100_000) + "</script>";
    for (String html : List.of(deep, wide, broken + wide, "<a href='".repeat(100_000))) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(60),
          () -> PageReader.read(html.getBytes(StandardCharsets.UTF_8), PageReader.Hints.NONE));
    }
  }

  @Test
  void bytesThatAreNoPageGiveNoText() {
    byte[] noise = new byte[4096];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (i * 31 % 7);
    }
    assertFalse(PageReader.read(noise, PageReader.Hints.NONE).published().isPresent());
    assertTrue(PageReader.read(new byte[0], PageReader.Hints.NONE).paragraphs().isEmpty());
  }

  private static Page page(String head, String body) {
    String html =
        "<!doctype html><html lang='en-GB'><head>"
            + head
            + "</head><body>"
            + body
            + "</body></html>";
    return PageReader.read(
        html.getBytes(StandardCharsets.UTF_8),
        new PageReader.Hints(
            Optional.of("https://street.example/2026/moor?id=7"), Optional.of("utf-8")));
  }

  private static String article() {
    return """
        <header><nav><a href="/">Home</a> <a href="/chips">Chips, models and people</a></nav></header>
        <div class="sidebar"><p>Ten charts, some of them old, that you have to see, they say.</p></div>
        <article><div class="story-body">
        <p>%s</p>
        <div class="newsletter"><p>Sign up, it is free, for our letter on chips, models and more.</p></div>
        <h2>What comes next</h2>
        <p>%s</p>
        <figure><img src="x.png"><figcaption>Moor, at a fair, in 2024</figcaption></figure>
        <ul class="related"><li><a href="/1">Another story, longer than this one</a></li></ul>
        <p>%s</p>
        <p style="display:none">Not shown, and so not read, by anybody at all, ever.</p>
        <script>var shown = "no, not at all, never";</script>
        </div></article>
        <footer><p>All rights, where there are any, are reserved, of course.</p></footer>
        """
        .formatted(FIRST, SECOND, THIRD);
  }
}
