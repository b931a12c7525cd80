package io.newsledger.producer.fuzz;

import io.newsledger.events.Article;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.reading.Draft;
import io.newsledger.producer.reading.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Reads an address, whose canonical form is its own canonical form. */
public final class AddressFuzz {
  private static final ArticleReader ARTICLES = ArticleReader.withDefault(Instant.EPOCH);

  private AddressFuzz() {}

  /** Reads any bytes. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    Optional<Article> once = at(new String(bytes, StandardCharsets.UTF_8));
    if (once.isPresent() && once.get().getUrl() != null) {
      Optional<Article> again = at(once.get().getUrl());
      if (!again.equals(once)) {
        throw new AssertionError(once.get().getUrl() + " becomes " + again);
      }
    }
  }

  private static Optional<Article> at(String address) {
    Reading reading =
        ARTICLES.read(
            new Draft(
                Optional.empty(),
                Optional.empty(),
                Optional.of(address),
                Optional.empty(),
                Optional.empty(),
                false,
                "Words."));
    return reading instanceof Reading.Read read ? Optional.of(read.article()) : Optional.empty();
  }
}
