package io.newsledger.extraction.movement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.Movement;
import io.newsledger.extraction.NewsExtractor;
import io.newsledger.extraction.Quote;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MovementSentencesTest {
  private static final NewsExtractor EXTRACTOR = NewsExtractor.load();
  private static final LocalDate PUBLISHED = LocalDate.of(2026, 3, 10);

  @ParameterizedTest
  @CsvFileSource(resources = "movements.tsv", delimiter = '\t', quoteCharacter = '\0')
  void readsWhatIsTold(String text, String expected) {
    List<String> wanted =
        Arrays.stream(expected.split("; ", -1)).filter(m -> !m.equals("-")).sorted().toList();
    List<String> found =
        EXTRACTOR.read(article(text)).movements().stream()
            .map(m -> notation(m, wanted))
            .sorted()
            .toList();
    assertEquals(wanted, found, text);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "movements.tsv", delimiter = '\t', quoteCharacter = '\0')
  void quotesExactWordsOfTheArticle(String text, String expected) {
    ArticleText article = article(text);
    List<Movement> movements = EXTRACTOR.read(article).movements();
    assertEquals(expected.equals("-"), movements.isEmpty());
    for (Movement movement : movements) {
      Quote quote = movement.quote();
      String field = quote.field() == Quote.Field.TITLE ? article.title() : article.body();
      assertEquals(field.substring(quote.start(), quote.end()), quote.text());
    }
  }

  @Test
  void readsTheSameInAnyThread() throws IOException {
    List<ArticleText> articles = texts().stream().map(MovementSentencesTest::article).toList();
    List<List<Movement>> inOrder =
        articles.stream().map(a -> EXTRACTOR.read(a).movements()).toList();
    List<List<Movement>> inParallel =
        articles.parallelStream()
            .map(a -> EXTRACTOR.read(a).movements())
            .collect(Collectors.toList());
    assertEquals(inOrder, inParallel);
    assertTrue(inOrder.stream().mapToInt(List::size).sum() > 100);
  }

  private static ArticleText article(String text) {
    int bar = text.indexOf(" || ");
    String title = bar < 0 ? null : text.substring(0, bar);
    String body = bar < 0 ? text : text.substring(bar + 4);
    return new ArticleText(title, body, PUBLISHED, "The Courier", null);
  }

  /** With its date only where that is asked for. */
  private static String notation(Movement movement, List<String> wanted) {
    String steps =
        movement.person()
            + ":"
            + (movement.from() == null ? "" : " " + movement.from())
            + " >"
            + (movement.to() == null ? "" : " " + movement.to());
    String certainty =
        switch (movement.modality()) {
          case REPORTED -> "";
          case ANNOUNCED -> " +";
          case RUMOURED -> " ?";
          case DENIED -> " !";
        };
    String undated = steps + certainty;
    return wanted.contains(undated) ? undated : steps + " @" + movement.date() + certainty;
  }

  private static List<String> texts() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    MovementSentencesTest.class.getResourceAsStream("movements.tsv")),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1)[0])
          .toList();
    }
  }
}
