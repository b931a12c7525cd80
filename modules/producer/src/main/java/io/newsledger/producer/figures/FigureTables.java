package io.newsledger.producer.figures;

import io.newsledger.events.RejectReason;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.input.Offer;
import io.newsledger.producer.input.Original;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Draft;
import io.newsledger.producer.reading.Reading;
import io.newsledger.producer.reading.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tables of figures as articles. The article's text is the table, brought into one layout, a figure
 * a line, so that each line can be quoted; title, source, address and date come from front matter
 * before the table, as in a text, or from whoever offers it. A table is read whole or refused
 * whole.
 */
public final class FigureTables {
  /** All claims of an article go over the wire at once. */
  static final int MAX_FIGURES = 5000;

  private static final String STATCOUNTER = "StatCounter";

  private final ArticleReader articles;
  private final Optional<String> source;
  private final Optional<String> scope;

  /**
   * @param articles makes articles of them, with its default date of publication
   * @param source publisher of tables that name none
   * @param scope market of figures that name none
   */
  public FigureTables(ArticleReader articles, Optional<String> source, Optional<String> scope) {
    this.articles = articles;
    this.source = source;
    this.scope = scope;
  }

  /** Reads a table. */
  public Offer read(Input input) {
    Original original;
    try (InputStream in = input.content().open()) {
      original = Original.read(in, input.content().size());
    } catch (IOException e) {
      return new Offer(
          input,
          new Reading.Refused(RejectReason.UNREADABLE, "cannot be read: " + e.getMessage()),
          Original.NONE);
    }
    Reading reading = read(input.name(), original);
    return new Offer(input, reading, reading instanceof Reading.Read ? Original.NONE : original);
  }

  private Reading read(String name, Original original) {
    if (original.size() > ArticleReader.MAX_BYTES) {
      return new Reading.Refused(
          RejectReason.TOO_LARGE,
          "has " + original.size() + " bytes, and a table at most " + ArticleReader.MAX_BYTES);
    }
    TextFile.Result file = TextFile.of(original.bytes());
    if (file.refused().isPresent()) {
      return file.refused().get();
    }
    Draft head = file.draft();
    try {
      Sheet sheet = Sheet.of(head.body());
      boolean plain = PlainTable.isPlain(sheet);
      if (!plain && !StatCounterTable.isExport(sheet)) {
        throw new BadTable(
            "is neither StatCounter's export nor a table with the columns " + FigureRow.HEADER);
      }
      List<FigureRow> rows =
          plain ? scoped(PlainTable.rows(sheet)) : StatCounterTable.rows(sheet, market(name));
      Optional<String> publisher =
          head.source()
              .or(() -> source)
              .or(() -> plain ? Optional.empty() : Optional.of(STATCOUNTER));
      return articles.read(
          new Draft(
              head.title().or(() -> Optional.of(title(name))),
              publisher,
              head.url(),
              head.published(),
              head.modified(),
              head.withdrawn(),
              text(rows)));
    } catch (BadTable e) {
      return new Reading.Refused(RejectReason.MALFORMED, e.getMessage());
    }
  }

  private String market(String name) throws BadTable {
    return scope
        .or(() -> StatCounterTable.scope(name))
        .orElseThrow(
            () ->
                new BadTable("its name does not tell which market it is of: give it with --scope"));
  }

  private List<FigureRow> scoped(List<FigureRow> rows) {
    return scope.isEmpty()
        ? rows
        : rows.stream().map(row -> row.scope().isEmpty() ? row.in(scope.get()) : row).toList();
  }

  private static String text(List<FigureRow> rows) throws BadTable {
    if (rows.isEmpty()) {
      throw new BadTable("has no figures");
    } else if (rows.size() > MAX_FIGURES) {
      throw new BadTable(
          "has " + rows.size() + " figures, and a table at most " + MAX_FIGURES + ": split it");
    }
    return FigureRow.HEADER
        + "\n"
        + rows.stream().map(FigureRow::line).collect(Collectors.joining("\n"));
  }

  private static String title(String name) {
    int dot = name.lastIndexOf('.');
    return "Figures: " + (dot > 0 ? name.substring(0, dot) : name);
  }
}
