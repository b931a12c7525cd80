package io.newsledger.broker;

import static java.lang.Thread.State.TIMED_WAITING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When a broker does not start, it says why, and leaves the folder free. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BrokerRefusalTest {
  @TempDir Path data;

  @Test
  void aFolderInUseByAnotherProcess() throws Exception {
    try (ChildBroker child = ChildBroker.start(data)) {
      assertRefused("another broker runs on the data folder");
      // Kafka's own lock holds even if ours is taken away.
      Files.delete(data.resolve("broker.lock"));
      assertRefused("another broker runs on the data folder");
      child.kill();
    }
    EmbeddedBroker.start(BrokerConfig.in(data)).close();
  }

  @Test
  void aFolderInUseByThisProcess() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(data))) {
      assertRefused("another broker runs on the data folder");
      // That must not have let go of the folder towards other processes.
      AssertionError child =
          assertThrows(AssertionError.class, () -> ChildBroker.start(data).close());
      assertTrue(
          child.getMessage().contains("another broker runs on the data folder"), child::getMessage);
      BrokerClients.createTopics(broker.bootstrapServers());
    }
  }

  @Test
  void aPortInUse() throws Exception {
    try (ServerSocket taken =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      BrokerException refused =
          assertThrows(
              BrokerException.class,
              () ->
                  EmbeddedBroker.start(
                      new BrokerConfig(
                          data,
                          taken.getLocalPort(),
                          Duration.ofSeconds(20),
                          Duration.ofSeconds(20))));
      assertTrue(
          refused.getMessage().contains("cannot listen on port " + taken.getLocalPort()),
          refused::getMessage);
    }
    EmbeddedBroker.start(BrokerConfig.in(data)).close();
  }

  @Test
  void tooLittleTime() {
    BrokerException refused =
        assertThrows(
            BrokerException.class,
            () ->
                EmbeddedBroker.start(
                    new BrokerConfig(data, 0, Duration.ofMillis(50), Duration.ofSeconds(30))));
    assertEquals(
        "the broker did not start within 50 ms: allow it more time, or look into its log",
        refused.getMessage());
    EmbeddedBroker.start(BrokerConfig.in(data)).close();
  }

  @Test
  void anInterruptWhileStarting() throws Exception {
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    Thread starting =
        new Thread(
            () -> {
              try {
                EmbeddedBroker.start(BrokerConfig.in(data)).close();
                ended.complete(null);
              } catch (BrokerException e) {
                ended.complete(Thread.interrupted() ? e : null);
              }
            });
    starting.start();
    await().atMost(Duration.ofSeconds(20)).until(() -> starting.getState() == TIMED_WAITING);
    starting.interrupt();
    Throwable refused = ended.get(60, TimeUnit.SECONDS);
    assertNotNull(refused, "it started, or the interrupt was lost");
    assertEquals("interrupted while the broker started", refused.getMessage());
    EmbeddedBroker.start(BrokerConfig.in(data)).close();
  }

  @Test
  void anInterruptBeforeStarting() {
    Thread.currentThread().interrupt();
    assertRefused("interrupted while the broker started");
    assertTrue(Thread.interrupted(), "the interrupt is kept");
  }

  @Test
  void anUnreadableFile() throws Exception {
    EmbeddedBroker.start(BrokerConfig.in(data)).close();
    Path state = data.resolve("kafka/__cluster_metadata-0/quorum-state");
    byte[] before = Files.readAllBytes(state);
    Files.writeString(state, "not JSON", UTF_8);
    assertRefused("the broker could not start");
    Files.write(state, before);
    EmbeddedBroker.start(BrokerConfig.in(data)).close();
  }

  @Test
  void missingProperties() throws Exception {
    EmbeddedBroker.start(BrokerConfig.in(data)).close();
    Files.delete(data.resolve("kafka/meta.properties"));
    assertRefused("kafka/meta.properties is missing");
  }

  @Test
  void aFileInsteadOfAFolder() throws Exception {
    Path file = Files.createFile(data.resolve("file"));
    BrokerException refused =
        assertThrows(BrokerException.class, () -> EmbeddedBroker.start(BrokerConfig.in(file)));
    assertTrue(refused.getMessage().contains("cannot use the data folder"), refused::getMessage);
  }

  @Test
  void aLocaleThatKafkaCannotRunUnder() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertRefused("-Duser.language=en");
    } finally {
      Locale.setDefault(before);
    }
  }

  private void assertRefused(String because) {
    BrokerException refused =
        assertThrows(BrokerException.class, () -> EmbeddedBroker.start(BrokerConfig.in(data)));
    assertTrue(refused.getMessage().contains(because), refused::getMessage);
  }
}
