package io.newsledger.producer.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.Article;
import io.newsledger.events.RejectReason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftTest {
  private static final String BODY = "Ada Moor leaves Quill for Harbour.";

  @Test
  void isTheArticleThatTheSameFrontMatterTells() {
    String markdown =
        "---\ntitle: Moor\ndate: 2026-03-05\nurl: http://street.example/a/?utm_source=x\n---\n"
            + BODY;
    Reading text = ArticleReader.strict().read("a.md", markdown.getBytes(StandardCharsets.UTF_8));
    Reading draft = read("Moor", "https://street.example/a", "2026-03-05", BODY);
    assertEquals(text, draft);
  }

  @Test
  void textIsMadePlain() {
    Article article =
        article(read("A\u0000 title\n", "", "2026-03-05", "a\u0000b\r\nc\uD800d\u0007"));
    assertEquals("A title", article.getTitle());
    assertNull(article.getUrl());
    assertEquals("ab\nc\uFFFDd", article.getBody());
  }

  @Test
  void refusesWithTheReason() {
    assertEquals(RejectReason.EMPTY, reason(read("", "", "2026-03-05", " \n")));
    assertEquals(RejectReason.FRONT_MATTER, reason(read("", "", "", BODY)));
    assertEquals(RejectReason.FRONT_MATTER, reason(read("", "", "soon", BODY)));
    assertEquals(RejectReason.FRONT_MATTER, reason(read("", "no address", "2026-03-05", BODY)));
    String large = "ü".repeat(ArticleReader.MAX_BYTES / 2 + 1);
    assertEquals(RejectReason.TOO_LARGE, reason(read("", "", "2026-03-05", large)));
  }

  @Test
  void aTimeGivenFromOutsideStandsInForOneNotTold() {
    Instant day = Instant.parse("2026-03-05T00:00:00Z");
    Draft draft = draft("", "", "", BODY);
    assertEquals(day, article(ArticleReader.withDefault(day).read(draft)).getPublishedAt());
    assertTrue(ArticleReader.strict().read(draft) instanceof Reading.Refused);
  }

  private static Reading read(String title, String url, String published, String body) {
    return ArticleReader.strict().read(draft(title, url, published, body));
  }

  private static Draft draft(String title, String url, String published, String body) {
    return new Draft(
        Optional.of(title),
        Optional.empty(),
        Optional.of(url),
        Optional.of(published),
        Optional.empty(),
        false,
        body);
  }

  private static Article article(Reading reading) {
    return assertInstanceOf(Reading.Read.class, reading).article();
  }

  private static RejectReason reason(Reading reading) {
    return assertInstanceOf(Reading.Refused.class, reading).reason();
  }
}
