package io.newsledger.broker;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class EmbeddedBrokerTest {
  @TempDir Path data;

  @Test
  void recordsAndPlacesOutliveARestartOnAnotherPort() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(data))) {
      BrokerClients.createTopic(broker.bootstrapServers());
      BrokerClients.write(broker.bootstrapServers(), "first");
      BrokerClients.write(broker.bootstrapServers(), "second");
      assertEquals("first", BrokerClients.readNext(broker.bootstrapServers()));
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(data))) {
      assertEquals("second", BrokerClients.readNext(broker.bootstrapServers()));
    }
  }

  @Test
  void aKilledBrokerComesBackWithItsData() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ChildBroker.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = child.inputReader()) {
      String line = out.readLine();
      assertTrue(line != null && line.startsWith("ready"), () -> "the child said " + line);
      child.destroyForcibly().waitFor();
    } finally {
      child.destroyForcibly();
    }
    assertTimeout(
        Duration.ofSeconds(30),
        () -> {
          try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(data))) {
            assertEquals("before the kill", BrokerClients.readNext(broker.bootstrapServers()));
          }
        });
  }

  @Test
  void aSecondBrokerOnTheFolderIsRefused() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(data))) {
      assertFalse(broker.bootstrapServers().isEmpty());
      BrokerException refused =
          assertThrows(BrokerException.class, () -> EmbeddedBroker.start(BrokerConfig.in(data)));
      assertTrue(refused.getMessage().contains("another broker runs on the data folder"));
    }
  }

  @Test
  void aTakenPortIsSaidAndTheFolderIsFreeAgain() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      BrokerConfig config =
          new BrokerConfig(
              data, taken.getLocalPort(), Duration.ofSeconds(20), Duration.ofSeconds(20));
      BrokerException refused =
          assertThrows(BrokerException.class, () -> EmbeddedBroker.start(config));
      assertTrue(refused.getMessage().contains("is taken"), refused::getMessage);
    }
    EmbeddedBroker.start(BrokerConfig.in(data)).close();
  }

  @Test
  void stoppingIsQuickWithAClientConnectedAndLeavesNoThreads() throws Exception {
    // The first start loads what stays for the life of the process.
    EmbeddedBroker.start(BrokerConfig.in(data.resolve("first"))).close();
    Set<String> before = threads();
    EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(data.resolve("second")));
    BrokerClients.createTopic(broker.bootstrapServers());
    try (var consumer = BrokerClients.consumer(broker.bootstrapServers())) {
      consumer.subscribe(List.of("t"));
      consumer.poll(Duration.ofMillis(500));
      assertTimeout(Duration.ofSeconds(10), broker::close);
      broker.close();
    }
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              Set<String> left = threads();
              left.removeAll(before);
              left.remove("awaitility-thread");
              assertEquals(new TreeSet<>(), left);
            });
  }

  private static Set<String> threads() {
    TreeSet<String> names = new TreeSet<>();
    Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .forEach(thread -> names.add(thread.getName()));
    return names;
  }
}
