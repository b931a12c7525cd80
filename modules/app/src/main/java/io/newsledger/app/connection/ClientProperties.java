package io.newsledger.app.connection;

import io.newsledger.app.CommandFailure;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * A file of Kafka's ordinary client properties, as its own tools take it with {@code
 * --command-config}. Values may stand elsewhere: {@code config.providers} are asked for them.
 */
final class ClientProperties {
  /** What Kafka Streams hands to one kind of its clients only. */
  private static final List<String> PREFIXES =
      List.of(
          "main.consumer.",
          "restore.consumer.",
          "global.consumer.",
          "consumer.",
          "producer.",
          "admin.",
          "topic.");

  /** What the ledger's promises rest on. */
  private static final Set<String> OURS =
      Set.of(
          "acks",
          "application.id",
          "auto.offset.reset",
          "enable.auto.commit",
          "enable.idempotence",
          "ensure.explicit.internal.resource.naming",
          "errors.dead.letter.queue.topic.name",
          "group.id",
          "group.protocol",
          "isolation.level",
          "key.deserializer",
          "key.serializer",
          "processing.guarantee",
          "state.dir",
          "transactional.id",
          "value.deserializer",
          "value.serializer");

  private static final String PROVIDERS = "config.providers";

  private ClientProperties() {}

  /**
   * Reads a file.
   *
   * @throws CommandFailure if it cannot be read, a value stands nowhere or a property is not the
   *     user's to set; no value is told
   */
  static Map<String, Object> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      throw new CommandFailure("there is no file " + file + " of Kafka's client properties", e);
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailure("cannot read " + file + ": " + e, e);
    }
    Set<String> refused = new TreeSet<>();
    properties.stringPropertyNames().stream()
        .filter(name -> OURS.contains(bare(name)))
        .forEach(refused::add);
    if (!refused.isEmpty()) {
      throw new CommandFailure(
          file
              + " must not set "
              + String.join(", ", refused)
              + ": the ledger's promises rest on"
              + " its own");
    }
    return resolved(file, properties);
  }

  /** With what providers say in place of references to them. */
  private static Map<String, Object> resolved(Path file, Properties properties) {
    Map<String, Object> values = new HashMap<>();
    properties.stringPropertyNames().forEach(n -> values.put(n, properties.getProperty(n).strip()));
    if (!values.containsKey(PROVIDERS)) {
      return values;
    }
    Map<String, Object> resolved;
    try {
      resolved = new HashMap<>(new AbstractConfig(new ConfigDef(), values, false).originals());
    } catch (ConfigException e) {
      throw new CommandFailure(
          "the config.providers of " + file + " do not work: " + e.getMessage(), e);
    }
    resolved.keySet().removeIf(name -> name.startsWith(PROVIDERS));
    return resolved;
  }

  /** Those that every client takes. */
  static Map<String, Object> ofEveryClient(Map<String, Object> properties) {
    Map<String, Object> every = new HashMap<>(properties);
    every.keySet().removeIf(name -> !bare(name).equals(name));
    return every;
  }

  private static String bare(String name) {
    return PREFIXES.stream()
        .filter(name::startsWith)
        .findFirst()
        .map(prefix -> name.substring(prefix.length()))
        .orElse(name);
  }
}
