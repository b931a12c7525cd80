package io.newsledger.app.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.newsledger.app.Outcome;
import io.newsledger.app.connection.ClientSettings;
import io.newsledger.app.connection.Role;
import io.newsledger.events.topic.Topic;
import io.newsledger.events.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files for Compose and Kubernetes say what the code needs. */
final class DeploymentTest {
  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Path KUBERNETES = ROOT.resolve("deploy/kubernetes");

  /** What is asked for with a path of keys. */
  private static Object at(Object document, String... keys) {
    Object value = document;
    for (String key : keys) {
      value = value instanceof Map<?, ?> map ? own(map, key) : null;
    }
    return value;
  }

  /** Of the mapping itself, else of that which it is merged with. */
  private static Object own(Map<?, ?> map, String key) {
    Object value = map.get(key);
    return value == null && map.get("<<") instanceof Map<?, ?> merged ? merged.get(key) : value;
  }

  private static List<Object> documents(Path file) throws IOException {
    List<Object> all = new ArrayList<>();
    new Load(LoadSettings.builder().setMaxAliasesForCollections(100).build())
        .loadAllFromString(Files.readString(file))
        .forEach(all::add);
    return all;
  }

  private static List<Object> ofKind(Path file, String kind) throws IOException {
    return documents(file).stream().filter(one -> kind.equals(at(one, "kind"))).toList();
  }

