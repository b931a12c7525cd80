package io.newsledger.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsledger.events.json.CanonicalJson;
import io.newsledger.query.AsOf;
import io.newsledger.query.InMemoryState;
import io.newsledger.query.LeaderboardQuestion;
import io.newsledger.query.Ledger;
import io.newsledger.query.Samples;
import io.newsledger.query.Window;
import io.newsledger.query.http.LedgerServer;
import io.newsledger.query.state.StateUnavailable.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real server, and against those that are none. */
final class LedgerClientTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final InMemoryState state = Samples.state();
  private final Ledger ledger = new Ledger(state);
  private LedgerServer server;
  private LedgerClient client;

  @BeforeEach
  void start() {
    server = LedgerServer.start(ledger, "127.0.0.1", 0);
    client = new LedgerClient(server.uri(), PATIENCE);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void givesTheAnswersOfTheLedger() {
    AsOf day = AsOf.parse("2026-03-12");
    assertSame(ledger.career("Ada Vale", day), client.career("Vale, Ada", "2026-03-12"));
    assertSame(
        ledger.flow("Northlab", Window.parse("2026", null), AsOf.NOW),
        client.flow("Northlab", "2026", null, null));
    assertSame(
        ledger.series("Orbit", Ledger.metric("MARKET_SHARE"), AsOf.NOW),
        client.series("Orbit", "market share", null));
    assertEquals(
        List.of("t2", "t1"),
        client.claims(Map.of("person", "Ada Vale", "entity", "")).findValuesAsText("id").stream()
            .filter(id -> id.startsWith("t"))
            .toList());
    assertSame(ledger.claim("m3", AsOf.NOW), client.claim("m3"));
    assertSame(ledger.article("d", AsOf.NOW), client.article("d", null));
    assertSame(
        ledger.alerts(Optional.empty(), Window.parse("2026", "2027"), day),
        client.alerts(null, "2026", "2027", "2026-03-12"));
    assertSame(
        ledger.shifts(Optional.of("Orbit"), Ledger.metric("MARKET_SHARE"), Window.ALL, AsOf.NOW),
        client.shifts("Orbit", "market share", null, null, null));
    assertSame(
        ledger.leaderboard(LeaderboardQuestion.parse("USERS", null, "2026", "40"), day),
        client.leaderboard("USERS", null, "2026", "40", "2026-03-12"));
    assertSame(ledger.export(day), client.export("2026-03-12"));
  }

  @Test
  void errorsCarryTheMessageAndWhatWouldDo() {
    LedgerClientException unknown =
        assertThrows(LedgerClientException.class, () -> client.career("Vale", null));
    assertEquals(404, unknown.status());
    assertEquals("no career of 'Vale' is known", unknown.getMessage());
    assertEquals(List.of("Ada Vale"), unknown.items());
    LedgerClientException bad =
        assertThrows(LedgerClientException.class, () -> client.series("Orbit", "fame", null));
    assertEquals(400, bad.status());
    assertTrue(bad.items().contains("USERS"), bad.items().toString());
    state.fail(Reason.RESTORING);
    LedgerClientException unavailable =
        assertThrows(LedgerClientException.class, () -> client.career("Ada Vale", null));
    assertEquals(503, unavailable.status());
    assertTrue(unavailable.getMessage().contains("restoring"), unavailable.getMessage());
  }

  @Test
  void nobodyThereIsSaidWithWhatToDo() {
    server.close();
    LedgerClientException refused =
        assertThrows(LedgerClientException.class, () -> client.career("Ada Vale", null));
    assertEquals(0, refused.status());
    assertTrue(refused.getMessage().contains("newsledger run"), refused.getMessage());
  }

  @Test
  void somebodyElseThereIsSaid() throws Exception {
    try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answering =
          CompletableFuture.runAsync(() -> answer(stranger, "HTTP/1.1 200 OK\r\n\r\n<html>"));
      URI uri = URI.create("http://127.0.0.1:" + stranger.getLocalPort() + "/");
      LedgerClientException strange =
          assertThrows(
              LedgerClientException.class,
              () -> new LedgerClient(uri, PATIENCE).career("Ada Vale", null));
      assertTrue(strange.getMessage().contains("not as Newsledger"), strange.getMessage());
      answering.get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void silenceIsWaitedForNoLongerThanSaid() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI uri = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      LedgerClientException late =
          assertThrows(
              LedgerClientException.class,
              () -> new LedgerClient(uri, Duration.ofMillis(300)).career("Ada Vale", null));
      assertTrue(late.getMessage().contains("did not answer"), late.getMessage());
    }
  }

  /** The same text: numbers that were read may be of another width than those that were written. */
  private static void assertSame(JsonNode expected, JsonNode actual) {
    assertEquals(CanonicalJson.write(expected), CanonicalJson.write(actual));
  }

  private static void answer(ServerSocket server, String response) {
    try (Socket socket = server.accept();
        OutputStream out = socket.getOutputStream()) {
      int read = socket.getInputStream().read(new byte[1024]);
      assertTrue(read > 0);
      out.write(response.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
