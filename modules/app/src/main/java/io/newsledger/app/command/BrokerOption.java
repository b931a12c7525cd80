package io.newsledger.app.command;

import io.newsledger.app.instance.RunningInstance;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which running broker: an address, else that of the instance on the data folder. */
final class BrokerOption {
  @Mixin private DataOption data;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT[,…]",
      description = "Kafka brokers; default: those of the instance that runs on the data folder.")
  private String servers;

  String servers() {
    return servers != null ? servers : RunningInstance.find(data.folder()).bootstrapServers();
  }
}
