package io.newsledger.app.command;

import io.newsledger.app.connection.ClientSettings;
import io.newsledger.app.connection.Connection;
import io.newsledger.app.instance.RunningInstance;
import io.newsledger.client.LedgerClient;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which running instance to ask and to write to: that on the data folder, else as addressed. */
final class InstanceOption {
  @Mixin private DataOption data;
  @Mixin private CredentialsOption credentials;
  @Mixin private ClientOptions clients;

  @Option(
      names = "--api",
      paramLabel = "URL",
      description =
          "Address of the instance to ask, for instance http://127.0.0.1:7070; default: the one"
              + " that runs on the data folder.")
  private URI address;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT[,…]",
      description = "Its Kafka brokers; default: those of the instance on the data folder.")
  private String servers;

  URI api() {
    return address != null ? address : RunningInstance.find(data.folder()).api();
  }

  /** Such that nothing is registered by the way. */
  Connection connection() {
    ClientSettings settings = clients.settings(true);
    Optional<String> given = Optional.ofNullable(servers).or(settings::servers);
    if (given.isPresent()) {
      return settings.to(given.get());
    }
    RunningInstance instance = RunningInstance.find(data.folder());
    return clients.settings(instance, true).to(instance.bootstrapServers());
  }

  /** Asks it. */
  LedgerClient client(Duration answer) {
    return credentials.client(api(), answer);
  }
}
