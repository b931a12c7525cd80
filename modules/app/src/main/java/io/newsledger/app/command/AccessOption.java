package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.query.http.Access;
import io.newsledger.query.http.BearerToken;
import io.newsledger.query.http.Certificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who may ask, how often, and whether nobody can listen. */
final class AccessOption {
  private static final int MOST = 100_000;
  private static final Pattern ORIGIN =
      Pattern.compile("\\*|https?://(?:[a-z0-9.-]+|\\[[0-9a-f:]+\\])(?::[0-9]{1,5})?");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--read-token-file",
      paramLabel = "FILE",
      description =
          "Answer only those who send the token in this file, at least 16 characters, as"
              + " 'Authorization: Bearer TOKEN', or as the password that a browser asks for. Without"
              + " it everybody may read. /health/live and /health/ready need none.")
  private Path token;

  @Option(
      names = "--rate-limit",
      paramLabel = "N",
      description =
          "Answer one address at most so many requests a second, and others with 429; default: no"
              + " bound.")
  private Integer perSecond;

  @Option(
      names = "--tls-certificate",
      paramLabel = "FILE",
      description =
          "Answer by TLS only: certificate of this instance, then those that vouch for it, PEM.")
  private Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "Its private key: PKCS #8 without a password, PEM.")
  private Path key;

  @Option(
      names = "--allow-origin",
      arity = "1",
      paramLabel = "ORIGIN",
      description =
          "Let pages of this origin ask from a browser, for instance https://example.org, or * for"
              + " all; may be given several times; default: only the ledger's own page.")
  private List<String> origins = List.of();

  /**
   * Whose pages may ask.
   *
   * @throws ParameterException if one is no origin: a browser would never send it
   */
  Set<String> origins() {
    for (String origin : origins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new ParameterException(
            spec.commandLine(),
            "--allow-origin must be * or like https://example.org, in small letters and without a"
                + " path, not '"
                + origin
                + "'");
      }
    }
    return Set.copyOf(origins);
  }

  /**
   * What was asked for.
   *
   * @throws ParameterException if it makes no sense
   * @throws CommandFailure if the token cannot be read or is too short
   */
  Access access() {
    if (perSecond != null && (perSecond < 1 || perSecond > MOST)) {
      throw new ParameterException(
          spec.commandLine(), "--rate-limit must be 1 to " + MOST + ", not " + perSecond);
    }
    if ((certificate == null) != (key == null)) {
      throw new ParameterException(
          spec.commandLine(), "--tls-certificate and --tls-key need each other");
    }
    return new Access(
        token(),
        perSecond == null ? OptionalInt.empty() : OptionalInt.of(perSecond),
        certificate == null ? Optional.empty() : Optional.of(new Certificate(certificate, key)));
  }

  private Optional<BearerToken> token() {
    if (token == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BearerToken(Files.readString(token).strip()));
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailure("no token in " + token + ": " + e.getMessage(), e);
    }
  }
}
