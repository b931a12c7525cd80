package io.newsledger.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is kept, and how long starting again takes. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class EmbeddedBrokerTest {
  @TempDir Path data;

  @Test
  void recordsAndPlacesOutliveARestartOnAnotherPort() throws Exception {
    String first;
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(data))) {
      first = broker.bootstrapServers();
      BrokerClients.createTopics(first);
      BrokerClients.write(first, "first", "second");
      assertEquals("first", BrokerClients.carryNext(first));
    }
    // The old port is taken meanwhile, so that the new one is another.
    try (LoopbackSockets sockets = new LoopbackSockets()) {
      sockets.bind("taken", Integer.parseInt(first.substring(first.indexOf(':') + 1)));
      try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(data))) {
        String second = broker.bootstrapServers();
        assertNotEquals(first, second);
        assertEquals("second", BrokerClients.carryNext(second));
        assertEquals(List.of("first", "second"), BrokerClients.read(second, BrokerClients.OUT, 2));
      }
    }
  }

  @Test
  void theSamePortCanBeHadAgainAtOnce() throws Exception {
    int port;
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(data))) {
      BrokerClients.createTopics(broker.bootstrapServers());
      BrokerClients.write(broker.bootstrapServers(), "kept");
      port = Integer.parseInt(broker.bootstrapServers().substring("127.0.0.1:".length()));
    }
    BrokerConfig fixed =
        new BrokerConfig(data, port, Duration.ofSeconds(60), Duration.ofSeconds(30));
    try (EmbeddedBroker broker = EmbeddedBroker.start(fixed)) {
      assertEquals("127.0.0.1:" + port, broker.bootstrapServers());
      assertEquals("kept", BrokerClients.carryNext(broker.bootstrapServers()));
    }
  }

  @Test
  void aKilledBrokerComesBackWithItsData() throws Exception {
    try (ChildBroker child = ChildBroker.start(data)) {
      child.kill();
    }
    assertTimeout(
        Duration.ofSeconds(30),
        () -> {
          long begin = System.nanoTime();
          try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(data))) {
            long up = System.nanoTime();
            String servers = broker.bootstrapServers();
            // The place was committed, the second record too; the open transactions were not.
            assertEquals("second", BrokerClients.carryNext(servers));
            System.out.printf(
                "after a kill: up in %d ms, next record carried on after %d ms%n",
                (up - begin) / 1_000_000, (System.nanoTime() - begin) / 1_000_000);
            BrokerClients.write(servers, "third");
            assertEquals(
                List.of("first", "second", "third"),
                BrokerClients.read(servers, BrokerClients.IN, 3));
            assertEquals(
                List.of("first", "second"), BrokerClients.read(servers, BrokerClients.OUT, 2));
          }
        });
  }

  @Test
  void aFormatCutShortIsDoneAgain() throws Exception {
    Path logs = DataFolder.formatted(data);
    Files.delete(logs.resolve("meta.properties"));
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(data))) {
      BrokerClients.createTopics(broker.bootstrapServers());
      BrokerClients.write(broker.bootstrapServers(), "one");
      assertTrue(Files.exists(logs.resolve("meta.properties")));
    }
  }
}
