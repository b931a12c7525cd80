package io.newsledger.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What docker-compose.yml says of services, with addresses on loopback in place of their names: so
 * each has all of its ports, as in a container.
 */
final class ComposeFile {
  private final Map<?, ?> services;
  private final String network;
  private final List<String> names;

  /**
   * @param network first three numbers of the addresses, for instance 127.1.2
   */
  ComposeFile(Path file, String network) throws IOException {
    Load load = new Load(LoadSettings.builder().setMaxAliasesForCollections(100).build());
    this.services =
        (Map<?, ?>) ((Map<?, ?>) load.loadFromString(Files.readString(file))).get("services");
    this.network = network;
    this.names = services.keySet().stream().map(Object::toString).toList();
  }

  List<String> names() {
    return names;
  }

  /** Address of a service. */
  String address(String service) {
    return network + "." + (names.indexOf(service) + 1);
  }

  /** Its environment. */
  Map<String, String> environment(String service) {
    Map<String, String> found = new LinkedHashMap<>();
    if (merged((Map<?, ?>) services.get(service)).get("environment") instanceof Map<?, ?> own) {
      merged(own).forEach((key, value) -> found.put(key, here(service, value.toString())));
    }
    return found;
  }

  /** Its command. */
  List<String> command(String service) {
    List<?> command = (List<?>) merged((Map<?, ?>) services.get(service)).get("command");
    return command.stream().map(word -> here(service, word.toString())).toList();
  }

  /** Its bound on memory, as 2g. */
  String memory(String service) {
    return merged((Map<?, ?>) services.get(service)).get("mem_limit").toString();
  }

  /** Words with names of services before a port, all addresses, and no address at all. */
  private String here(String service, String words) {
    Matcher named = Pattern.compile("\\b(" + String.join("|", names) + ")(?=:\\d)").matcher(words);
    return named
        .replaceAll(found -> address(found.group()))
        .replace("://:", "://" + address(service) + ":")
        .replace("0.0.0.0", address(service));
  }

  /** With what it is merged with. */
  private static Map<String, Object> merged(Map<?, ?> own) {
    Map<String, Object> all = new LinkedHashMap<>();
    if (own.get("<<") instanceof Map<?, ?> other) {
      all.putAll(merged(other));
    }
    own.forEach(
        (key, value) -> {
          if (!key.equals("<<")) {
            all.put(key.toString(), value);
          }
        });
    return all;
  }
}
