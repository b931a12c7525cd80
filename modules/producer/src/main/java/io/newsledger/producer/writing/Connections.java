package io.newsledger.producer.writing;

import io.newsledger.events.ArticleIndex;
import io.newsledger.events.serde.EventSerdes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka clients of one writer, with the settings that its promises need. */
final class Connections implements LogWriter.Source {
  /** What the catalogue allows on topics of whole texts. */
  private static final int MAX_REQUEST_BYTES = 8 * 1024 * 1024;

  /**
   * How long a killed writer's open transaction may hold readers up, if no writer of its name comes
   * back; a transaction is sent in a small part of it.
   */
  private static final int TRANSACTION_TIMEOUT_MS = 30_000;

  private final Map<String, Object> given;
  private final EventSerdes serdes;
  private final ProducerSettings settings;
  private final IndexReader index = new IndexReader();

  /**
   * Clients with these settings.
   *
   * @param given {@code bootstrap.servers} and what the cluster needs besides
   */
  Connections(Map<String, Object> given, EventSerdes serdes, ProducerSettings settings) {
    this.given = Map.copyOf(given);
    this.serdes = serdes;
    this.settings = settings;
  }

  @Override
  public Producer<String, byte[]> producer() {
    Map<String, Object> properties = new HashMap<>();
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
    properties.put(
        ProducerConfig.MAX_BLOCK_MS_CONFIG, Math.toIntExact(settings.timeout().toMillis()));
    properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
    properties.putAll(given);
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.transactionalId());
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    try {
      return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    } catch (KafkaException e) {
      String why = Optional.ofNullable(e.getCause()).orElse(e).getMessage();
      throw new IngestException("these settings make no Kafka producer: " + why, e);
    }
  }

  @Override
  public KnownRevisions known() {
    try (Consumer<String, ArticleIndex> consumer =
        new KafkaConsumer<>(
            reading(), new StringDeserializer(), serdes.of(ArticleIndex.class).deserializer())) {
      return index.catchUp(consumer, settings.timeout());
    }
  }

  private Map<String, Object> reading() {
    Map<String, Object> properties = new HashMap<>(given);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // Closing waits for an open fetch.
    properties.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
    return properties;
  }
}
