package io.newsledger.broker;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a running broker serves, and what it leaves behind. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BrokerServiceTest {
  /** Kafka's metrics library starts these once in a process and has no way to end them. */
  private static final Set<String> FOR_LIFE =
      Set.of("metrics-meter-tick-thread-1", "metrics-meter-tick-thread-2");

  @TempDir Path data;

  @Test
  void stoppingIsQuickWithAConsumerConnectedAndLeavesNoThreads() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(data));
    BrokerClients.createTopics(broker.bootstrapServers());
    BrokerClients.write(broker.bootstrapServers(), "one");
    try (var consumer = BrokerClients.consumer(broker.bootstrapServers())) {
      consumer.subscribe(List.of(BrokerClients.IN));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> !consumer.poll(Duration.ofMillis(100)).isEmpty());
      assertTimeout(Duration.ofSeconds(10), broker::close);
      broker.close();
    }
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertEquals(Set.of(), threadsSince(before)));
  }

  private static Set<String> threadsSince(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && !before.contains(thread))
        .map(Thread::getName)
        .filter(name -> !FOR_LIFE.contains(name) && !name.startsWith("awaitility"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void largeRecordsPass() throws Exception {
    String large = "x".repeat(8 * 1024 * 1024);
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(data))) {
      BrokerClients.createTopics(broker.bootstrapServers());
      BrokerClients.write(broker.bootstrapServers(), large);
      assertEquals(large, BrokerClients.carryNext(broker.bootstrapServers()));
    }
  }

  @Test
  void unknownTopicsAreNotCreated() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(data))) {
      Map<String, Object> config = new HashMap<>();
      config.put("bootstrap.servers", broker.bootstrapServers());
      config.put("max.block.ms", 500);
      try (var producer =
          new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
        assertThrows(TimeoutException.class, () -> producer.partitionsFor("unknown"));
      }
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
        assertEquals(Set.of(), admin.listTopics().names().get(20, TimeUnit.SECONDS));
      }
    }
  }

  @Test
  void yearsBetweenRecordsDoNotSplitTheirLog() throws Exception {
    LocalDate first = LocalDate.of(2016, 1, 1);
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerConfig.in(data))) {
      BrokerClients.createTopics(broker.bootstrapServers());
      try (var producer = BrokerClients.producer(broker.bootstrapServers())) {
        producer.initTransactions();
        for (int year = 0; year < 20; year++) {
          long time = first.plusYears(year).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
          producer.beginTransaction();
          var unused = producer.send(new ProducerRecord<>(BrokerClients.IN, 0, time, "k", "v"));
          producer.commitTransaction();
        }
      }
      assertEquals(20, BrokerClients.read(broker.bootstrapServers(), BrokerClients.IN, 20).size());
      try (var files = Files.list(data.resolve("kafka/in-0"))) {
        assertEquals(
            1, files.filter(file -> file.getFileName().toString().endsWith(".log")).count());
      }
    }
  }

  @Test
  void onlyLoopbackIsListenedOn() {
    try (LoopbackSockets sockets = new LoopbackSockets()) {
      assertTrue(sockets.bind("any", 0).getAddress().isLoopbackAddress());
    }
  }
}
