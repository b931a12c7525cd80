package io.newsledger.benchmarks;

import io.newsledger.events.Bound;
import io.newsledger.events.ClaimStatus;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Metric;
import io.newsledger.events.Modality;
import io.newsledger.events.Quote;
import io.newsledger.events.QuoteField;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Claims on figures, spread evenly over subjects; the same number gives the same claim.
 *
 * @param subjects how many
 */
record Figures(int subjects) {
  private static final int DAYS = 300;
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final Instant PUBLISHED = Instant.parse("2026-03-05T00:00:00Z");
  private static final int HELD_MILLIS = 600_000;
  private static final int BATCH_BYTES = 128 * 1024;

  MarketClaim claim(int number) {
    int round = number / subjects;
    return MarketClaim.newBuilder()
        .setId(id(number))
        .setArticleId(id(number / 3))
        .setRevision("r")
        .setSource("source " + number % 10)
        .setPublishedAt(PUBLISHED)
        .setStatus(ClaimStatus.ASSERTED)
        .setKnown(List.of(new KnownInterval(PUBLISHED, null)))
        .setExtractor("bench")
        .setEntities(List.of("Lab " + number % subjects))
        .setMetric(Metric.MONTHLY_ACTIVE_USERS)
        .setValue(1_000_000 + number % 10)
        .setUnit("COUNT")
        .setBound(Bound.EXACT)
        .setAsOf(FIRST.plusDays(round % DAYS).toString())
        .setModality(Modality.REPORTED)
        .setQuote(new Quote(QuoteField.BODY, 0, 40, "It has so many users a month, it was said."))
        .build();
  }

  /** Puts those from one number to another, itself left out, on their topic. */
  void produce(int from, int to, Map<String, Object> clients) throws Exception {
    hold(from, to, clients).release();
  }

  /** Puts them there too, but so that nobody sees them until they are released. */
  Held hold(int from, int to, Map<String, Object> clients) throws Exception {
    Map<String, Object> settings = new HashMap<>(clients);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "bench-figures");
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, HELD_MILLIS);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    Serializer<MarketClaim> values = EventSerdes.singleObject().of(MarketClaim.class).serializer();
    KafkaProducer<String, MarketClaim> producer =
        new KafkaProducer<>(settings, new StringSerializer(), values);
    boolean held = false;
    try {
      producer.initTransactions();
      producer.beginTransaction();
      for (int number = from; number < to; number++) {
        MarketClaim claim = claim(number);
        // The commit tells of a record that could not be written.
        Future<RecordMetadata> unused =
            producer.send(new ProducerRecord<>(Topics.MARKET_CLAIMS.name(), claim.getId(), claim));
      }
      producer.flush();
      held = true;
    } finally {
      if (!held) {
        producer.close();
      }
    }
    return new Held(producer, clients);
  }

  /**
   * Claims on their topic that nobody sees yet.
   *
   * @param producer in whose transaction they stand
   * @param clients of the broker
   */
  record Held(KafkaProducer<String, MarketClaim> producer, Map<String, Object> clients) {
    /** Returns when everybody sees them. */
    void release() throws InterruptedException {
      try (producer) {
        producer.commitTransaction();
      }
      try (Admin admin = Admin.create(clients)) {
        while (!ends(admin, IsolationLevel.READ_COMMITTED)
            .equals(ends(admin, IsolationLevel.READ_UNCOMMITTED))) {
          Thread.onSpinWait();
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException("no ends of " + Topics.MARKET_CLAIMS.name(), e);
      }
    }

    private static Map<Integer, Long> ends(Admin admin, IsolationLevel level)
        throws ExecutionException, InterruptedException {
      Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
      for (int i = 0; i < FreshBroker.PARTITIONS; i++) {
        wanted.put(new TopicPartition(Topics.MARKET_CLAIMS.name(), i), OffsetSpec.latest());
      }
      Map<Integer, Long> ends = new HashMap<>();
      admin
          .listOffsets(wanted, new ListOffsetsOptions(level))
          .all()
          .get()
          .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
      return ends;
    }
  }

  private static String id(int number) {
    return HexFormat.of().toHexDigits(number * 0x9e3779b97f4a7c15L)
        + HexFormat.of().toHexDigits((long) number);
  }
}
