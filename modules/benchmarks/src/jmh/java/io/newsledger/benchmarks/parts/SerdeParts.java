package io.newsledger.benchmarks.parts;

import io.newsledger.events.Bound;
import io.newsledger.events.ClaimStatus;
import io.newsledger.events.KnownInterval;
import io.newsledger.events.MarketClaim;
import io.newsledger.events.Metric;
import io.newsledger.events.Modality;
import io.newsledger.events.Quote;
import io.newsledger.events.QuoteField;
import io.newsledger.events.serde.EventSerdes;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A claim as bytes, and back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SerdeParts {
  private static final String TOPIC = "market.claims";

  private final Serializer<MarketClaim> serializer =
      EventSerdes.singleObject().of(MarketClaim.class).serializer();
  private final Deserializer<MarketClaim> deserializer =
      EventSerdes.singleObject().of(MarketClaim.class).deserializer();
  private final MarketClaim claim = claim(1);
  private final byte[] bytes = serializer.serialize(TOPIC, claim);

  /** Claims that differ in id, article, source and by a little in their number. */
  static MarketClaim claim(int number) {
    Instant published = Instant.parse("2026-03-05T00:00:00Z");
    return MarketClaim.newBuilder()
        .setId("claim " + number)
        .setArticleId("article " + number)
        .setRevision("r")
        .setSource("source " + number)
        .setPublishedAt(published)
        .setStatus(ClaimStatus.ASSERTED)
        .setKnown(List.of(new KnownInterval(published, null)))
        .setExtractor("bench")
        .setEntities(List.of("Northlab"))
        .setMetric(Metric.MONTHLY_ACTIVE_USERS)
        .setValue(1_000_000 + number)
        .setUnit("COUNT")
        .setBound(Bound.EXACT)
        .setAsOf("2026-02-28")
        .setModality(Modality.REPORTED)
        .setQuote(new Quote(QuoteField.BODY, 0, 42, "It has so many users a month, it was said."))
        .build();
  }

  /** To bytes. */
  @Benchmark
  public byte[] encode() {
    return serializer.serialize(TOPIC, claim);
  }

  /** From bytes. */
  @Benchmark
  public MarketClaim decode() {
    return deserializer.deserialize(TOPIC, bytes);
  }
}
