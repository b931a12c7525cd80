package io.newsledger.broker;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kafka's part of a data folder. */
final class DataFolder {
  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

  private DataFolder() {}

  /** Kafka's log folder. */
  static Path logs(Path folder) {
    return folder.resolve("kafka").toAbsolutePath();
  }

  /**
   * Gives a new folder its cluster id; a formatted one is left as it is.
   *
   * @return Kafka's log folder
   */
  static Path formatted(Path folder) throws Exception {
    Path logs = logs(folder);
    // Written last, so that a format cut short is done again.
    if (Files.exists(logs.resolve("meta.properties"))) {
      return logs;
    }
    if (Files.exists(logs.resolve("__cluster_metadata-0"))) {
      throw new BrokerException(
          "the data folder "
              + folder
              + " holds a broker's data but kafka/meta.properties is missing: put it back, or use another data folder");
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(out)
          .setNodeId(BrokerSettings.NODE)
          .setClusterId(Uuid.randomUuid().toString())
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .setIgnoreFormatted(true)
          .setControllerListenerName(BrokerSettings.CONTROLLER)
          .setMetadataLogDirectory(logs.toString())
          .setDirectories(List.of(logs.toString()))
          .run();
    }
    LOG.info("{}", said.toString(StandardCharsets.UTF_8).strip());
    return logs;
  }
}
