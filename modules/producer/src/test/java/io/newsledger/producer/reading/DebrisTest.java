package io.newsledger.producer.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.newsledger.events.RejectReason;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DebrisTest {
  private static final String PROSE =
      "Browsers that block scripts will see no charts on the firm's new site, which was drawn by a"
          + " team of nine in Porto and shows, for each of its models, how much memory it takes.\n\n"
          + "Ada Moor, who leads that team, said that a plain version is under way and will come in"
          + " May, with the same numbers in tables, after readers had asked for it for years.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please enable JS and disable any ad blocker",
        "street.example\n\nJavaScript is disabled in your browser. Turn it on, then reload this page.",
        "Checking your browser before you go on to street.example. This takes some seconds.",
        "Before reading on, verify you are human by completing the action below.",
        "We value your privacy\n\nWe and our 812 partners store and access cookies on your device.\n\n"
            + "Accept all cookies\n\nManage preferences",
        "404 - Page not found\n\nGo to our front page.",
        "Access denied\n\nYou don't have permission to access this page on this server.",
      })
  void refused(String body) {
    Reading.Refused refused = assertInstanceOf(Reading.Refused.class, read(body));
    assertEquals(RejectReason.DEBRIS, refused.reason(), refused.detail());
  }

  @Test
  void anArticleThatQuotesSuchAPageIsRead() {
    assertInstanceOf(Reading.Read.class, read(PROSE));
    assertInstanceOf(
        Reading.Read.class,
        read("\"Please enable JavaScript\" is all that some readers see.\n\n" + PROSE));
  }

  @Test
  void aShortBriefIsRead() {
    assertInstanceOf(Reading.Read.class, read("Ada Moor leaves Quill for Harbour."));
  }

  private static Reading read(String body) {
    return ArticleReader.strict()
        .read(
            new Draft(
                Optional.of("A title"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("2026-03-05"),
                Optional.empty(),
                false,
                body));
  }
}
