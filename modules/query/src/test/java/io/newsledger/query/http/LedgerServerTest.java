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
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    assertEquals(CanonicalJson.write(ledger.claim("m1")), get("/claims/m1").body());
    assertEquals(CanonicalJson.write(ledger.claim("m1")), get("/claims?id=m1").body());
    assertEquals(CanonicalJson.write(ledger.article("d", AsOf.NOW)), get("/articles/d").body());
    assertEquals(CanonicalJson.write(ledger.people("", 50, AsOf.NOW)), get("/people").body());
    assertEquals(
        CanonicalJson.write(ledger.entities("orb", 1, AsOf.NOW)),
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
