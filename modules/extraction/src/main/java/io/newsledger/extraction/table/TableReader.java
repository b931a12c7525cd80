package io.newsledger.extraction.table;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.Bound;
import io.newsledger.extraction.Extraction;
import io.newsledger.extraction.Figure;
import io.newsledger.extraction.Metric;
import io.newsledger.extraction.Modality;
import io.newsledger.extraction.Quote;
import io.newsledger.extraction.reference.Entity;
import io.newsledger.extraction.reference.Gazetteer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads articles whose text is a table of figures: comma-separated values under the header {@link
 * #HEADER}, a figure a line. The line is what the claim stands on. Lines that are no figure make no
 * claim.
 */
public final class TableReader {
  /** First line of such a text. */
  public static final String HEADER = "entity,metric,value,unit,scope,bound,certainty,date";

  private static final String BETWEEN_ENTITIES = ";";
  private static final int COLUMNS = 8;
  private static final ObjectReader CSV =
      new CsvMapper().enable(CsvParser.Feature.WRAP_AS_ARRAY).readerFor(String[].class);

  private final Gazetteer gazetteer;

  public TableReader(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Whether an article is such a table. */
  public static boolean isTable(ArticleText article) {
    return article.body().startsWith(HEADER + "\n");
  }

  /** Its figures, in order; entities get their canonical names where they are known. */
  public Extraction read(ArticleText article) {
    String body = article.body();
    List<Figure> figures = new ArrayList<>();
    int start = HEADER.length() + 1;
    while (start < body.length()) {
      int end = body.indexOf('\n', start);
      int behind = end < 0 ? body.length() : end;
      figure(body.substring(start, behind), start).ifPresent(figures::add);
      start = behind + 1;
    }
    return new Extraction(List.of(), figures);
  }

  private Optional<Figure> figure(String line, int start) {
    try (MappingIterator<String[]> rows = CSV.readValues(line)) {
      String[] cells = rows.hasNext() ? rows.next() : new String[0];
      List<String> entities = cells.length == COLUMNS ? entities(cells[0]) : List.of();
      if (entities.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new Figure(
              entities,
              Metric.valueOf(cells[1]),
              cells[4].isEmpty() ? null : cells[4],
              Double.parseDouble(cells[2]),
              cells[3],
              Bound.valueOf(cells[5]),
              cells[7].isEmpty() ? null : cells[7],
              Modality.valueOf(cells[6]),
              new Quote(Quote.Field.BODY, start, start + line.length(), line)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private List<String> entities(String cell) {
    return Arrays.stream(cell.split(BETWEEN_ENTITIES, -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(name -> gazetteer.byName(name).map(Entity::name).orElse(name))
        .distinct()
        .sorted()
        .toList();
  }
}
