package io.newsledger.app.command;

import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the API and the page are. */
final class PortOption {
  static final int DEFAULT = 7070;
  private static final int MOST = 65_535;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description =
          "Address to answer on; default: ${DEFAULT-VALUE}, which only this machine can reach."
              + " Open it to others with --read-token-file and --tls-certificate.")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port of the API and the page; 0 for a free one; default: " + DEFAULT + ".")
  private Integer port;

  String host() {
    return host;
  }

  /**
   * The port that was given, if any.
   *
   * @throws ParameterException if there is no such port
   */
  OptionalInt port() {
    if (port == null) {
      return OptionalInt.empty();
    }
    if (port < 0 || port > MOST) {
      throw new ParameterException(
          spec.commandLine(), "--port must be 0 to " + MOST + ", not " + port);
    }
    return OptionalInt.of(port);
  }
}
