package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.client.Credentials;
import io.newsledger.client.LedgerClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What an instance asks of those who ask it. */
final class CredentialsOption {
  @Option(
      names = "--api-token-file",
      paramLabel = "FILE",
      description = "The token for reading, if the instance runs with --read-token-file.")
  private Path token;

  @Option(
      names = "--api-certificate",
      paramLabel = "FILE",
      description =
          "Whom to trust, PEM, if the instance runs with a certificate that nobody else vouches"
              + " for.")
  private Path certificate;

  /**
   * Asks an instance.
   *
   * @throws CommandFailure if a file cannot be read
   */
  LedgerClient client(URI address, Duration answer) {
    try {
      return new LedgerClient(
          address,
          answer,
          new Credentials(
              token == null ? Optional.empty() : Optional.of(Files.readString(token).strip()),
              certificate == null
                  ? Optional.empty()
                  : Optional.of(Credentials.trusting(certificate))));
    } catch (IOException e) {
      throw new CommandFailure("cannot read what the instance asks for: " + e.getMessage(), e);
    }
  }
}
