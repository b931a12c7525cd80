package io.newsledger.app.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.newsledger.app.GeneratedArticles;
import io.newsledger.app.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Three brokers and two instances of the ledger, each with copies of what the other works on, and
 * articles to give them.
 */
final class LedgerCluster implements AutoCloseable {
  private static final Duration LONG = Duration.ofMinutes(3);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Of a person and a product that no other article names. */
  private static final String STEADY =
      """
      ---
      title: "Brief of Hotel Whiskey"
      date: 2025-06-01
      source: West Wire
      url: https://example.org/briefs/steady
      ---
      Hotel Whiskey has left Mistral AI to join Cohere. Grok now has 35 million monthly active users.
      """;

  private final Path folder;
  private final ThreeBrokers brokers;
  private final List<LedgerProcess> instances = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private int given;

  private LedgerCluster(Path folder, ThreeBrokers brokers) {
    this.folder = folder;
    this.brokers = brokers;
  }

  /**
   * Starts; both instances answer.
   *
   * @param count how many articles there are to give
   * @param more arguments of each instance
   */
  static LedgerCluster start(Path folder, long seed, int count, List<String> more)
      throws Exception {
    ThreeBrokers brokers = ThreeBrokers.start(folder.resolve("brokers"));
    LedgerCluster cluster = new LedgerCluster(folder, brokers);
    boolean up = false;
    try {
      Path articles = new GeneratedArticles(seed).write(folder.resolve("articles"), count);
      cluster.files.add(Files.writeString(folder.resolve("steady.md"), STEADY).toString());
      try (Stream<Path> found = Files.list(articles)) {
        found.map(Path::toString).sorted().forEach(cluster.files::add);
      }
      List<String> arguments =
          new ArrayList<>(List.of("--bootstrap-servers", brokers.bootstrapServers()));
      arguments.addAll(more);
      for (int port : KafkaProcess.ports(2)) {
        Path own = folder.resolve("instance-" + cluster.instances.size());
        cluster.instances.add(new LedgerProcess(own, port, arguments).start());
      }
      for (LedgerProcess instance : cluster.instances) {
        // Its topics are there when it answers.
        Awaitility.await().atMost(LONG).until(() -> instance.answer("/health/live").isPresent());
      }
      up = true;
      return cluster;
    } finally {
      if (!up) {
        cluster.close();
      }
    }
  }

  ThreeBrokers brokers() {
    return brokers;
  }

  List<LedgerProcess> instances() {
    return List.copyOf(instances);
  }

  /** Gives them so many articles more. */
  void ingest(int count) {
    List<String> arguments =
        new ArrayList<>(List.of("ingest", "--bootstrap-servers", brokers.bootstrapServers()));
    arguments.addAll(files.subList(given, given + count));
    Outcome outcome = Outcome.of(arguments.toArray(String[]::new));
    assertEquals(0, outcome.code(), outcome.err());
    given += count;
  }

  void awaitBoth() {
    instances.forEach(this::await);
  }

  /** Until an instance has all articles that were given, and folded as many claims as are live. */
  void await(LedgerProcess instance) {
    Awaitility.await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> isWhole(instance.export()));
  }

  /** Until an instance gives this export, to the byte. */
  void await(LedgerProcess instance, String export) {
    Awaitility.await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertEquals(export, instance.export().orElse("nothing")));
  }

  private boolean isWhole(Optional<String> export) throws IOException {
    if (export.isEmpty()) {
      return false;
    }
    JsonNode state = MAPPER.readTree(export.get());
    JsonNode claims = state.path("claims");
    return state.path("articles").size() == given
        && claims.path("market").size() == given
        && stand(claims.path("market"), state.path("series").toString())
        && stand(claims.path("talent"), state.path("careers").toString());
  }

  private static boolean stand(JsonNode claims, String views) {
    for (JsonNode claim : claims) {
      if (!views.contains(claim.path("id").asText())) {
        return false;
      }
    }
    return true;
  }

  /** What a ledger exports that was given the same articles, and never hit. */
  String undisturbed() throws IOException {
    Path export = folder.resolve("undisturbed.json");
    List<String> arguments = new ArrayList<>(List.of("run", "--once", "--data"));
    arguments.add(folder.resolve("undisturbed").toString());
    arguments.addAll(List.of("--export", export.toString(), "--input"));
    arguments.addAll(files.subList(0, given));
    Outcome outcome = Outcome.of(arguments.toArray(String[]::new));
    assertEquals(0, outcome.code(), outcome.err());
    return Files.readString(export);
  }

  @Override
  public void close() {
    instances.forEach(LedgerProcess::close);
    brokers.close();
  }
}
