package io.newsledger.interop;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.newsledger.interop.Programs.Ended;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The services of docker-compose.yml as processes of this machine: their commands, environment and
 * ports, each on an address of its own. Prometheus and Grafana are left out.
 */
final class ComposeServicesTest {
  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final String LEDGER = "io.newsledger.app.Newsledger";
  private static final Duration LONG = Duration.ofMinutes(3);
  private static final List<String> BROKERS = List.of("kafka-1", "kafka-2", "kafka-3");
  private static final List<String> LEDGERS = List.of("ledger-1", "ledger-2");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir static Path folder;
  private static final Map<String, Process> processes = new LinkedHashMap<>();
  private static Apicurio registry;
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterAll
  static void stop() {
    processes.values().forEach(Process::destroyForcibly);
    if (registry != null) {
      registry.close();
    }
  }

  @Test
  void theServicesStartTogetherAndBothLedgersAnswer() throws Exception {
    Optional<Path> java = Programs.laterJava();
    assumeTrue(java.isPresent(), "Apicurio needs Java 21 or later: set JAVA_HOME_25");
    ThreadLocalRandom random = ThreadLocalRandom.current();
    String network = "127.%d.%d".formatted(random.nextInt(1, 255), random.nextInt(256));
    ComposeFile compose = new ComposeFile(ROOT.resolve("docker-compose.yml"), network);
    for (String broker : BROKERS) {
      startBroker(compose, broker);
    }
    awaitBrokers(compose);
    registry =
        Apicurio.start(
            java.get(), folder, compose.address("registry"), 8080, compose.environment("registry"));
    Ended schemas = Programs.java(folder, LEDGER, compose.command("schemas"));
    assertEquals(0, schemas.code(), schemas.out() + schemas.err());
    for (String service : LEDGERS) {
      startLedger(compose, service, compose.command(service));
    }
    List<String> feeds = new ArrayList<>(compose.command("feeds"));
    feeds.replaceAll(
        word ->
            word.equals("/etc/newsledger/feeds.opml")
                ? ROOT.resolve("deploy/feeds.opml").toString()
                : word);
    startLedger(compose, "feeds", feeds);
    List<String> articles = new ArrayList<>(compose.command("articles"));
    articles.replaceAll(word -> word.equals("/in") ? ROOT.resolve("samples").toString() : word);
    Ended ingested = Programs.java(folder, LEDGER, articles);
    assertEquals(0, ingested.code(), ingested.err());

    JsonNode alone = alone();
    for (String service : LEDGERS) {
      await()
          .atMost(LONG)
          .pollInterval(Duration.ofMillis(500))
          .ignoreExceptionsInstanceOf(IOException.class)
          .untilAsserted(
              () -> assertEquals(alone, MAPPER.readTree(get(compose, service, "/export"))));
      assertTrue(get(compose, service, "/health/ready").contains("\"ready\""), service);
      assertTrue(get(compose, service, "/metrics").contains("newsledger_lag_records"), service);
    }
    processes.forEach((name, process) -> assertTrue(process.isAlive(), name + ": " + told(name)));
  }

  /** As the image of Kafka does: of KAFKA_LOG_DIRS it makes log.dirs. */
  private static void startBroker(ComposeFile compose, String name) throws Exception {
    Properties settings = new Properties();
    Map<String, String> environment = compose.environment(name);
    String heap = environment.remove("KAFKA_HEAP_OPTS");
    environment.forEach(
        (key, value) ->
            settings.put(
                key.substring("KAFKA_".length()).toLowerCase(Locale.ROOT).replace('_', '.'),
                value));
    settings.put("log.dirs", folder.resolve(name).toString());
    Path file = folder.resolve(name + ".properties");
    try (var out = Files.newBufferedWriter(file)) {
      settings.store(out, null);
    }
    List<String> format = List.of("format", "-t", "5L6g3nShT-eMCtK--X86sw", "-c", file.toString());
    Ended formatted = Programs.java(folder, "kafka.tools.StorageTool", format);
    assertEquals(0, formatted.code(), formatted.out() + formatted.err());
    List<String> options = new ArrayList<>(List.of(heap.split(" ")));
    options.add("-Dlog4j2.level=WARN");
    processes.put(
        name, Programs.start(log(name), options, "kafka.Kafka", List.of(file.toString())));
  }

  private static void startLedger(ComposeFile compose, String name, List<String> command)
      throws IOException {
    List<String> options = List.of("-XX:MaxRAM=" + compose.memory(name), "-XX:MaxRAMPercentage=60");
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--data", folder.resolve(name).toString()));
    processes.put(name, Programs.start(log(name), options, LEDGER, arguments));
  }

  private static void awaitBrokers(ComposeFile compose) {
    String servers = compose.address("kafka-1") + ":19092";
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      await()
          .atMost(LONG)
          .ignoreExceptions()
          .until(() -> admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).size() == 3);
    }
  }

  /** The state of one process with a broker of its own. */
  private static JsonNode alone() throws Exception {
    Path export = folder.resolve("alone.json");
    List<String> arguments = new ArrayList<>(List.of("run", "--once", "--data"));
    arguments.add(folder.resolve("alone").toString());
    arguments.addAll(List.of("--export", export.toString()));
    arguments.addAll(List.of("--input", ROOT.resolve("samples").toString()));
    Ended ran = Programs.java(folder, LEDGER, arguments);
    assertEquals(0, ran.code(), ran.err());
    return MAPPER.readTree(export.toFile());
  }

  private String get(ComposeFile compose, String service, String path) throws Exception {
    URI address = URI.create("http://" + compose.address(service) + ":7070" + path);
    return http.send(
            HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static Path log(String name) {
    return folder.resolve(name + ".log");
  }

  /** The end of its log. */
  private static String told(String name) {
    try (Stream<String> lines = Files.lines(log(name))) {
      List<String> all = lines.toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - 20), all.size()));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
