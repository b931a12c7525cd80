package io.newsledger.app.command;

import io.newsledger.app.instance.RunningInstance;
import java.net.URI;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which running instance to ask and to write to: that on the data folder, else as addressed. */
final class InstanceOption {
  @Mixin private DataOption data;

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

  String servers() {
    return servers != null ? servers : RunningInstance.find(data.folder()).bootstrapServers();
  }
}
