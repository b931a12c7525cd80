package io.newsledger.app.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which data folder. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:NEWSLEDGER_DATA:-data}",
      description =
          "Data folder of the instance; default: ${DEFAULT-VALUE} (environment NEWSLEDGER_DATA,"
              + " else 'data' in the current folder).")
  private Path folder;

  Path folder() {
    return folder;
  }
}
