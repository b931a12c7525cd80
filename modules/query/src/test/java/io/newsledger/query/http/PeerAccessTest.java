package io.newsledger.query.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.events.topic.Stores;
import io.newsledger.query.InMemoryState;
import io.newsledger.query.Ledger;
import io.newsledger.query.peer.PeerClient;
import io.newsledger.query.peer.SharedRows;
import io.newsledger.query.state.Peers.PeerException;
import io.newsledger.query.state.Peers.Where;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an instance comes to another that does not let in everybody. */
final class PeerAccessTest {
  private static final String TOKEN = "a token of these instances";
  private static final HostInfo SELF = new HostInfo("127.0.0.1", 1);
  private static final Duration BOUND = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void itSendsItsOwnTokenByTls() throws Exception {
    MadeCertificate made = MadeCertificate.in(folder);
    Access access = access(TOKEN, Optional.of(new Certificate(made.chain(), made.key())));
    assertEquals("503", status(access, access), "it is let in, and nothing is kept there yet");
    assertEquals("401", status(access, access("a token of somebody else", access.certificate())));
    assertFalse(PeerAccess.of(SELF, access).toString().contains(TOKEN));
  }

  @Test
  void withItsTokenItMayAskOftenAndWithoutNobodyMay() throws Exception {
    Access access = new Access(access(TOKEN).reading(), OptionalInt.of(1), Optional.empty());
    for (int i = 0; i < 20; i++) {
      assertEquals("503", status(access, access), "time " + i);
    }
    assertEquals("401", status(access, Access.OPEN));
  }

  @Test
  void whoSaysNothingIsNotWaitedForForLong() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      PeerClient client = new PeerClient(PeerAccess.of(SELF, Access.OPEN));
      long begin = System.nanoTime();
      PeerException first =
          assertThrows(PeerException.class, () -> ask(client, silent.getLocalPort()));
      assertTrue(first.getMessage().contains("does not answer"), first.getMessage());
      assertTrue(System.nanoTime() - begin < BOUND.toNanos(), "it waits for too long");
    }
  }

  private String status(Access there, Access here) throws Exception {
    ServerSettings settings =
        ServerSettings.at("127.0.0.1", 0).guarded(there).sharing(Optional.of(new SharedRows()));
    try (LedgerServer server = LedgerServer.start(new Ledger(new InMemoryState()), settings)) {
      PeerClient client = new PeerClient(PeerAccess.of(SELF, here));
      String words =
          assertThrows(PeerException.class, () -> ask(client, server.uri().getPort())).getMessage();
      return words.substring(words.lastIndexOf(' ') + 1);
    }
  }

  private static void ask(PeerClient client, int port) throws PeerException {
    Where where = new Where(new HostInfo("127.0.0.1", port), "newsledger-aggregation", false);
    client.get(where, Stores.CAREERS, List.of(0), List.of("somebody"));
  }

  private static Access access(String token) {
    return access(token, Optional.empty());
  }

  private static Access access(String token, Optional<Certificate> certificate) {
    return new Access(Optional.of(new BearerToken(token)), OptionalInt.empty(), certificate);
  }
}
