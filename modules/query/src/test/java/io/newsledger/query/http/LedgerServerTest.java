package io.newsledger.query.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.newsledger.events.json.CanonicalJson;
import io.newsledger.query.AsOf;
import io.newsledger.query.InMemoryState;
import io.newsledger.query.LeaderboardQuestion;
import io.newsledger.query.Ledger;
import io.newsledger.query.Limits;
import io.newsledger.query.Page;
import io.newsledger.query.Samples;
import io.newsledger.query.Window;
import io.newsledger.query.state.StateUnavailable.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route over a real socket. */
final class LedgerServerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final InMemoryState state = Samples.state();
  private final Ledger ledger = new Ledger(state);
  private final HttpClient http = HttpClient.newHttpClient();
  private LedgerServer server;

  @BeforeEach
  void start() {
    server = LedgerServer.start(ledger, "127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void answersWhatTheLedgerAnswers() throws Exception {
    AsOf day = AsOf.endOf(LocalDate.of(2026, 3, 4));
    assertEquals(
        CanonicalJson.write(ledger.career("Ada Vale", AsOf.NOW)), get("/career/Vale%20Ada").body());
    assertEquals(
        CanonicalJson.write(ledger.career("Ada Vale", day)),
        get("/careers/Ada%20Vale?asOf=2026-03-04").body());
    assertEquals(
        CanonicalJson.write(ledger.flow("Northlab", Window.parse("2026-01", "2026-03"), day)),
        get("/flow/northlab?from=2026-01&to=2026-03&asOf=2026-03-04").body());
    assertEquals(
        CanonicalJson.write(ledger.series("Orbit", Ledger.metric("USERS"), AsOf.NOW)),
        get("/series/orbit?metric=users").body());
    assertEquals(
        CanonicalJson.write(ledger.series("Orbit", Optional.empty(), day)),
        get("/series/Orbit?asOf=2026-03-04").body());
    assertEquals(CanonicalJson.write(ledger.claim("m1", AsOf.NOW)), get("/claims/m1").body());
    assertEquals(CanonicalJson.write(ledger.claim("m1", AsOf.NOW)), get("/claims?id=m1").body());
    assertEquals(CanonicalJson.write(ledger.article("d", AsOf.NOW)), get("/articles/d").body());
    assertEquals(
        CanonicalJson.write(ledger.people("", Page.first(50), AsOf.NOW)), get("/people").body());
    assertEquals(
        CanonicalJson.write(ledger.entities("orb", Page.first(1), AsOf.NOW)),
        get("/entities?q=orb&limit=1").body());
    assertEquals(
        CanonicalJson.write(
            ledger.alerts(Optional.of("northlab"), Window.parse("2026", null), AsOf.NOW)),
        get("/alerts?organisation=northlab&from=2026").body());
    assertEquals(
        CanonicalJson.write(
            ledger.shifts(Optional.of("orbit"), Ledger.metric("market-share"), Window.ALL, day)),
        get("/shifts?entity=orbit&metric=market-share&asOf=2026-03-04").body());
    assertEquals(
        CanonicalJson.write(
            ledger.leaderboard(
                LeaderboardQuestion.parse("MARKET_SHARE", "ai market", "2026-03", "90"), AsOf.NOW)),
        get("/leaderboard?metric=market-share&scope=AI%20market&at=2026-03&days=90").body());
    assertEquals(
        CanonicalJson.write(
            ledger.flows(Optional.of("southlab"), Window.parse("2026-01", "2026-03"), day)),
        get("/flows?organisation=southlab&period=2026-q1&asOf=2026-03-04").body());
    assertEquals(
        CanonicalJson.write(
            ledger.movements(Optional.empty(), Window.ALL, Page.first(Page.USUAL), AsOf.NOW)),
        get("/movements").body());
    assertEquals(
        CanonicalJson.write(
            ledger.movements(
                Optional.of("northlab"), Window.parse("2026", null), Page.first(1), AsOf.NOW)),
        get("/organisations/northlab/movements?from=2026&limit=1").body());
    assertEquals(
        CanonicalJson.write(ledger.organisation("Northlab", day)),
        get("/organisations/NORTHLAB?asOf=2026-03-04").body());
    assertEquals(
        CanonicalJson.write(ledger.search("vale", 3, AsOf.NOW)),
        get("/search?q=vale&limit=3").body());
    assertEquals(CanonicalJson.write(ledger.days()), get("/days").body());
    assertEquals(CanonicalJson.write(ledger.export(AsOf.NOW)), get("/export").body());
    assertEquals(CanonicalJson.write(ledger.export(day)), get("/export?asOf=2026-03-04").body());
  }

  @Test
  void validTimeLeavesOutWhatWasSoLater() throws Exception {
    assertEquals(404, get("/careers/Ada%20Vale?at=2026-03-02").statusCode());
    assertEquals(200, get("/careers/Ada%20Vale?at=2026-03-03").statusCode());
    assertEquals(List.of("t1"), ids("/claims?person=Ada%20Vale&at=2026-03-03"));
    assertEquals(List.of("t2", "t1"), ids("/claims?person=Ada%20Vale&at=2026-03-04"));
    // Without a date it was so when it was published.
    assertEquals(List.of("m5"), ids("/claims?entity=comet&at=2026-04-02"));
    assertEquals(List.of(), ids("/claims?entity=comet&at=2026-04-01"));
    JsonNode series = json("/series/Orbit?metric=MARKET_SHARE&at=2026-02-28");
    assertEquals(1, series.get("series").get(0).get("points").size());
    assertEquals("2026-02-28", series.get("at").asText());
    assertTrue(series.get("asOf").isNull());
    assertEquals(404, get("/claims/m5?at=2026-04-01").statusCode());
    assertEquals(404, get("/claims/t4?asOf=2026-03-09").statusCode());
    assertEquals("RETRACTED", json("/claims/t4").at("/claim/status").asText());
    assertEquals("ASSERTED", json("/claims/t4?asOf=2026-03-19").at("/claim/status").asText());
    problem(400, get("/people?at=soon"));
  }

  @Test
  void anotherPageMayAskOnlyIfItWasNamed() throws Exception {
    assertEquals("", allowed(server, "https://elsewhere.example"));
    try (LedgerServer open =
        LedgerServer.start(
            ledger, ServerSettings.at("127.0.0.1", 0).allowing(Set.of("https://named.example")))) {
      assertEquals("https://named.example", allowed(open, "https://named.example"));
      assertEquals("", allowed(open, "https://elsewhere.example"));
      HttpRequest before =
          HttpRequest.newBuilder(open.uri().resolve("/people"))
              .timeout(PATIENCE)
              .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
              .header("Origin", "https://named.example")
              .header("Access-Control-Request-Method", "GET")
              .build();
      HttpResponse<String> answer = http.send(before, HttpResponse.BodyHandlers.ofString());
      assertEquals(204, answer.statusCode());
      assertEquals("GET", answer.headers().firstValue("Access-Control-Allow-Methods").orElse(""));
    }
  }

  @Test
  void answersAreCompressedForThoseWhoCanReadThat() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri().resolve("/export"))
            .timeout(PATIENCE)
            .header("Accept-Encoding", "gzip")
            .build();
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertEquals("gzip", response.headers().firstValue("Content-Encoding").orElse(""));
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      assertEquals(get("/export").body(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void readinessSaysHowFarTheWorkIs() throws Exception {
    problem(404, get("/metrics"));
    assertEquals("ready", json("/health/ready").get("status").asText());
    try (LedgerServer told =
        LedgerServer.start(
            ledger, ServerSettings.at("127.0.0.1", 0).with(new SampleOperations()))) {
      JsonNode ready =
          new ObjectMapper().readTree(get(URI.create(told.uri() + "/health/ready")).body());
      assertEquals(7, ready.get("lag").asLong());
      assertEquals(3, ready.at("/applications/1/restoring").asLong());
      assertEquals(4, ready.at("/applications/0/copying").asLong());
      assertEquals(200, get(URI.create(told.uri() + "/health/ready?maxLag=7")).statusCode());
      JsonNode behind = problem(503, get(URI.create(told.uri() + "/health/ready?maxLag=6")));
      assertEquals("BEHIND", behind.get("title").asText());
      assertTrue(behind.get("detail").asText().contains("2 records to fold"), behind.toString());
      problem(400, get(URI.create(told.uri() + "/health/ready?maxLag=-1")));
      assertEquals("answered 4\n", get(URI.create(told.uri() + "/metrics")).body());
    }
  }

  @Test
  void claimsAreFilteredByPersonEntityAndArticle() throws Exception {
    assertEquals(List.of("t2", "t1"), ids("/claims?person=ada%20vale"));
    assertEquals(List.of("t4", "t2", "t1"), ids("/claims?person=Ada%20Vale&gone=true"));
    assertEquals(List.of("t4", "t2", "t1"), ids("/claims?person=Ada%20Vale&asOf=2026-03-19"));
    assertEquals(List.of("t2", "t1"), ids("/claims?person=Ada%20Vale&gone=true&asOf=2026-03-09"));
    assertEquals(List.of("m1", "m4", "m5"), ids("/claims?article=c"));
    assertEquals(List.of("m5"), ids("/claims?entity=comet"));
    assertEquals(List.of("t1"), ids("/claims?entity=Southlab"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/career/Ada%20Vale?asOf=yesterday",
        "/career/Ada%20Vale?asOf=2026-02-30",
        "/career/Ada%20Vale?asof=2026-03-01",
        "/career/%21",
        "/flow/Northlab?from=March",
        "/flow/Northlab?from=2026-05&to=2026-01",
        "/claims?gone=maybe",
        "/alerts?unit=Orbit",
        "/alerts?from=soon",
        "/shifts?metric=fame",
        "/leaderboard?at=soon",
        "/leaderboard?days=-1",
        "/flows?period=2026-Q5",
        "/flows?period=2026&from=2025",
        "/movements?cursor=%21%21",
        "/search?q=%20",
        "/people?limit=0",
        "/people?limit=many"
      })
  void badQuestionsAreToldWhatToDo(String path) throws Exception {
    JsonNode problem = problem(400, get(path));
    assertTrue(problem.get("detail").asText().length() > 10, problem.toString());
  }

  @Test
  void aBadMetricIsToldWhichThereAre() throws Exception {
    JsonNode problem = problem(400, get("/series/Orbit?metric=fame"));
    List<String> allowed = new ArrayList<>();
    problem.get("allowed").forEach(item -> allowed.add(item.asText()));
    assertTrue(allowed.contains("MARKET_SHARE"), allowed.toString());
  }

  @Test
  void whatIsNotKnownIsAnsweredWithWhatLooksAlike() throws Exception {
    assertEquals("Ada Vale", problem(404, get("/career/Vale")).get("suggestions").get(0).asText());
    assertEquals("Northlab", problem(404, get("/flow/North")).get("suggestions").get(0).asText());
    assertEquals("Comet", problem(404, get("/series/com")).get("suggestions").get(0).asText());
    assertFalse(problem(404, get("/career/Nobody")).has("suggestions"));
    assertEquals(
        "Northlab",
        problem(404, get("/alerts?organisation=north")).get("suggestions").get(0).asText());
    assertEquals(
        "Comet", problem(404, get("/shifts?entity=com")).get("suggestions").get(0).asText());
    assertEquals(
        "Northlab", problem(404, get("/organisations/north")).get("suggestions").get(0).asText());
    assertEquals(
        "Northlab",
        problem(404, get("/flows?organisation=north")).get("suggestions").get(0).asText());
    problem(404, get("/organisations/Nobody/movements"));
    problem(404, get("/leaderboard?scope=nowhere"));
    problem(404, get("/claims/none"));
    problem(404, get("/articles/none"));
    problem(404, get("/articles/d?asOf=2026-03-01"));
    problem(404, get("/career/Ada%20Vale?asOf=2026-01-01"));
    problem(404, get("/nowhere"));
  }

  @Test
  void onlyReadingIsAllowed() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri().resolve("/people"))
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    problem(405, http.send(request, HttpResponse.BodyHandlers.ofString()));
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void stateThatCannotBeReadIsNotCalledAbsent(Reason reason) throws Exception {
    assertEquals(200, get("/health/ready").statusCode());
    state.fail(reason);
    for (String path :
        List.of(
            "/career/Nobody",
            "/claims/none",
            "/people",
            "/alerts",
            "/shifts",
            "/leaderboard",
            "/export",
            "/health/ready")) {
      HttpResponse<String> response = get(path);
      assertEquals(reason.name(), problem(503, response).get("title").asText());
      assertTrue(response.headers().firstValue("Retry-After").isPresent());
    }
    assertEquals(200, get("/health/live").statusCode());
    assertEquals(200, get("/").statusCode());
    state.fail(null);
    assertEquals(200, get("/health/ready").statusCode());
  }

  @Test
  void anExportThatIsTooLargeIsRefused() throws Exception {
    try (LedgerServer small =
        LedgerServer.start(new Ledger(state, new Limits(100, 10, 10, 2)), "127.0.0.1", 0)) {
      problem(413, get(small.uri().resolve("/export")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/page/main.js", "/page/page.css", "/page/echarts.js", "/favicon.svg"})
  void thePageLoadsNothingFromElsewhere(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertEquals(200, response.statusCode());
    assertFalse(response.body().isBlank());
    String policy = response.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self'"), policy);
    assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElse(""));
  }

  @Test
  void whatAClientHasAlreadyIsNotSentAgainUntilTheStateMoves() throws Exception {
    assertFalse(get("/people").headers().firstValue("ETag").isPresent());
    state.version("one");
    String tag = get("/people").headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> same = get("/people", tag);
    assertEquals(304, same.statusCode());
    assertEquals("", same.body());
    assertEquals(200, get("/people", "W/\"another\"").statusCode());
    assertEquals(304, get("/people", "\"another\", " + tag).statusCode());
    state.version("two");
    assertEquals(200, get("/people", tag).statusCode());
    String page = get("/").headers().firstValue("ETag").orElseThrow();
    assertEquals(304, get("/", page).statusCode());
  }

  @Test
  void namesWithSlashesAndOtherScriptsArriveWhole() throws Exception {
    for (String name : List.of("A%2FB", "%E6%9E%97", "a%3Fb%23c", "50%25")) {
      JsonNode problem = problem(404, get("/career/" + name));
      String decoded = URI.create("/" + name).getPath().substring(1);
      assertTrue(problem.get("detail").asText().contains("'" + decoded + "'"), problem.toString());
    }
  }

  @Test
  void aPortThatIsTakenIsSaidToBe() {
    ServerException refused =
        assertThrows(
            ServerException.class,
            () -> LedgerServer.start(ledger, "127.0.0.1", server.uri().getPort()));
    assertTrue(refused.getMessage().contains("choose another port"), refused.getMessage());
  }

  private String allowed(LedgerServer asked, String origin) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(asked.uri().resolve("/people"))
            .timeout(PATIENCE)
            .header("Origin", origin)
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(200, response.statusCode());
    return response.headers().firstValue("Access-Control-Allow-Origin").orElse("");
  }

  private JsonNode json(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertEquals(200, response.statusCode(), response.body());
    return new ObjectMapper().readTree(response.body());
  }

  private List<String> ids(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertEquals(200, response.statusCode(), response.body());
    List<String> ids = new ArrayList<>();
    new ObjectMapper()
        .readTree(response.body())
        .get("claims")
        .forEach(claim -> ids.add(claim.get("id").asText()));
    return ids;
  }

  private static JsonNode problem(int status, HttpResponse<String> response) throws IOException {
    assertEquals(status, response.statusCode(), response.body());
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
    JsonNode problem = new ObjectMapper().readTree(response.body());
    assertEquals(status, problem.get("status").asInt());
    assertFalse(problem.get("detail").asText().isBlank());
    return problem;
  }

  private HttpResponse<String> get(String path, String known) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.uri() + path))
            .timeout(PATIENCE)
            .header("If-None-Match", known)
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return get(URI.create(server.uri() + path));
  }

  private HttpResponse<String> get(URI uri) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
