package io.newsledger.extraction.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.Bound;
import io.newsledger.extraction.Figure;
import io.newsledger.extraction.Metric;
import io.newsledger.extraction.Modality;
import io.newsledger.extraction.reference.Gazetteer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableReaderTest {
  private static final TableReader READER = new TableReader(Gazetteer.load());

  @Test
  void everyLineIsAClaimThatStandsOnIt() {
    String body =
        TableReader.HEADER
            + "\nchatgpt,MARKET_SHARE,79.5,PERCENT,\"assistants, worldwide\",EXACT,REPORTED,2026-03"
            + "\nQuill 7; DeepSeek,USERS,1200000,COUNT,,AT_LEAST,ANNOUNCED,\n";
    ArticleText article = article(body);
    assertTrue(TableReader.isTable(article));
    List<Figure> figures = READER.read(article).figures();
    assertEquals(2, figures.size());
    Figure first = figures.get(0);
    assertEquals(List.of("ChatGPT"), first.entities());
    assertEquals(Metric.MARKET_SHARE, first.metric());
    assertEquals(79.5, first.value());
    assertEquals("assistants, worldwide", first.scope());
    assertEquals("2026-03", first.asOf());
    Figure second = figures.get(1);
    assertEquals(List.of("DeepSeek", "Quill 7"), second.entities());
    assertEquals(Bound.AT_LEAST, second.bound());
    assertEquals(Modality.ANNOUNCED, second.modality());
    assertNull(second.scope());
    assertNull(second.asOf());
    for (Figure figure : figures) {
      assertEquals(
          figure.quote().text(), body.substring(figure.quote().start(), figure.quote().end()));
    }
  }

  @Test
  void whatIsNoFigureIsNoClaim() {
    String body =
        TableReader.HEADER
            + "\nQuill,LOVE,1,COUNT,,EXACT,REPORTED,2026\nQuill,USERS,many,COUNT,,EXACT,REPORTED,2026"
            + "\n,USERS,1,COUNT,,EXACT,REPORTED,2026\nQuill,USERS\n\n\"Quill\n";
    assertEquals(List.of(), READER.read(article(body)).figures());
    assertFalse(TableReader.isTable(article("Prose.\n" + body)));
  }

  private static ArticleText article(String body) {
    return new ArticleText(null, body, LocalDate.of(2026, 3, 5), null, null);
  }
}
