package io.newsledger.query.state;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.broker.BrokerConfig;
import io.newsledger.broker.EmbeddedBroker;
import io.newsledger.events.Career;
import io.newsledger.events.TalentClaim;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Store;
import io.newsledger.events.topic.Stores;
import io.newsledger.query.state.StateReader.Rows;
import io.newsledger.query.state.StateUnavailable.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Against a real broker and a real Kafka Streams application with a store in several partitions.
 */
final class StreamsStateReaderBrokerTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Store<Career> STORE = new Store<>(Stores.CAREERS.name(), Career.class);
  private static final int PARTITIONS = 3;
  private static final int SUBJECTS = 20;
  private static final int ROWS_EACH = 4;

  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private static EventSerdes serdes;

  private final AtomicLong changes = new AtomicLong();
  private KafkaStreams streams;

  @BeforeAll
  static void fill() throws Exception {
    serdes = EventSerdes.singleObject();
    broker = EmbeddedBroker.start(new BrokerConfig(folder.resolve("broker"), 0, LONG, LONG));
    Map<String, Object> cluster = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (Admin admin = Admin.create(cluster);
        KafkaProducer<String, Career> producer =
            new KafkaProducer<>(
                inOrder(cluster), new StringSerializer(), serdes.of(Career.class).serializer())) {
      admin
          .createTopics(List.of(new NewTopic("rows", PARTITIONS, (short) 1)))
          .all()
          .get(60, TimeUnit.SECONDS);
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (int i = 0; i < SUBJECTS * ROWS_EACH; i++) {
        String subject = "subject " + i / ROWS_EACH;
        String key = RowKey.of(subject, "row " + i % ROWS_EACH);
        sent.add(
            producer.send(
                new ProducerRecord<>(
                    "rows", Math.floorMod(i / ROWS_EACH, PARTITIONS), key, row(key))));
      }
      for (Future<RecordMetadata> one : sent) {
        one.get(60, TimeUnit.SECONDS);
      }
    }
  }

  /**
   * One request at a time: while a new topic's partitions open, a first one may be refused and the
   * next taken, after which the first is out of order for good (KAFKA-14359).
   */
  private static Map<String, Object> inOrder(Map<String, Object> cluster) {
    Map<String, Object> settings = new HashMap<>(cluster);
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    return settings;
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @AfterEach
  void stop() {
    if (streams != null) {
      streams.close(LONG);
    }
  }

  @Test
  void readsRowsOfAllPartitions() {
    StateReader reader = running("reading", PARTITIONS);
    for (int i = 0; i < SUBJECTS; i++) {
      String key = RowKey.of("subject " + i, "row 2");
      assertEquals(row(key), reader.get(STORE, key).orElseThrow());
    }
    assertTrue(reader.get(STORE, RowKey.of("subject 1", "row 9")).isEmpty());
    Rows<Career> all = reader.rows(STORE, Keys.ALL, SUBJECTS * ROWS_EACH);
    assertEquals(SUBJECTS * ROWS_EACH, all.rows().size());
    assertFalse(all.truncated());
  }

  @Test
  void aRangeHoldsOneSubjectInOrder() {
    StateReader reader = running("ranges", PARTITIONS);
    List<String> keys = new ArrayList<>();
    assertFalse(reader.visit(STORE, Keys.under("subject 1"), 100, (key, row) -> keys.add(key)));
    assertEquals(
        List.of(
            RowKey.of("subject 1", "row 0"),
            RowKey.of("subject 1", "row 1"),
            RowKey.of("subject 1", "row 2"),
            RowKey.of("subject 1", "row 3")),
        keys);
    assertTrue(reader.rows(STORE, Keys.under("subject"), 100).rows().isEmpty());
  }

  @Test
  void aLimitCutsShortAndSaysSo() {
    StateReader reader = running("limits", PARTITIONS);
    int all = SUBJECTS * ROWS_EACH;
    for (int limit : List.of(1, 28, 29, all - 1)) {
      TreeSet<String> keys = new TreeSet<>();
      assertTrue(reader.visit(STORE, Keys.ALL, limit, (key, row) -> keys.add(key)), "" + limit);
      assertEquals(limit, keys.size());
    }
    assertFalse(reader.visit(STORE, Keys.ALL, all, (key, row) -> {}));
    assertFalse(reader.rows(STORE, Keys.under("subject 3"), ROWS_EACH).truncated());
    assertTrue(reader.rows(STORE, Keys.under("subject 3"), ROWS_EACH - 1).truncated());
  }

  @Test
  void aPartitionKeptElsewhereIsNotCalledAbsent() {
    StateReader reader = running("elsewhere", PARTITIONS + 1);
    assertReason(Reason.NOT_HERE, () -> reader.get(STORE, "nobody"));
    assertReason(Reason.NOT_HERE, () -> reader.rows(STORE, Keys.ALL, 1_000));
    String here = RowKey.of("subject 0", "row 0");
    assertTrue(reader.get(STORE, here).isPresent(), "what is found is found");
  }

  @Test
  void rowsWithTimestampsAreReadAsWell() {
    streams = application("timestamps", folder.resolve("state"), table());
    streams.start();
    StateReader reader = StreamsStateReader.alone(streams, changes::get, PARTITIONS);
    awaitRows(reader);
    String key = RowKey.of("subject 2", "row 1");
    assertEquals(row(key), reader.get(STORE, key).orElseThrow());
  }

  @Test
  void whileStoresMoveToAnotherInstanceNothingIsCalledAbsent() {
    StateReader reader = running("moving", PARTITIONS);
    assertTrue(reader.version().isPresent());
    assertEquals(reader.version(), reader.versionLately());
    KafkaStreams other = application("moving", folder.resolve("other"), plain());
    other.setStateListener((now, before) -> {});
    try {
      other.start();
      await()
          .atMost(LONG)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> !allPresentWhereReadable(reader) && isShared(other));
      // The other may have its share before this instance has heard that all is dealt out.
      await()
          .atMost(LONG)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> reason(() -> reader.get(STORE, "nobody")) == Reason.NOT_HERE);
    } finally {
      other.close(
          CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
              .withTimeout(LONG));
    }
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> allPresentWhereReadable(reader));
  }

  /** Whether every row is given; those that are not must be in what cannot be read. */
  private static boolean allPresentWhereReadable(StateReader reader) {
    boolean all = true;
    for (int i = 0; i < SUBJECTS * ROWS_EACH; i++) {
      String key = RowKey.of("subject " + i / ROWS_EACH, "row " + i % ROWS_EACH);
      try {
        assertEquals(row(key), reader.get(STORE, key).orElseThrow());
      } catch (StateUnavailable e) {
        all = false;
      }
    }
    return all;
  }

  private static boolean isShared(KafkaStreams other) {
    return other.state() == KafkaStreams.State.RUNNING
        && other.metadataForLocalThreads().stream()
            .anyMatch(thread -> !thread.activeTasks().isEmpty());
  }

  @Test
  void beforeTheStartAndAfterTheEndNothingIsCalledAbsent() {
    streams = application("unready");
    StateReader reader = StreamsStateReader.alone(streams, changes::get, PARTITIONS);
    assertReason(Reason.STARTING, () -> reader.get(STORE, "nobody"));
    streams.start();
    awaitRows(reader);
    assertTrue(streams.close(LONG));
    assertReason(Reason.STOPPED, () -> reader.get(STORE, "nobody"));
    assertReason(Reason.STOPPED, () -> reader.rows(STORE, Keys.ALL, 1));
  }

  @Test
  void aStoreThatTheTopologyLacksIsAMistakeOfOurs() {
    StateReader reader = running("lacking", PARTITIONS);
    Store<TalentClaim> lacking = new Store<>("lacking", TalentClaim.class);
    assertThrows(IllegalArgumentException.class, () -> reader.get(lacking, "x"));
  }

  private static void assertReason(Reason reason, Runnable question) {
    assertEquals(reason, reason(question));
  }

  /** Why there is no answer; it fails if there is one. */
  private static Reason reason(Runnable question) {
    return assertThrows(StateUnavailable.class, question::run).reason();
  }

  private StateReader running(String name, int partitions) {
    streams = application(name);
    streams.start();
    awaitRows(StreamsStateReader.alone(streams, changes::get, PARTITIONS));
    return StreamsStateReader.alone(streams, changes::get, partitions);
  }

  /** Until all that was written has been read. */
  private static void awaitRows(StateReader reader) {
    await()
        .atMost(LONG)
        .ignoreExceptionsMatching(StateUnavailable.class::isInstance)
        .until(() -> reader.rows(STORE, Keys.ALL, 1_000).rows().size() == SUBJECTS * ROWS_EACH);
  }

  private KafkaStreams application(String name) {
    return application(name, folder.resolve("state"), plain());
  }

  /** A store as the ledger has them: rows without timestamps. */
  private static Topology plain() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.addStateStore(
        org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
            org.apache.kafka.streams.state.Stores.persistentKeyValueStore(STORE.name()),
            Serdes.String(),
            serdes.of(Career.class)));
    builder.stream("rows", Consumed.with(Serdes.String(), serdes.of(Career.class)))
        .process(Keeping::new, STORE.name());
    return builder.build();
  }

  private static Topology table() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.table(
        "rows",
        Consumed.with(Serdes.String(), serdes.of(Career.class)),
        Materialized.<String, Career, KeyValueStore<Bytes, byte[]>>as(STORE.name())
            .withCachingDisabled());
    return builder.build();
  }

  /** Keeps what comes. */
  private static final class Keeping implements Processor<String, Career, Void, Void> {
    private KeyValueStore<String, Career> rows;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
      rows = context.getStateStore(STORE.name());
    }

    @Override
    public void process(Record<String, Career> record) {
      rows.put(record.key(), record.value());
    }
  }

  private KafkaStreams application(String name, Path state, Topology topology) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "reader-" + name);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
    settings.put("consumer.auto.offset.reset", "earliest");
    KafkaStreams made = new KafkaStreams(topology, settings);
    made.setStateListener((now, before) -> changes.incrementAndGet());
    return made;
  }

  private static Career row(String key) {
    return Career.newBuilder()
        .setPerson(key)
        .setName(key)
        .setNames(List.of(key))
        .setMovements(List.of())
        .build();
  }
}
