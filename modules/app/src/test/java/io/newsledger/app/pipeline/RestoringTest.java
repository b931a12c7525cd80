package io.newsledger.app.pipeline;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.app.connection.Connection;
import io.newsledger.app.operations.RunningApplication;
import io.newsledger.broker.BrokerConfig;
import io.newsledger.broker.EmbeddedBroker;
import io.newsledger.events.serde.EventSerdes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** State that is read back, and copied by an instance beside, on a broker. */
@Timeout(180)
final class RestoringTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final String TOPIC = "words";
  private static final int PARTITIONS = 2;
  private static final int RECORDS = 500;

  @TempDir static Path folder;
  private static final Closing closing = new Closing();
  private static final Ending ending = new Ending();
  private static Connection connection;
  private static RocksMemory memory;

  @BeforeAll
  static void start() throws Exception {
    EmbeddedBroker broker =
        closing.add(EmbeddedBroker.start(BrokerConfig.in(folder.resolve("broker"))));
    memory = closing.add(RocksMemory.load(folder.resolve("native")));
    connection =
        new Connection(
            broker.bootstrapServers(),
            Map.of(),
            EventSerdes.singleObject(),
            Optional.empty(),
            false);
    try (Admin admin = connection.admin();
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                connection.properties(Map.of()), new StringSerializer(), new StringSerializer())) {
      admin
          .createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
          .all()
          .get(LONG.toSeconds(), TimeUnit.SECONDS);
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (int i = 0; i < RECORDS; i++) {
        sent.add(producer.send(new ProducerRecord<>(TOPIC, "word " + i, "one")));
      }
      for (Future<RecordMetadata> one : sent) {
        one.get(LONG.toSeconds(), TimeUnit.SECONDS);
      }
    }
  }

  @AfterAll
  static void stop() {
    closing.close();
  }

  @Test
  void whatIsCopiedAndReadBackIsCounted() throws Exception {
    StreamsApp first = app("first");
    StreamsApp beside = app("beside");
    try {
      first.start();
      await().atMost(LONG).until(() -> first.running().read(TOPIC) >= RECORDS);
      assertEquals(0, first.running().copies().copied(), "nobody works beside it");
      beside.start();
      await()
          .atMost(LONG)
          .untilAsserted(
              () -> {
                RunningApplication copying = beside.running();
                assertTrue(copying.copies().copied() > 0, () -> "copied " + copying.work());
                assertEquals(0, copying.work().copying());
              });
    } finally {
      assertTrue(beside.close(LONG));
      assertTrue(first.close(LONG));
    }
    assertEquals(0, beside.running().copies().behind(), "what is let go is not behind");

    StreamsApp anew = app("anew");
    try {
      anew.start();
      await().atMost(LONG).until(() -> anew.running().restoring().restored() >= RECORDS);
      await().atMost(LONG).until(() -> anew.running().work().restoring() == 0);
      assertEquals(RECORDS, anew.running().restoring().restored());
    } finally {
      assertTrue(anew.close(LONG));
    }
  }

  /** An instance with a folder of its own. */
  private static StreamsApp app(String instance) {
    Properties properties =
        new StreamsSettings(
                connection, folder.resolve(instance), 1, false, memory, Optional.empty())
            .of("counting");
    StreamsBuilder builder = new StreamsBuilder();
    builder.table(
        TOPIC,
        Consumed.with(Serdes.String(), Serdes.String()).withName("in"),
        Materialized.as("words-by-key"));
    return new StreamsApp(builder.build(), properties, Set.of(TOPIC), ending);
  }
}
