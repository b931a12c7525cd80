package io.newsledger.app.operations;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.newsledger.app.Started;
import io.newsledger.app.instance.RunningInstance;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running instance tells of itself, over HTTP. */
final class InstanceOperationsTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path folder;
  private static Started running;
  private static URI api;

  @BeforeAll
  static void start() throws Exception {
    Path input = Files.createDirectories(folder.resolve("input"));
    Files.writeString(
        input.resolve("good.md"),
        """
        ---
        title: Gemini in numbers
        date: 2026-01-05
        source: Desk Brief
        ---
        Gemini now has 650 million monthly active users.
        """);
    Files.writeString(input.resolve("empty.md"), "---\ntitle: Nothing\ndate: 2026-01-06\n---\n");
    String data = folder.resolve("data").toString();
    running =
        Started.of(folder, "run", "--data", data, "--port", "0", "--input", input.toString())
            .until("The ledger is up");
    api = RunningInstance.find(Path.of(data)).api();
  }

  @AfterAll
  static void stop() {
    assertEquals(0, running.stop().code());
  }

  @Test
  void whatIsMeasuredIsOpenMetrics() throws Exception {
    // Kafka Streams' own measurements are looked for again and again.
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              String metrics = get("/metrics").body();
              assertTrue(metrics.contains("kafka_stream_state_total_sst_files_size"), metrics);
              assertEquals(List.of("1.0"), values(metrics, "newsledger_rejects_total", "reason"));
              assertEquals(
                  List.of("1.0"),
                  values(metrics, "newsledger_written_records_total", "\"market.claims\""));
              assertTrue(
                  values(metrics, "newsledger_articles_read_total", "enrichment").contains("1.0"));
              assertTrue(
                  values(metrics, "newsledger_state_bytes", "aggregation").stream()
                      .allMatch(value -> Double.parseDouble(value) > 0));
              assertEquals(
                  List.of("0.0"),
                  values(metrics, "newsledger_restore_remaining_records", "aggregation"));
            });
    HttpResponse<String> answer = get("/metrics");
    assertEquals(
        "application/openmetrics-text; version=1.0.0; charset=utf-8",
        answer.headers().firstValue("Content-Type").orElse(""));
    assertTrue(answer.body().endsWith("# EOF\n"));
    assertTrue(
        answer.body().contains("newsledger_http_answers_seconds_count{path=\"/metrics\""),
        "answers are timed");
    HttpRequest plain =
        HttpRequest.newBuilder(api.resolve("/metrics")).header("Accept", "text/plain").build();
    HttpResponse<String> old = HTTP.send(plain, HttpResponse.BodyHandlers.ofString());
    assertTrue(old.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
  }

  @Test
  void ofKafkasOwnMeasurementsThoseAreToldThatTheDocumentNames() throws Exception {
    String documented = Files.readString(Path.of("../../docs/operations.md"));
    Set<String> told = new HashSet<>();
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              Matcher names =
                  Pattern.compile("(?m)^(kafka_[a-z_]+)\\{").matcher(get("/metrics").body());
              while (names.find()) {
                told.add(names.group(1));
              }
              assertEquals(KafkaMeters.TOLD.size(), told.size(), told.toString());
            });
    for (String name : told) {
      assertTrue(documented.contains("`" + name + "`"), name);
    }
  }

  @Test
  void readinessTellsOfBothApplications() {
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              JsonNode ready = json("/health/ready?maxLag=0");
              assertEquals("ready", ready.path("status").asText(), ready.toString());
              assertEquals(2, ready.get("applications").size());
              assertEquals("RUNNING", ready.at("/applications/1/state").asText());
            });
  }

  @Test
  void theTopologyNamesStoresAndWhatRunsHere() throws Exception {
    JsonNode topology = json("/topology");
    assertEquals(1, topology.get("generation").asInt());
    Set<String> stores = new HashSet<>();
    List<String> kinds = new ArrayList<>();
    for (JsonNode application : topology.get("applications")) {
      assertTrue(application.get("tasks").size() > 0, application.toString());
      for (JsonNode node : application.get("nodes")) {
        kinds.add(node.get("kind").asText());
        node.get("stores").forEach(store -> stores.add(store.asText()));
      }
    }
    assertTrue(stores.contains("careers"), stores.toString());
    assertTrue(kinds.containsAll(List.of("SOURCE", "PROCESSOR", "SINK")), kinds.toString());
  }

  /** Values of the lines of a measurement that hold a text. */
  private static List<String> values(String metrics, String name, String text) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + "{") && line.contains(text))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .toList();
  }

  private static JsonNode json(String path) throws Exception {
    return new ObjectMapper().readTree(get(path).body());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(api.resolve(path)).timeout(LONG).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
