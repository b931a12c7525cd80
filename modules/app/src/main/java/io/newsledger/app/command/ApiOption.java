package io.newsledger.app.command;

import io.newsledger.app.instance.RunningInstance;
import io.newsledger.client.LedgerClient;
import java.net.URI;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which running instance to ask: an address, else that of the instance on the data folder. */
final class ApiOption {
  @Mixin private DataOption data;
  @Mixin private CredentialsOption credentials;

  @Option(
      names = "--api",
      paramLabel = "URL",
      description =
          "Address of the instance to ask, for instance http://127.0.0.1:7070; default: the one"
              + " that runs on the data folder.")
  private URI address;

  private URI address() {
    return address != null ? address : RunningInstance.find(data.folder()).api();
  }

  /** Asks it. */
  LedgerClient client(Duration answer) {
    return credentials.client(address(), answer);
  }
}
