package io.newsledger.app.command;

import io.newsledger.producer.reading.ArticleReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Option;

/** When articles were published that do not say so themselves. */
final class PublishedOption {
  @Option(
      names = "--published",
      paramLabel = "DATE",
      description = "Day of publication (YYYY-MM-DD) of articles that do not say theirs.")
  private LocalDate day;

  /** The start of that day, UTC; empty if none was given. */
  Optional<Instant> time() {
    return Optional.ofNullable(day).map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** Reads articles; those without a day of publication only if one was given. */
  ArticleReader reader() {
    return time().map(ArticleReader::withDefault).orElseGet(ArticleReader::strict);
  }
}