  @Test
  void theTopicsAreThoseOfTheCatalogue() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (Topic<?> topic : Topics.ALL) {
      expected.add(told(topic.name(), topic.kept(), topic.settings()));
    }
    expected.add(told(Topics.DEAD_LETTERS, Topic.Kept.FOREVER, Topics.ARTICLES.settings()));
    Set<String> found = new TreeSet<>();
    Set<Object> partitions = new HashSet<>();
    for (Object topic : ofKind(KUBERNETES.resolve("topics.yaml"), "KafkaTopic")) {
      Map<String, String> config = new TreeMap<>();
      ((Map<?, ?>) at(topic, "spec", "config"))
          .forEach((key, value) -> config.put(key.toString(), value.toString()));
      found.add(at(topic, "metadata", "name") + " " + config);
      partitions.add(at(topic, "spec", "partitions"));
    }
    assertEquals(expected, found);
    assertEquals(1, partitions.size(), "what is joined is split alike");
  }

  private static String told(String name, Topic.Kept kept, Map<String, String> settings) {
    Map<String, String> config = new TreeMap<>(settings);
    if (kept == Topic.Kept.FOREVER) {
      config.putAll(
          Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1"));
    } else {
      config.put("cleanup.policy", "compact");
    }
    return name + " " + config;
  }

  @Test
  void theUsersMayWhatTheirRolesNeed() throws IOException {
    Map<String, Role> roles =
        Map.of("ledger", Role.RUN, "desk", Role.INGEST, "reader", Role.READ_ONLY);
    List<Object> users = ofKind(KUBERNETES.resolve("users.yaml"), "KafkaUser");
    assertEquals(roles.size(), users.size());
    for (Object user : users) {
      String name = at(user, "metadata", "name").toString();
      Set<String> granted = new TreeSet<>();
      for (Object acl : (List<?>) at(user, "spec", "authorization", "acls")) {
        for (Object operation : (List<?>) at(acl, "operations")) {
          granted.add(
              "%s %s %s %s"
                  .formatted(
                      at(acl, "resource", "type"),
                      at(acl, "resource", "name"),
                      at(acl, "resource", "patternType"),
                      operation)
                  .toLowerCase(Locale.ROOT));
        }
      }
      Set<String> needed = new TreeSet<>();
      roles.get(name).grants("User:" + name).forEach(grant -> needed.add(words(grant)));
      assertEquals(needed, granted, name);
    }
  }

  private static String words(AclBinding grant) {
    String pattern = grant.pattern().patternType().name().replace("PREFIXED", "PREFIX");
    String type = grant.pattern().resourceType().name().replace("_", "");
    return "%s %s %s %s"
        .formatted(type, grant.pattern().name(), pattern, grant.entry().operation())
        .toLowerCase(Locale.ROOT);
  }

  @Test
  void everyFileOfTheBaseIsInTheKustomization() throws IOException {
    Object base = documents(KUBERNETES.resolve("kustomization.yaml")).get(0);
    Set<String> named = new TreeSet<>(List.of("kustomization.yaml"));
    ((List<?>) at(base, "resources")).forEach(name -> named.add(name.toString()));
    try (Stream<Path> files = Files.list(KUBERNETES)) {
      Set<String> there = new TreeSet<>();
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .forEach(there::add);
      assertEquals(there, named);
    }
  }

  @Test
  void theStatefulSetKeepsItsStateAndIsProbed() throws IOException {
    Object set = ofKind(KUBERNETES.resolve("ledger.yaml"), "StatefulSet").get(0);
    Object pod = at(set, "spec", "template", "spec");
    Object container = ((List<?>) at(pod, "containers")).get(0);
    assertTrue(((List<?>) at(set, "spec", "volumeClaimTemplates")).size() == 1, "one volume");
    for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
      assertTrue(at(container, probe, "httpGet", "path").toString().startsWith("/health/"), probe);
    }
    assertTrue(at(container, "resources", "limits", "memory") != null, "a limit of memory");
    Set<Object> volumes = new HashSet<>();
    ((List<?>) at(pod, "volumes")).forEach(volume -> volumes.add(at(volume, "name")));
    volumes.add("data");
    ((List<?>) at(container, "volumeMounts"))
        .forEach(mount -> assertTrue(volumes.contains(at(mount, "name")), mount.toString()));
  }

  @Test
  void composeServicesHavePinnedImagesHealthChecksAndLimits() throws IOException {
    Object compose = documents(ROOT.resolve("docker-compose.yml")).get(0);
    Map<?, ?> volumes = (Map<?, ?>) at(compose, "volumes");
    ((Map<?, ?>) at(compose, "services"))
        .forEach(
            (name, service) -> {
              String image = at(service, "image").toString();
              assertTrue(image.matches("[a-z/-]+:v?\\d+\\.\\d+\\.\\d+.*"), name + ": " + image);
              assertTrue(at(service, "mem_limit") != null, name + " has no limit");
              boolean ours = image.startsWith("newsledger:");
              assertTrue(ours || at(service, "healthcheck", "test") != null, name + ": health");
              Object mounts = at(service, "volumes");
              for (Object mount : mounts == null ? List.of() : (List<?>) mounts) {
                String from = mount.toString().replaceFirst(":.*", "");
                assertTrue(
                    from.startsWith("./")
                        ? Files.exists(ROOT.resolve(from))
                        : volumes.containsKey(from),
                    name + ": " + mount);
              }
            });
  }

  @Test
  void whatPodsAndServicesRunAreCommands() throws IOException {
    List<List<String>> commands = new ArrayList<>();
    for (String kind : List.of("Job", "StatefulSet")) {
      for (Object one : ofKind(KUBERNETES.resolve("ledger.yaml"), kind)) {
        for (Object container : (List<?>) at(one, "spec", "template", "spec", "containers")) {
          commands.add(words((List<?>) at(container, "args")));
        }
      }
    }
    Object compose = documents(ROOT.resolve("docker-compose.yml")).get(0);
    ((Map<?, ?>) at(compose, "services"))
        .forEach(
            (name, service) -> {
              if (at(service, "image").toString().startsWith("newsledger:")) {
                commands.add(words((List<?>) at(service, "command")));
              }
            });
    assertTrue(commands.size() > 4, commands.toString());
    for (List<String> command : commands) {
      Outcome.parse(command.toArray(String[]::new));
    }
  }

  private static List<String> words(List<?> list) {
    return list.stream().map(Object::toString).toList();
  }

  @Test
  void theSettingsOfBrokersAndClientsAreKafkas() throws IOException {
    Set<String> ofBrokers = AbstractKafkaConfig.CONFIG_DEF.names();
    Object kafka = ofKind(KUBERNETES.resolve("kafka.yaml"), "Kafka").get(0);
    for (Object name : ((Map<?, ?>) at(kafka, "spec", "kafka", "config")).keySet()) {
      assertTrue(ofBrokers.contains(name.toString()), name.toString());
    }
    Object compose = documents(ROOT.resolve("docker-compose.yml")).get(0);
    for (Object key : ((Map<?, ?>) at(compose, "x-kafka-environment")).keySet()) {
      String name =
          key.toString().substring("KAFKA_".length()).toLowerCase(Locale.ROOT).replace('_', '.');
      // The image's own: the JVM's options, and log.dirs.
      boolean known = ofBrokers.contains(name) || name.equals("heap.opts");
      assertTrue(known, key.toString());
    }
    Path file = KUBERNETES.resolve("client.properties");
    ClientSettings clients = ClientSettings.of(Optional.of(file), Optional.empty(), true);
    Set<String> ofClients = new TreeSet<>(StreamsConfig.configDef().names());
    ofClients.addAll(AdminClientConfig.configNames());
    for (String name : clients.properties().keySet()) {
      boolean known =
          name.startsWith(StreamsConfig.MAIN_CONSUMER_PREFIX)
              ? ConsumerConfig.configNames()
                  .contains(name.substring(StreamsConfig.MAIN_CONSUMER_PREFIX.length()))
              : ofClients.contains(name);
      assertTrue(known, name);
    }
    assertTrue(
        clients.properties().containsKey("main.consumer.group.instance.id"),
        "a pod that comes back takes up its own partitions");
  }

  @Test
  void composeItselfReadsTheFile() throws Exception {
    Path compose = Path.of("/usr/bin/docker-compose");
    assumeTrue(Files.isExecutable(compose), "there is no docker-compose here");
    Path told = Files.createTempFile("compose", ".log");
    Process process =
        new ProcessBuilder(compose.toString(), "-f", "docker-compose.yml", "config", "-q")
            .directory(ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(told.toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "docker-compose config does not end");
    assertEquals(0, process.exitValue(), Files.readString(told));
    Files.delete(told);
  }

  @Test
  void theAlertsAreThoseThatTheManualTellsOf() throws IOException {
    Object rules = documents(ROOT.resolve("deploy/prometheus/rules.yml")).get(0);
    String manual = Files.readString(ROOT.resolve("docs/operations.md"));
    for (Object group : (List<?>) at(rules, "groups")) {
      for (Object rule : (List<?>) at(group, "rules")) {
        String alert = at(rule, "alert").toString();
        assertTrue(manual.contains("`" + alert + "`"), "what to do at " + alert);
      }
    }
  }
}
