package io.newsledger.app.command;

import io.newsledger.client.Times;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** By when something has to have been so, beside when it was known. */
final class AtOption {
  @Option(
      names = "--at",
      paramLabel = "DATE",
      description = "Answer with what was so by this day (YYYY-MM-DD), not with what came later.")
  private LocalDate at;

  /** This day, and the one by which it was known. */
  Times times(Question question) {
    return new Times(question.known(), Optional.ofNullable(at));
  }
}
