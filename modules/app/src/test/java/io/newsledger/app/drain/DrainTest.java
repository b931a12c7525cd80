package io.newsledger.app.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.broker.BrokerConfig;
import io.newsledger.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real broker and real Kafka Streams applications in exactly-once mode. */
final class DrainTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofSeconds(3);
  private static final int PARTITIONS = 3;

  @TempDir static Path folder;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedBroker.start(new BrokerConfig(folder.resolve("broker"), 0, LONG, LONG));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void returnsOnlyWhenTwoStagesAndARepartitionTopicAreFolded() throws Exception {
    try (WordCount chain = WordCount.start("chain", broker, folder);
        Drain drain = drain(chain.stages());
        KafkaProducer<String, String> producer = producer(Map.of())) {
      List<Long> backlogs = new ArrayList<>();
      long words = 0;
      for (int round = 1; round <= 8; round++) {
        List<String> lines = Collections.nCopies(200 * round, "one two three");
        send(producer, chain.input(), lines);
        words += 3L * lines.size();
        drain.await(LONG, never(), backlog -> backlogs.add(backlog.offsets()));
        assertEquals(words, chain.counted(), "round " + round);
      }
      assertTrue(backlogs.stream().anyMatch(offsets -> offsets > 0), "progress was told");
    }
  }

  @Test
  void waitsForAnOpenTransactionAndSeesWhatItBrings() throws Exception {
    try (WordCount chain = WordCount.start("transaction", broker, folder);
        Drain drain = drain(chain.stages());
        KafkaProducer<String, String> producer = producer(Map.of("transactional.id", "writer"))) {
      producer.initTransactions();
      producer.beginTransaction();
      send(producer, chain.input(), List.of("one two"));
      CountDownLatch looked = new CountDownLatch(2);
      CompletableFuture<Void> waiting =
          CompletableFuture.runAsync(() -> await(drain, LONG, looked));
      assertTrue(looked.await(30, TimeUnit.SECONDS), "the drain looks again and again");
      assertEquals(false, waiting.isDone());
      producer.commitTransaction();
      waiting.get(60, TimeUnit.SECONDS);
      assertEquals(2, chain.counted());
    }
  }

  @Test
  void anAbortedTransactionAtTheEndIsNoWork() throws Exception {
    try (WordCount chain = WordCount.start("aborted", broker, folder);
        Drain drain = drain(chain.stages());
        KafkaProducer<String, String> producer =
            producer(Map.of("transactional.id", "undecided"))) {
      producer.initTransactions();
      producer.beginTransaction();
      send(producer, chain.input(), List.of("one"));
      producer.commitTransaction();
      producer.beginTransaction();
      send(producer, chain.input(), List.of("two three"));
      producer.abortTransaction();
      drain.await(LONG, never(), backlog -> {});
      assertEquals(1, chain.counted());
    }
  }

  @Test
  void emptyTopicsAreFoldedThoughNoGroupEverCommitted() throws Exception {
    create("quiet");
    try (Drain drain = drain(List.of(new Stage("nobody", Set.of("quiet"))))) {
      drain.await(SHORT, never(), backlog -> {});
    }
  }

  @Test
  void aStageThatDoesNotWorkEndsTheWaitWithItsName() throws Exception {
    create("unread");
    try (KafkaProducer<String, String> producer = producer(Map.of());
        Drain drain = drain(List.of(new Stage("sleeper", Set.of("unread"))))) {
      send(producer, "unread", List.of("value"));
      DrainException error =
          assertThrows(
              DrainException.class, () -> drain.await(Duration.ofMillis(200), never(), b -> {}));
      assertTrue(error.getMessage().contains("sleeper"), error.getMessage());
      assertThrows(DrainException.class, () -> drain.await(LONG, (time, unit) -> true, b -> {}));
    }
  }

  private static void await(Drain drain, Duration timeout, CountDownLatch looked) {
    try {
      drain.await(
          timeout,
          never(),
          backlog -> {
            if (backlog.offsets() > 0) {
              looked.countDown();
            }
          });
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Abort never() {
    CountDownLatch nothing = new CountDownLatch(1);
    return nothing::await;
  }

  private static Drain drain(List<Stage> stages) {
    return Drain.connect(DrainTest::withServers, stages, Duration.ofSeconds(30));
  }

  private static Map<String, Object> withServers(Map<String, Object> own) {
    Map<String, Object> all = new HashMap<>(own);
    all.put("bootstrap.servers", broker.bootstrapServers());
    return all;
  }

  /** Returns when the broker has them all. */
  private static void send(KafkaProducer<String, String> producer, String topic, List<String> lines)
      throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (String line : lines) {
      sent.add(producer.send(new ProducerRecord<>(topic, Integer.toString(sent.size()), line)));
    }
    producer.flush();
    for (Future<RecordMetadata> record : sent) {
      record.get(30, TimeUnit.SECONDS);
    }
  }

  private static void create(String topic) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
          .all()
          .get(30, TimeUnit.SECONDS);
    }
  }

  private static KafkaProducer<String, String> producer(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("bootstrap.servers", broker.bootstrapServers());
    // While a new topic opens, a first request may be refused and the next taken (KAFKA-14359).
    settings.put("max.in.flight.requests.per.connection", 1);
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }
}
