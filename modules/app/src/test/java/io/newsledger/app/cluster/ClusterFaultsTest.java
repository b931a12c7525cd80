package io.newsledger.app.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.newsledger.app.GeneratedArticles;
import io.newsledger.app.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three brokers and two instances, each with copies of what the other works on. Whatever is killed,
 * stopped or deleted while articles come in, both end with the state of an undisturbed run.
 *
 * <p>{@code faults.seed} chooses which instance is hit, {@code faults.rounds} how often all faults
 * come round; the times from a fault to full answers go to standard output.
 */
final class ClusterFaultsTest {
  private static final Duration LONG = Duration.ofMinutes(3);
  private static final long SEED = Long.getLong("faults.seed", 20261129L);
  private static final int ROUNDS = Integer.getInteger("faults.rounds", 1);
  private static final int FAULTS = 5;
  private static final int EACH = 6;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir static Path folder;
  private static final List<LedgerProcess> instances = new ArrayList<>();
  private static final Random random = new Random(SEED);
  private static ThreeBrokers brokers;
  private static List<String> files;
  private int given;

  @BeforeAll
  static void start() throws Exception {
    int count = EACH * (FAULTS * ROUNDS + 1);
    Path articles = new GeneratedArticles(SEED).write(folder.resolve("articles"), count);
    try (Stream<Path> found = Files.list(articles)) {
      files = found.map(Path::toString).sorted().toList();
    }
    brokers = ThreeBrokers.start(folder.resolve("brokers"));
    List<Integer> ports = KafkaProcess.ports(2);
    for (int i = 0; i < 2; i++) {
      instances.add(
          new LedgerProcess(
                  folder.resolve("instance-" + i),
                  ports.get(i),
                  List.of("--bootstrap-servers", brokers.bootstrapServers()))
              .start());
    }
    for (LedgerProcess instance : instances) {
      awaitState(instance, 0);
    }
  }

  @AfterAll
  static void stop() {
    instances.forEach(LedgerProcess::close);
    if (brokers != null) {
      brokers.close();
    }
  }

  @Test
  void bothEndWithTheStateOfAnUndisturbedRun() throws Exception {
    ingest();
    awaitBoth();
    for (int round = 0; round < ROUNDS; round++) {
      killAnInstance();
      killTheLeader();
      stopAnInstanceForAWhile();
      deleteAStateFolder();
      endAnInstanceInOrder();
    }
    JsonNode undisturbed = undisturbed();
    for (LedgerProcess instance : instances) {
      await()
          .atMost(LONG)
          .pollInterval(Duration.ofMillis(200))
          .untilAsserted(
              () -> assertEquals(undisturbed, MAPPER.readTree(instance.export().orElse("null"))));
    }
  }

  private void killAnInstance() throws Exception {
    int hit = random.nextInt(2);
    instances.get(hit).kill();
    measure("an instance killed", instances.get(1 - hit));
    instances.get(hit).start();
    measureBack("a killed instance started again", instances.get(hit));
  }

  private void killTheLeader() throws Exception {
    KafkaProcess leader = brokers.broker(brokers.leader("news.articles", 0));
    leader.process().destroyForcibly();
    leader.process().waitFor();
    measure("the broker killed that led news.articles-0", instances.get(0));
    leader.start();
    awaitBoth();
  }

  private void stopAnInstanceForAWhile() throws Exception {
    int hit = random.nextInt(2);
    instances.get(hit).signal("STOP");
    measure("an instance stopped (SIGSTOP)", instances.get(1 - hit));
    instances.get(hit).signal("CONT");
    measureBack("a stopped instance let go on (SIGCONT)", instances.get(hit));
  }

  private void deleteAStateFolder() throws Exception {
    int hit = random.nextInt(2);
    instances.get(hit).kill();
    measure("an instance killed", instances.get(1 - hit));
    try (Stream<Path> below = Files.walk(instances.get(hit).data())) {
      for (Path file : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    instances.get(hit).start();
    measureBack("an instance without its folder started", instances.get(hit));
  }

  private void endAnInstanceInOrder() throws Exception {
    int hit = random.nextInt(2);
    instances.get(hit).signal("TERM");
    measure("an instance ended in order (SIGTERM)", instances.get(1 - hit));
    assertTrue(instances.get(hit).process().waitFor(60, TimeUnit.SECONDS), "ends");
    instances.get(hit).start();
    awaitBoth();
  }

  /** From now until what is given now is in the answers of this instance. */
  private void measure(String fault, LedgerProcess instance) throws Exception {
    long start = System.nanoTime();
    ingest();
    awaitState(instance, given);
    tell(fault, start);
  }

  /** From now until this instance gives full answers, as the other does. */
  private void measureBack(String fault, LedgerProcess instance) {
    long start = System.nanoTime();
    awaitState(instance, given);
    tell(fault, start);
    awaitBoth();
  }

  private static void tell(String fault, long start) {
    System.out.printf(
        "faults: full answers %.1f s after: %s%n", (System.nanoTime() - start) / 1e9, fault);
  }

  private void ingest() {
    List<String> arguments =
        new ArrayList<>(List.of("ingest", "--bootstrap-servers", brokers.bootstrapServers()));
    arguments.addAll(files.subList(given, given + EACH));
    Outcome outcome = Outcome.of(arguments.toArray(String[]::new));
    assertEquals(0, outcome.code(), outcome.err());
    given += EACH;
  }

  private void awaitBoth() {
    instances.forEach(instance -> awaitState(instance, given));
  }

  /** Until an instance has so many articles, and folded as many claims as are live. */
  private static void awaitState(LedgerProcess instance, int articles) {
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> holds(instance.export(), articles));
  }

  private static boolean holds(Optional<String> export, int articles) throws IOException {
    if (export.isEmpty()) {
      return false;
    }
    JsonNode state = MAPPER.readTree(export.get());
    return state.path("articles").size() == articles
        && state.path("claims").path("market").size() == articles
        && stand(state.path("claims").path("market"), state.path("series").toString())
        && stand(state.path("claims").path("talent"), state.path("careers").toString());
  }

  private static boolean stand(JsonNode claims, String views) {
    for (JsonNode claim : claims) {
      if (!views.contains(claim.path("id").asText())) {
        return false;
      }
    }
    return true;
  }

  private JsonNode undisturbed() throws Exception {
    Path export = folder.resolve("undisturbed.json");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--once",
                "--data",
                folder.resolve("undisturbed").toString(),
                "--export",
                export.toString(),
                "--input"));
    arguments.addAll(files.subList(0, given));
    Outcome outcome = Outcome.of(arguments.toArray(String[]::new));
    assertEquals(0, outcome.code(), outcome.err());
    return MAPPER.readTree(export.toFile());
  }
}
