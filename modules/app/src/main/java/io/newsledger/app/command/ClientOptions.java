package io.newsledger.app.command;

import io.newsledger.app.connection.ClientSettings;
import io.newsledger.app.instance.RunningInstance;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How to reach brokers and registry, besides the brokers' address. */
final class ClientOptions {
  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description =
          "Properties of Kafka's clients, for instance of TLS and SASL; config.providers are"
              + " honoured. Properties that begin with schema.registry. are of the registry.")
  private Path file;

  @Option(
      names = "--schema-registry",
      paramLabel = "URL",
      description =
          "Schema registry with Confluent's interface (Apicurio: http://HOST:PORT/apis/ccompat/v7);"
              + " values are written in its wire format then.")
  private String registry;

  /** Those given on the command line. */
  ClientSettings settings(boolean production) {
    return ClientSettings.of(Optional.ofNullable(file), Optional.ofNullable(registry), production);
  }

  /** Those of a running instance, but for what is given on the command line. */
  ClientSettings settings(RunningInstance instance, boolean production) {
    return ClientSettings.of(
        Optional.ofNullable(file).or(instance::kafkaConfig),
        Optional.ofNullable(registry).or(instance::schemaRegistry),
        production);
  }
}
