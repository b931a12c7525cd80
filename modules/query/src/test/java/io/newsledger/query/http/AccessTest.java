package io.newsledger.query.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.client.Credentials;
import io.newsledger.client.LedgerClient;
import io.newsledger.client.LedgerClientException;
import io.newsledger.query.Ledger;
import io.newsledger.query.Samples;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may ask, over a real socket. */
final class AccessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String READING = "reading-0123456789";
  private static final String WRITING = "writing-0123456789";
  private static final String CAREER = "/careers/Ada%20Vale";

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private LedgerServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void nobodyReadsWithoutTheToken() throws Exception {
    start(reading());
    for (String path : List.of(CAREER, "/", "/export", "/openapi.json", "/nothing")) {
      HttpResponse<String> refused = get(path, null);
      assertEquals(401, refused.statusCode(), path);
      assertEquals("nosniff", refused.headers().firstValue("X-Content-Type-Options").get());
      assertEquals(
          List.of("Bearer", "Basic realm=\"Newsledger\", charset=\"UTF-8\""),
          refused.headers().allValues("WWW-Authenticate"));
      assertFalse(refused.body().contains("Vale"), refused.body());
    }
    for (String wrong :
        List.of(
            "Bearer " + READING + "x",
            "Bearer " + WRITING,
            READING,
            "Basic " + READING,
            basic("reading", "wrong"),
            basic(READING, ""))) {
      assertEquals(401, get(CAREER, wrong).statusCode(), wrong);
    }
  }

  @Test
  void theTokenReadsAsBearerAndAsPassword() throws Exception {
    start(reading());
    for (String right : List.of("Bearer " + READING, "bearer " + READING, basic("me", READING))) {
      HttpResponse<String> answer = get(CAREER, right);
      assertEquals(200, answer.statusCode(), right);
      assertTrue(answer.body().contains("Ada Vale"), answer.body());
    }
    Credentials credentials = new Credentials(Optional.of(READING), Optional.empty());
    LedgerClient client = new LedgerClient(server.uri(), PATIENCE, credentials);
    assertTrue(client.career("Ada Vale", null).toString().contains("Ada Vale"));
    LedgerClient without = new LedgerClient(server.uri(), PATIENCE);
    assertEquals(
        401,
        assertThrows(LedgerClientException.class, () -> without.career("Ada Vale", null)).status());
    assertFalse(credentials.toString().contains(READING));
    assertFalse(reading().toString().contains(READING));
  }

  @Test
  void healthNeedsNoToken() throws Exception {
    start(reading());
    assertEquals(200, get("/health/live", null).statusCode());
    assertEquals(200, get("/health/ready", null).statusCode());
    // No way round by another spelling.
    for (String path :
        List.of("/health/../export", "/health/..;/stream", "/health/%2e%2e/stream", "//export")) {
      int status = get(path, null).statusCode();
      assertTrue(status == 401 || status == 400, path + ": " + status);
    }
  }

  @Test
  void whatIsOfferedHasATokenOfItsOwn() throws Exception {
    start(reading());
    assertEquals(200, post("Bearer " + WRITING));
    assertEquals(401, post("Bearer " + READING));
    // A browser would send a password by itself, for a page of somebody else.
    assertEquals(401, post(basic("me", WRITING)));
    assertEquals(401, post(null));
  }

  @Test
  void whoAsksTooOftenIsToldAndLaterAnswered() throws Exception {
    start(new Access(Optional.empty(), OptionalInt.of(5), Optional.empty()));
    int answered = 0;
    HttpResponse<String> last = get(CAREER, null);
    long begun = System.nanoTime();
    while (last.statusCode() == 200 && answered < 1000) {
      answered++;
      last = get(CAREER, null);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    assertEquals(429, last.statusCode());
    assertEquals("1", last.headers().firstValue("Retry-After").get());
    assertTrue(answered >= 9 && answered <= 12 + 5 * seconds, answered + " within " + seconds);
    assertEquals(200, get("/health/live", null).statusCode());
  }

  @Test
  void eachAddressHasItsOwnBoundAndGetsRoomAsTimeGoesBy() {
    RateLimit limit = new RateLimit(2);
    long now = Long.MAX_VALUE - 10;
    for (int i = 0; i < 4; i++) {
      assertTrue(limit.take("one", now), "request " + i);
    }
    assertFalse(limit.take("one", now));
    assertTrue(limit.take("another", now));
    assertFalse(limit.take("one", now + 499_000_000L));
    assertTrue(limit.take("one", now + 500_000_000L));
    assertFalse(limit.take("one", now + 500_000_000L));
    for (int i = 0; i < 4; i++) {
      assertTrue(limit.take("one", now + 60_000_000_000L), "later request " + i);
    }
    assertFalse(limit.take("one", now + 60_000_000_000L));
  }

  @Test
  void answersByTlsAlone() throws Exception {
    MadeCertificate made = MadeCertificate.in(folder);
    Path chain = made.chain();
    Path key = made.key();
    Access access =
        new Access(
            reading().reading(), OptionalInt.empty(), Optional.of(new Certificate(chain, key)));
    start(access);
    assertEquals("https", server.uri().getScheme());
    Credentials credentials =
        new Credentials(Optional.of(READING), Optional.of(Credentials.trusting(chain)));
    LedgerClient client = new LedgerClient(server.uri(), PATIENCE, credentials);
    assertTrue(client.career("Ada Vale", null).toString().contains("Ada Vale"));
    LedgerClient stranger =
        new LedgerClient(
            server.uri(), PATIENCE, new Credentials(Optional.of(READING), Optional.empty()));
    LedgerClientException refused =
        assertThrows(LedgerClientException.class, () -> stranger.career("Ada Vale", null));
    assertTrue(refused.getMessage().contains("cannot be trusted"), refused.getMessage());
    HttpResponse<String> live =
        HttpClient.newBuilder()
            .sslContext(Credentials.trusting(chain))
            .build()
            .send(
                HttpRequest.newBuilder(server.uri().resolve("/health/live")).build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals("max-age=31536000", live.headers().firstValue("Strict-Transport-Security").get());
    ServerException exchanged =
        assertThrows(
            ServerException.class,
            () ->
                LedgerServer.start(
                    new Ledger(Samples.state()),
                    ServerSettings.at("127.0.0.1", 0)
                        .guarded(
                            new Access(
                                Optional.empty(),
                                OptionalInt.empty(),
                                Optional.of(new Certificate(chain, chain))))));
    assertTrue(exchanged.getMessage().contains("no private key"), exchanged.getMessage());
  }

  @Test
  void shortTokensAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new BearerToken("short"));
  }

  private static Access reading() {
    return new Access(Optional.of(new BearerToken(READING)), OptionalInt.empty(), Optional.empty());
  }

  private void start(Access access) {
    BearerToken writing = new BearerToken(WRITING);
    ArticleIntake intake =
        new ArticleIntake() {
          @Override
          public boolean allows(String given) {
            return writing.is(given);
          }

          @Override
          public Receipt offer(byte[] body) {
            return new Receipt(Map.of("offered", 1L), Map.of(), List.of());
          }
        };
    server =
        LedgerServer.start(
            new Ledger(Samples.state()),
            ServerSettings.at("127.0.0.1", 0)
                .allowing(Set.of())
                .taking(Optional.of(intake))
                .guarded(access));
  }

  private HttpResponse<String> get(String path, String authorization) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.uri() + path)).timeout(PATIENCE);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private int post(String authorization) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.uri() + "/articles"))
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString("{}"));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private static String basic(String name, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
  }
}
