package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.pipeline.Ingestion;
import io.newsledger.app.pipeline.Intake;
import io.newsledger.producer.reading.ArticleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Who may offer articles over HTTP. */
final class TokenOption {
  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "Take articles at POST /articles from those who send the token in this file, at least 16"
              + " characters, as 'Authorization: Bearer TOKEN'. Without it nobody can.")
  private Path file;

  /**
   * Takes articles, if a token is set.
   *
   * @throws CommandFailure if the file cannot be read or its token is too short
   */
  Optional<Intake> intake(Ingestion ingestion, ArticleReader reader) {
    if (file == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Intake(ingestion, reader, Files.readString(file).strip()));
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailure("no token in " + file + ": " + e.getMessage(), e);
    }
  }
}
