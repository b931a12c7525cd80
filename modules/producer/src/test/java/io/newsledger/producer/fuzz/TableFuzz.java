package io.newsledger.producer.fuzz;

import io.newsledger.producer.figures.FigureTables;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.reading.ArticleReader;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Optional;

/** Reads a table of figures. */
public final class TableFuzz {
  private TableFuzz() {}

  /** Reads any bytes. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    FigureTables tables =
        new FigureTables(
            ArticleReader.withDefault(Instant.EPOCH), Optional.empty(), Optional.of("a market"));
    Offered.check(tables.read(Input.stream("a.csv", "a.csv", new ByteArrayInputStream(bytes))));
  }
}
