package io.newsledger.app.command;

import io.newsledger.app.connection.ClientSettings;
import io.newsledger.app.connection.Connection;
import io.newsledger.app.instance.RunningInstance;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which running broker: an address, else that of the instance on the data folder. */
final class BrokerOption {
  @Mixin private DataOption data;
  @Mixin private ClientOptions clients;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT[,…]",
      description = "Kafka brokers; default: those of the instance that runs on the data folder.")
  private String servers;

  /** The data folder of the instance, there or not. */
  Path folder() {
    return data.folder();
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
}
