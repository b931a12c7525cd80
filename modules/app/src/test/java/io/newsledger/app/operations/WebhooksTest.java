package io.newsledger.app.operations;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.newsledger.app.Outcome;
import io.newsledger.app.Started;
import io.newsledger.query.webhook.WebhookSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shift in the news arrives at who wants to be told. */
final class WebhooksTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final Queue<JsonNode> told = new ConcurrentLinkedQueue<>();

  @TempDir private Path folder;

  @Test
  void aShiftIsToldWithItsSignature() throws Exception {
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::receive);
    receiver.start();
    Path secret = Files.writeString(folder.resolve("secret"), SECRET + "\n");
    Path input = Files.createDirectories(folder.resolve("input"));
    article(input, "first", "2026-01-05", 400);
    article(input, "second", "2026-03-05", 650);
    String target = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
    Started running =
        Started.of(
            folder,
            "run",
            "--data",
            folder.resolve("data").toString(),
            "--port",
            "0",
            "--input",
            input.toString(),
            "--webhook",
            target,
            "--webhook-private",
            "--webhook-secret-file",
            secret.toString());
    try (running) {
      running.until("The ledger is up");
      await().atMost(LONG).until(() -> !told.isEmpty());
      JsonNode shift = told.peek();
      assertEquals("market.shifts", shift.get("type").asText());
      assertEquals(250e6, shift.at("/data/value/change").asDouble());
      assertEquals(0, running.stop().code());
    } finally {
      receiver.stop(0);
    }
  }

  @Test
  void aWebhookWithoutASecretOrIntoAPrivatePlaceIsWrongUse() throws Exception {
    String data = folder.resolve("data").toString();
    Outcome bare = Outcome.of("run", "--data", data, "--webhook", "https://example.org/");
    assertEquals(2, bare.code());
    assertTrue(bare.err().contains("--webhook-secret-file"), bare.err());
    Path secret = Files.writeString(folder.resolve("secret"), SECRET);
    Outcome plain =
        Outcome.of(
            "run",
            "--data",
            data,
            "--webhook",
            "http://example.org/",
            "--webhook-secret-file",
            secret.toString());
    assertEquals(2, plain.code());
    assertTrue(plain.err().contains("not encrypted"), plain.err());
  }

  private static void article(Path folder, String name, String date, int millions)
      throws IOException {
    Files.writeString(
        folder.resolve(name + ".md"),
        """
        ---
        title: Gemini in numbers, %s
        date: %s
        source: Desk Brief
        ---
        Gemini now has %d million monthly active users.
        """
            .formatted(name, date, millions));
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String expected =
          WebhookSecret.parse(SECRET)
              .sign(
                  exchange.getRequestHeaders().getFirst("webhook-id"),
                  Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
                  body);
      boolean signed = expected.equals(exchange.getRequestHeaders().getFirst("webhook-signature"));
      if (signed) {
        told.add(new ObjectMapper().readTree(body));
      }
      exchange.sendResponseHeaders(signed ? 204 : 401, -1);
    }
  }
}
