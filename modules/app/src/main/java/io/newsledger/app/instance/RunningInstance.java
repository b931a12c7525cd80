package io.newsledger.app.instance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.app.CommandFailure;
import io.newsledger.events.json.CanonicalJson;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Addresses of a running instance, kept in {@code running.json} of its data folder.
 *
 * @param process id of the process
 * @param bootstrapServers of the broker
 * @param api address of the HTTP interface
 * @param kafkaConfig file of client properties that it uses
 * @param schemaRegistry address of the schema registry that it uses
 */
public record RunningInstance(
    long process,
    String bootstrapServers,
    URI api,
    Optional<Path> kafkaConfig,
    Optional<String> schemaRegistry) {
  private static final String FILE = "running.json";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Makes the instance known in its data folder. */
  public void announce(DataFolder folder) {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("process", process);
    document.put("bootstrapServers", bootstrapServers);
    document.put("api", api.toString());
    kafkaConfig.ifPresent(config -> document.put("kafkaConfig", config.toString()));
    schemaRegistry.ifPresent(registry -> document.put("schemaRegistry", registry));
    Path file = folder.root().resolve(FILE);
    Path fresh = folder.root().resolve(FILE + ".new");
    try {
      Files.writeString(fresh, CanonicalJson.write(document));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new CommandFailure("cannot write " + file + ": " + e, e);
    }
  }

  /** Takes the announcement back. */
  public static void withdraw(DataFolder folder) {
    try {
      Files.deleteIfExists(folder.root().resolve(FILE));
    } catch (IOException e) {
      throw new CommandFailure("cannot remove " + folder.root().resolve(FILE) + ": " + e, e);
    }
  }

  /**
   * The instance that runs on a data folder, else the demo inside it.
   *
   * @throws CommandFailure if there is none
   */
  public static RunningInstance find(Path folder) {
    return List.of(folder, folder.resolve("demo")).stream()
        .map(RunningInstance::on)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailure(
                    "no instance runs on the data folder "
                        + folder.toAbsolutePath().normalize()
                        + ". Start one with 'newsledger run' or 'newsledger demo', or say with"
                        + " --data where it keeps its data"));
  }

  /** The instance that runs on a data folder, if one does and can be asked. */
  public static Optional<RunningInstance> on(Path folder) {
    return announced(folder).filter(RunningInstance::isAlive);
  }

  /** A killed instance leaves its announcement behind. */
  private boolean isAlive() {
    return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
  }

  private static Optional<RunningInstance> announced(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      JsonNode document = MAPPER.readTree(Files.readString(file));
      return Optional.of(
          new RunningInstance(
              document.required("process").longValue(),
              document.required("bootstrapServers").textValue(),
              URI.create(document.required("api").textValue()),
              Optional.ofNullable(document.path("kafkaConfig").textValue()).map(Path::of),
              Optional.ofNullable(document.path("schemaRegistry").textValue())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new CommandFailure(file + " is damaged: remove it and start the instance again", e);
    } catch (IOException e) {
      throw new CommandFailure("cannot read " + file + ": " + e, e);
    }
  }
}
