package io.newsledger.query.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a receiver on this machine that answers what it is told to. */
final class WebhookSenderTest {
  private static final WebhookSecret SECRET =
      WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(5));
  private static final WebhookMessage MESSAGE =
      WebhookMessage.of("talent.alerts-0-7", "talent.alerts", "Northlab", NOW, null);

  private final Deque<Integer> answers = new ArrayDeque<>();
  private final List<Received> received = new ArrayList<>();
  private final List<Duration> waited = new ArrayList<>();
  private final WebhookSender sender =
      new WebhookSender(
          CLOCK,
          PAUSES,
          time -> {
            waited.add(time);
            return true;
          });
  private HttpServer receiver;

  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::receive);
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  @Test
  void signsAsStandardWebhooksSays() {
    assertEquals(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        SECRET.sign(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1_614_265_330,
            "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)));
    assertFalse(SECRET.toString().contains("MfKQ"));
  }

  @Test
  void whatIsTakenIsSentOnceWithItsSignature() throws Exception {
    answers.add(204);
    assertEquals(Optional.empty(), sender.send(inside(), MESSAGE));
    assertEquals(1, received.size());
    Received one = received.get(0);
    assertEquals("talent.alerts-0-7", one.id());
    assertEquals("1614265330", one.time());
    assertEquals(
        SECRET.sign(one.id(), 1_614_265_330, one.body().getBytes(StandardCharsets.UTF_8)),
        one.signature());
    JsonNode body = new ObjectMapper().readTree(one.body());
    assertEquals("talent.alerts", body.get("type").asText());
    assertEquals("2021-02-25T15:02:10Z", body.get("timestamp").asText());
    assertEquals("Northlab", body.at("/data/key").asText());
    assertTrue(body.at("/data/value").isNull());
  }

  @Test
  void whatFailsIsSentAgainUnderTheSameIdUntilItIsTaken() throws Exception {
    answers.addAll(List.of(500, 302, 200));
    assertEquals(Optional.empty(), sender.send(inside(), MESSAGE));
    assertEquals(3, received.size());
    assertEquals(1, received.stream().map(Received::id).distinct().count());
    assertEquals(PAUSES, waited);
  }

  @Test
  void whatIsNeverTakenIsGivenUpAndRecorded() throws Exception {
    answers.addAll(List.of(503, 503, 503));
    Optional<String> reason = sender.send(inside(), MESSAGE);
    assertEquals(Optional.of("it answers with status 503"), reason);
    assertEquals(3, received.size());
    Path file = folder.resolve("dead.jsonl");
    DeadEndFile deadEnds = new DeadEndFile(file, CLOCK);
    deadEnds.record(URI.create("https://example.org/secret/path"), MESSAGE, reason.get());
    deadEnds.record(URI.create("https://example.org/secret/path"), MESSAGE, reason.get());
    List<String> lines = Files.readAllLines(file);
    assertEquals(2, lines.size());
    assertFalse(lines.get(0).contains("secret"), lines.get(0));
    JsonNode line = new ObjectMapper().readTree(lines.get(0));
    assertEquals("example.org", line.get("host").asText());
    assertEquals("Northlab", line.at("/message/data/key").asText());
  }

  @Test
  void whoSaysThatItIsGoneIsNotAskedAgain() throws Exception {
    answers.add(410);
    assertTrue(sender.send(inside(), MESSAGE).isPresent());
    assertEquals(1, received.size());
  }

  @Test
  void privateTargetsAreRefusedUnlessTheyAreAllowed() throws Exception {
    Webhook outside =
        new Webhook(
            URI.create("https://localhost:" + receiver.getAddress().getPort() + "/"),
            SECRET,
            false);
    assertEquals(Optional.of("the target is in a private network"), sender.send(outside, MESSAGE));
    assertEquals(List.of(), received);
    assertEquals(List.of(), waited);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "192.168.1.1",
        "172.16.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "[::1]",
        "[fe80::1]",
        "[fd00::1]",
        "[::ffff:10.0.0.1]"
      })
  void addressesThatAreNotOfTheWebArePrivate(String host) throws Exception {
    assertFalse(new Webhook(URI.create("https://" + host + "/"), SECRET, false).allowed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://example.org/", "https:/path", "https://user@example.org/", "x"})
  void whatIsNoAddressOnTheWebIsNoTarget(String target) {
    assertThrows(
        IllegalArgumentException.class, () -> new Webhook(URI.create(target), SECRET, true));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Webhook(URI.create("http://example.org/"), SECRET, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "whsec_", "whsec_%%%", "whsec_c2hvcnQ=", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
  void whatIsNoSecretIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> WebhookSecret.parse(text));
  }

  private Webhook inside() {
    return new Webhook(
        URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook"), SECRET, true);
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      received.add(
          new Received(
              exchange.getRequestHeaders().getFirst("webhook-id"),
              exchange.getRequestHeaders().getFirst("webhook-timestamp"),
              exchange.getRequestHeaders().getFirst("webhook-signature"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      exchange.sendResponseHeaders(answers.remove(), -1);
    }
  }

  private record Received(String id, String time, String signature, String body) {}
}
