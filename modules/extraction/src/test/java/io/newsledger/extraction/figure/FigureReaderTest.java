package io.newsledger.extraction.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.Figure;
import io.newsledger.extraction.Quote;
import io.newsledger.extraction.phrase.Lines;
import io.newsledger.extraction.reference.Gazetteer;
import io.newsledger.extraction.text.TextAnalyser;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FigureReaderTest {
  private static final LocalDate PUBLISHED = LocalDate.of(2026, 3, 10);
  private static final TextAnalyser ANALYSER = TextAnalyser.load();
  private static final FigureReader READER = FigureReader.load(Gazetteer.load());

  static Stream<Arguments> sentences() {
    return Lines.columns(FigureReaderTest.class, "sentences.tsv").stream()
        .map(row -> Arguments.of(row.get(0), row.get(1)));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void readsWhatASentenceSays(String sentence, String expected) {
    String wanted =
        Arrays.stream(expected.split("; ", -1)).sorted().collect(Collectors.joining("; "));
    assertEquals(wanted, Notation.of(read(null, sentence.replace(" | ", "\n\n"))), sentence);
  }

  @Test
  void aFigureToldTwiceIsOne() {
    List<Figure> figures =
        read(
            "Replit hits $240 million in annualized revenue",
            "Replit said on Monday that it had $240 million in annualized revenue.");
    assertEquals("Replit REV $240M @2026-03-09", Notation.of(figures));
  }

  @Test
  void theSameNumberOfAnotherDateIsAnother() {
    List<Figure> figures =
        read(
            null,
            "Kimi had 6 million daily users in October 2025."
                + " It had 6 million daily users in January 2026, too.");
    assertEquals("Kimi DAU 6M @2025-10; Kimi DAU 6M @2026-01", Notation.of(figures));
  }

  @Test
  void quotesAreTheArticlesOwnWordsAtTheirPlace() {
    String body =
        "# Music\n\nThe app “grew”.\r\n\r\n**[Suno](https://suno.example/a_b)** has over 3\u00a0million users — it said.\n";
    List<Figure> figures = read("Suno’s growth", body);
    assertFalse(figures.isEmpty());
    Quote quote = figures.get(0).quote();
    assertEquals(body.substring(quote.start(), quote.end()), quote.text());
    assertEquals("Suno USERS >3M", Notation.of(figures));
  }

  @Test
  void localeAndZoneDecideNothing() {
    String body =
        "IN JULY, PINTEREST HIT 578 MILLION MONTHLY USERS. Midjourney has 1.5 million users.";
    List<Figure> here = read(null, body);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
      assertEquals(here, read(null, body));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertEquals("Midjourney USERS 1.5M; Pinterest MAU 578M @2025-07", Notation.of(here));
  }

  private static List<Figure> read(String title, String body) {
    return READER.read(ANALYSER.analyse(new ArticleText(title, body, PUBLISHED, null, null)));
  }
}
