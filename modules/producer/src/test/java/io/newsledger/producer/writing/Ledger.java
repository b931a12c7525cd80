package io.newsledger.producer.writing;

import io.newsledger.broker.BrokerConfig;
import io.newsledger.broker.EmbeddedBroker;
import io.newsledger.events.Article;
import io.newsledger.events.Reject;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Topic;
import io.newsledger.events.topic.TopicCreation;
import io.newsledger.events.topic.Topics;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.reading.ArticleReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** A real broker with the catalogue's topics, written by producers and read back whole. */
final class Ledger implements AutoCloseable {
  static final EventSerdes SERDES = EventSerdes.singleObject();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Locale before;
  private final EmbeddedBroker broker;

  private Ledger(Locale before, EmbeddedBroker broker) {
    this.before = before;
    this.broker = broker;
  }

  /** A broker without topics. Kafka's broker cannot run in the locale of the other tests. */
  static Ledger withoutTopics(Path data) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.ROOT);
    return new Ledger(before, EmbeddedBroker.start(BrokerConfig.in(data)));
  }

  static Ledger in(Path data) {
    Ledger ledger = withoutTopics(data);
    ledger.createTopics();
    return ledger;
  }

  void createTopics() {
    try (Admin admin = Admin.create(kafka())) {
      new TopicCreation(3, (short) 1, PATIENCE).createMissing(admin);
    }
  }

  Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  static ProducerSettings settings(int batchCount) {
    return new ProducerSettings(
        ArticleReader.strict(),
        "tests",
        batchCount,
        8L * 1024 * 1024,
        PATIENCE,
        Duration.ofMillis(5),
        new Random(1));
  }

  ArticleProducer producer(int batchCount) {
    return new ArticleProducer(kafka(), SERDES, settings(batchCount));
  }

  /** A producer of articles whose first turn is by a Kafka producer that a test tampers with. */
  ArticleProducer producer(Producer<String, byte[]> kafkaProducer, int batchCount) {
    Deque<Producer<String, byte[]>> first = new ArrayDeque<>(List.of(kafkaProducer));
    return new ArticleProducer(
        () -> first.isEmpty() ? kafkaProducer() : first.remove(),
        SERDES,
        settings(batchCount),
        Index.on(ArticleProducer.consumerProperties(kafka()), SERDES, PATIENCE));
  }

  Producer<String, byte[]> kafkaProducer() {
    return ArticleProducer.connect(kafka(), settings(1));
  }

  IngestReport ingest(Input... inputs) {
    try (ArticleProducer producer = producer(2)) {
      return producer.ingest(List.of(inputs).iterator(), told -> {});
    }
  }

  /** Every committed event of a topic, in order within each key. */
  <T extends SpecificRecord> List<T> read(Topic<T> topic) {
    awaitMarkers();
    Map<String, Object> properties = new HashMap<>(kafka());
    properties.put("isolation.level", "read_committed");
    properties.put("fetch.max.wait.ms", 20);
    List<T> events = new ArrayList<>();
    try (KafkaConsumer<String, T> consumer =
        new KafkaConsumer<>(
            properties, new StringDeserializer(), SERDES.of(topic.type()).deserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        if (System.nanoTime() - deadline > 0) {
          throw new AssertionError(topic.name() + " does not end");
        }
        consumer.poll(Duration.ofMillis(100)).forEach(record -> events.add(record.value()));
      }
    }
    return events;
  }

  /** A commit is answered before its markers stand on the partitions, and they end what is read. */
  private void awaitMarkers() {
    Set<TransactionState> ending =
        EnumSet.of(TransactionState.PREPARE_COMMIT, TransactionState.PREPARE_ABORT);
    try (Admin admin = Admin.create(kafka())) {
      Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(
              () ->
                  admin.listTransactions().all().get().stream()
                      .noneMatch(transaction -> ending.contains(transaction.state())));
    }
  }

  /** The revisions of the article at this address, in the order in which they were written. */
  List<Article> revisions(String path) {
    String url = "https://example.com/" + path;
    return read(Topics.ARTICLES).stream().filter(one -> url.equals(one.getUrl())).toList();
  }

  /** The newest entry of everything in the index. */
  Map<String, List<String>> index() {
    Map<String, List<String>> newest = new HashMap<>();
    read(Topics.ARTICLE_INDEX).forEach(entry -> newest.put(entry.getId(), entry.getRevisions()));
    return newest;
  }

  /** Parts of rejects by origin, in order of writing. */
  Map<String, List<Reject>> rejects() {
    Map<String, List<Reject>> rejects = new LinkedHashMap<>();
    read(Topics.REJECTS)
        .forEach(
            part -> rejects.computeIfAbsent(part.getOrigin(), any -> new ArrayList<>()).add(part));
    return rejects;
  }

  @Override
  public void close() {
    try {
      broker.close();
    } finally {
      Locale.setDefault(before);
    }
  }
}
