package io.newsledger.app.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.newsledger.app.GeneratedArticles;
import io.newsledger.app.Outcome;
import io.newsledger.app.Started;
import io.newsledger.broker.BrokerConfig;
import io.newsledger.broker.EmbeddedBroker;
import io.newsledger.events.topic.Stores;
import io.newsledger.events.topic.TopicCreation;
import io.newsledger.query.peer.RowsQuestion;
import io.newsledger.query.state.Keys;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on one broker that know each other's addresses. */
final class AskingEachOtherTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final int PARTITIONS = 4;
  private static final int ARTICLES = 20;
  private static final String COPY_LAG = "Newsledger-Copy-Lag";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path folder;
  private EmbeddedBroker broker;
  private final List<Started> instances = new ArrayList<>();

  @BeforeEach
  void fill() throws Exception {
    broker = EmbeddedBroker.start(BrokerConfig.in(folder.resolve("broker")));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      new TopicCreation(PARTITIONS, (short) 1, LONG).createMissing(admin);
    }
    Path articles = new GeneratedArticles(7).write(folder.resolve("articles"), ARTICLES);
    Outcome ingested =
        Outcome.of("ingest", "--bootstrap-servers", broker.bootstrapServers(), articles.toString());
    assertEquals(0, ingested.code(), ingested.err());
  }

  @AfterEach
  void stop() {
    instances.forEach(Started::close);
    broker.close();
  }

  @Test
  void withoutCopiesEachAnswersForAllAsLongAsTheOtherDoes() throws Exception {
    List<Integer> ports = KafkaProcess.ports(2);
    URI one = start(ports.get(0), ports.get(0), 0);
    URI other = start(ports.get(1), ports.get(1), 0);
    awaitShared(one, other);
    List<String> questions = questions(one);
    Map<String, String> answers = new TreeMap<>();
    for (String question : questions) {
      HttpResponse<String> answer = get(one, question);
      assertEquals(200, answer.statusCode(), question + answer.body());
      assertEquals(answer.body(), get(other, question).body(), question);
      assertFalse(
          answer.headers().firstValue(COPY_LAG).isPresent(), "it is asked where it is kept");
      answers.put(question, answer.body());
    }
    assertEquals(404, get(one, "/claims/" + "0".repeat(32)).statusCode(), "that is not there");
    pagesAskedByTurnsMakeTheWholeList(one, other);
    noQuestionGoesOn(one, other);

    CompletableFuture<Outcome> end = CompletableFuture.supplyAsync(instances.get(1)::stop);
    int unavailable = 0;
    boolean whole = false;
    long begin = System.nanoTime();
    while (!end.isDone() || !whole) {
      assertTrue(System.nanoTime() - begin < LONG.toNanos(), "it never answers for all again");
      whole = true;
      for (String question : questions) {
        HttpResponse<String> answer = get(one, question);
        if (answer.statusCode() == 503) {
          assertTrue(answer.headers().firstValue("Retry-After").isPresent(), answer::toString);
          unavailable++;
          whole = false;
        } else {
          assertEquals(200, answer.statusCode(), question + answer.body());
          assertEquals(answers.get(question), answer.body(), question);
        }
      }
    }
    System.out.println("asking each other: " + unavailable + " times 503 while the other ended");
  }

  @Test
  void whereTheOtherDoesNotAnswerACopyIsReadAndThatIsTold() throws Exception {
    List<Integer> ports = KafkaProcess.ports(3);
    URI one = start(ports.get(0), ports.get(0), 1);
    // Nothing listens where this one says that it is.
    URI other = start(ports.get(1), ports.get(2), 1);
    awaitShared(one, other);
    int copied = 0;
    for (String question : questions(one)) {
      HttpResponse<String> owner = get(other, question);
      HttpResponse<String> copy = get(one, question);
      assertEquals(200, copy.statusCode(), question + copy.body());
      assertEquals(owner.body(), copy.body(), question);
      assertFalse(owner.headers().firstValue(COPY_LAG).isPresent(), "the first one does answer");
      copied += copy.headers().firstValue(COPY_LAG).isPresent() ? 1 : 0;
      if (copy.headers().firstValue(COPY_LAG).isPresent()) {
        assertEquals("0", copy.headers().firstValue(COPY_LAG).get(), "everything is at rest");
        assertFalse(copy.headers().firstValue("ETag").isPresent(), "nothing vouches for a copy");
      }
    }
    assertTrue(copied > 0, "some of it is kept by the other");
  }

  /**
   * @param standbys copies of each partition
   */
  private URI start(int port, int advertised, int standbys) throws Exception {
    Path own = Files.createDirectories(folder.resolve("instance-" + port));
    Path config = own.resolve("client.properties");
    Files.writeString(config, "num.standby.replicas=" + standbys + "\n");
    instances.add(
        Started.of(
            own,
            "run",
            "--bootstrap-servers",
            broker.bootstrapServers(),
            "--kafka-config",
            config.toString(),
            "--data",
            own.resolve("data").toString(),
            "--port",
            Integer.toString(port),
            "--advertise",
            "127.0.0.1:" + advertised));
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Until both have a part of the work and answer for all of it. */
  private static void awaitShared(URI one, URI other) {
    await()
        .atMost(LONG)
        .ignoreExceptionsMatching(java.io.IOException.class::isInstance)
        .until(
            () ->
                tasks(one) > 0
                    && tasks(other) > 0
                    && isWhole(one)
                    && isWhole(other)
                    && get(one, "/health/ready?maxLag=0").statusCode() == 200
                    && get(other, "/health/ready?maxLag=0").statusCode() == 200);
  }

  private static boolean isWhole(URI api) throws Exception {
    HttpResponse<String> export = get(api, "/export");
    if (export.statusCode() != 200) {
      return false;
    }
    JsonNode state = MAPPER.readTree(export.body());
    String views = state.path("series").toString() + state.path("careers");
    List<JsonNode> claims = new ArrayList<>();
    state.at("/claims/market").forEach(claims::add);
    state.at("/claims/talent").forEach(claims::add);
    return state.path("articles").size() == ARTICLES
        && state.at("/claims/market").size() == ARTICLES
        && claims.stream().allMatch(claim -> views.contains(claim.path("id").asText()));
  }

  private static int tasks(URI api) throws Exception {
    HttpResponse<String> topology = get(api, "/topology");
    return topology.statusCode() == 200
        ? MAPPER.readTree(topology.body()).at("/applications/1/tasks").size()
        : 0;
  }

  /** One of each kind, and one for each person and claim. */
  private static List<String> questions(URI api) throws Exception {
    List<String> questions =
        new ArrayList<>(
            List.of(
                "/export",
                "/people?limit=3",
                "/entities",
                "/movements?limit=4",
                "/flows",
                "/flow/OpenAI",
                "/organisations/Meta",
                "/series/ChatGPT",
                "/leaderboard",
                "/search?q=brief",
                "/days",
                "/claims?limit=5"));
    for (JsonNode person : list(api, "/people?limit=500", "people")) {
      questions.add("/careers/" + encoded(person.path("name").asText()));
      questions.add("/careers/" + encoded(person.path("name").asText()) + "?asOf=2026-06-01");
    }
    for (JsonNode claim : list(api, "/claims?limit=500", "claims")) {
      questions.add("/claims/" + claim.path("id").asText());
    }
    for (JsonNode article : list(api, "/export", "articles")) {
      questions.add("/articles/" + article.path("id").asText());
    }
    return questions;
  }

  private static void pagesAskedByTurnsMakeTheWholeList(URI one, URI other) throws Exception {
    for (String kind : List.of("people", "entities", "movements", "claims")) {
      List<JsonNode> paged = new ArrayList<>();
      String cursor = "";
      int turn = 0;
      do {
        JsonNode page =
            MAPPER.readTree(
                get(turn++ % 2 == 0 ? one : other, "/" + kind + "?limit=2&cursor=" + cursor)
                    .body());
        page.path(kind).forEach(paged::add);
        cursor = page.path("next").asText("");
      } while (!cursor.isEmpty());
      assertEquals(list(one, "/" + kind + "?limit=500", kind), paged);
      assertTrue(paged.size() > 4, kind);
    }
  }

  /** Each partition is told by exactly one of them: who is asked answers from its own or not. */
  private static void noQuestionGoesOn(URI one, URI other) throws Exception {
    TreeSet<Integer> ofOne = new TreeSet<>();
    TreeSet<Integer> ofOther = new TreeSet<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      if (tells(one, partition)) {
        ofOne.add(partition);
      }
      if (tells(other, partition)) {
        ofOther.add(partition);
      }
    }
    assertEquals(PARTITIONS, ofOne.size() + ofOther.size(), ofOne + " and " + ofOther);
    assertTrue(ofOne.stream().noneMatch(ofOther::contains), ofOne + " and " + ofOther);
    HttpRequest nonsense =
        HttpRequest.newBuilder(one.resolve("/cluster/rows"))
            .POST(HttpRequest.BodyPublishers.ofString("nonsense"))
            .build();
    assertEquals(400, HTTP.send(nonsense, HttpResponse.BodyHandlers.ofString()).statusCode());
  }

  private static boolean tells(URI api, int partition) throws Exception {
    byte[] question =
        new RowsQuestion(
                "newsledger-aggregation",
                Stores.TALENT_CLAIMS.name(),
                List.of(partition),
                false,
                List.of(),
                Keys.ALL,
                1)
            .encode();
    HttpRequest request =
        HttpRequest.newBuilder(api.resolve("/cluster/rows"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(question))
            .timeout(LONG)
            .build();
    int status = HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    assertTrue(status == 200 || status == 503, () -> "it answers with " + status);
    return status == 200;
  }

  private static List<JsonNode> list(URI api, String question, String name) throws Exception {
    List<JsonNode> items = new ArrayList<>();
    MAPPER.readTree(get(api, question).body()).path(name).forEach(items::add);
    return items;
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static HttpResponse<String> get(URI api, String question) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(api.resolve(question)).timeout(LONG).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
