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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
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

  /** Puts the first so many on their topic. */
  void produce(int count, Map<String, Object> clients) throws Exception {
    Map<String, Object> settings = new HashMap<>(clients);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    Serializer<MarketClaim> values = EventSerdes.singleObject().of(MarketClaim.class).serializer();
    List<Future<RecordMetadata>> sent = new ArrayList<>(count);
    try (KafkaProducer<String, MarketClaim> producer =
        new KafkaProducer<>(settings, new StringSerializer(), values)) {
      for (int number = 0; number < count; number++) {
        MarketClaim claim = claim(number);
        sent.add(
            producer.send(new ProducerRecord<>(Topics.MARKET_CLAIMS.name(), claim.getId(), claim)));
      }
      producer.flush();
    }
    for (Future<RecordMetadata> one : sent) {
      one.get();
    }
  }

  private static String id(int number) {
    return String.format(Locale.ROOT, "%016x%016x", number * 0x9e3779b97f4a7c15L, number);
  }
}
