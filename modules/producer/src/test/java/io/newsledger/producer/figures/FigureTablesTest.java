package io.newsledger.producer.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.Article;
import io.newsledger.events.RejectReason;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.Offer;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Reading;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTablesTest {
  private static final Instant DAY = Instant.parse("2026-04-02T00:00:00Z");
  private static final String HEADER = "entity,metric,value,unit,scope,bound,certainty,date\n";

  @Test
  void aPlainTableBecomesOneLayout() {
    Article article =
        article(
            "shares.csv",
            """
            ---
            title: Shares in March
            date: 2026-04-01
            source: Harbour Research
            url: https://harbour.example/shares
            ---
            Metric;Entity;Value;Date;Scope;Bound
            market share;Quill 7;12,5%;2026-03;"assistants, worldwide";
            """
                .replace("12,5", "12.5"));
    assertEquals(
        HEADER
            + "Quill 7,MARKET_SHARE,12.5,PERCENT,\"assistants, worldwide\",EXACT,REPORTED,2026-03",
        article.getBody());
    assertEquals("Shares in March", article.getTitle());
    assertEquals("Harbour Research", article.getSource());
    assertEquals("https://harbour.example/shares", article.getUrl());
    assertEquals(Instant.parse("2026-04-01T00:00:00Z"), article.getPublishedAt());
  }

  @Test
  void whatATableLeavesOutHasItsUsualValue() {
    Article article =
        article(
            "users.csv",
            "entity,metric,value,unit\nQuill,users,\"1,200,000\",\nQuill,revenue,52000000000,usd\n");
    assertEquals(
        HEADER
            + "Quill,USERS,1200000,COUNT,,EXACT,REPORTED,\n"
            + "Quill,REVENUE,52000000000,USD,,EXACT,REPORTED,",
        article.getBody());
    assertEquals("Figures: users", article.getTitle());
    assertNull(article.getSource());
    assertEquals(DAY, article.getPublishedAt());
  }

  @Test
  void statCountersLineChartIsAFigureACell() {
    Article article =
        article(
            "ai_chatbot-ww-monthly-202601-202602.csv",
            "\"Date\",\"Quill\",\"Harbour\",\"Other\"\n2026-01,80.1,19.9,0\n2026-02,79,,21\n");
    String scope = "PERCENT,\"ai chatbot, worldwide\",EXACT,REPORTED,";
    assertEquals(
        HEADER
            + ("Quill,MARKET_SHARE,80.1," + scope + "2026-01\n")
            + ("Harbour,MARKET_SHARE,19.9," + scope + "2026-01\n")
            + ("Quill,MARKET_SHARE,79," + scope + "2026-02"),
        article.getBody());
    assertEquals("StatCounter", article.getSource());
  }

  @Test
  void statCountersBarChartIsAFigureALine() {
    Article article =
        article(
            "search_engine-SA-monthly-202603-202603-bar.csv",
            "\"Search Engine\",\"Market Share Perc. (Mar 2026)\"\n\"Quill\",80.1\n\"Other\",19.9\n");
    assertEquals(
        HEADER
            + "Quill,MARKET_SHARE,80.1,PERCENT,\"search engine, Saudi Arabia\",EXACT,REPORTED,2026-03",
        article.getBody());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          entity,metric,value\\nQuill,love,1                    | line 2: metric 'love'
          entity,metric,value\\nQuill,users,many                | line 2: 'many' is no number
          entity,metric,value\\nQuill,users,1e400               | line 2: '1e400' is no number
          entity,metric,value\\nQuill,users,-1                  | line 2: '-1' is no number
          entity,metric,value\\nQuill,revenue,5                 | line 2: REVENUE needs a unit
          entity,metric,value\\nQuill,market share,101          | line 2: more than 100 %
          entity,metric,value\\n,users,5                        | line 2: entity is empty
          entity,metric,value,date\\nQuill,users,5,March        | line 2: 'March' is no date
          entity,metric,value,colour\\nQuill,users,5,red        | there is no column 'colour'
          entity,metric,value\\nQuill,users,5,6                 | line 2: has more cells
          entity,metric,value                                   | has no figures
          a,b\\n1,2                                             | is neither
          Date,Quill\\nsoon,5                                   | 'soon' is no day
          """)
  void whatCannotBeReadIsRefusedWholeWithItsLine(String text, String why) {
    Offer offer = read("market-ww-monthly-202601-202602.csv", text.replace("\\n", "\n"));
    Reading.Refused refused = assertInstanceOf(Reading.Refused.class, offer.reading());
    assertEquals(RejectReason.MALFORMED, refused.reason());
    assertTrue(refused.detail().contains(why), refused.detail());
    assertEquals(text.replace("\\n", "\n").length(), offer.original().size());
  }

  @Test
  void anExportWhoseMarketIsNotKnownIsRefused() {
    Reading reading = read("download.csv", "Date,Quill\n2026-01,5\n").reading();
    assertTrue(assertInstanceOf(Reading.Refused.class, reading).detail().contains("--scope"));
    FigureTables scoped =
        new FigureTables(
            ArticleReader.withDefault(DAY), Optional.of("Wire"), Optional.of("browsers"));
    Offer offer = scoped.read(input("download.csv", "Date,Quill\n2026-01,5\n"));
    Article article = assertInstanceOf(Reading.Read.class, offer.reading()).article();
    assertTrue(article.getBody().contains(",browsers,"), article.getBody());
    assertEquals("Wire", article.getSource());
  }

  @Test
  void endlessAndBinaryTablesAreRefused() {
    String many = "entity,metric,value\n" + "Quill,users,1\n".repeat(FigureTables.MAX_FIGURES + 1);
    String wide = "Date" + ",Quill".repeat(100_000);
    for (String text : List.of(many, wide, "\u0000", "\"", "entity,metric,value\n\"Quill")) {
      assertInstanceOf(Reading.Refused.class, read("a-ww-monthly-2026-2026.csv", text).reading());
    }
  }

  private static Article article(String name, String text) {
    Reading reading = read(name, text).reading();
    return assertInstanceOf(Reading.Read.class, reading, reading.toString()).article();
  }

  private static Offer read(String name, String text) {
    return new FigureTables(ArticleReader.withDefault(DAY), Optional.empty(), Optional.empty())
        .read(input(name, text));
  }

  private static Input input(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Input.stream(name, name, new ByteArrayInputStream(bytes));
  }
}
