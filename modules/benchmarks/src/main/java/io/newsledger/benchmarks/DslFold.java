package io.newsledger.benchmarks;

import io.newsledger.events.MarketClaim;
import io.newsledger.events.SeriesPoint;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.RowKey;
import io.newsledger.events.topic.Topics;
import io.newsledger.weighing.PointFold;
import io.newsledger.weighing.PointKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;

/**
 * Series of figures as one writes them at first: claims grouped by point, each group one growing
 * value, folded to its points whenever it changes. Default settings, at least once.
 */
final class DslFold {
  static final String OUT = "dsl.series";
  private static final Duration BOUND = Duration.ofMinutes(10);
  private static final int LOOK_MILLIS = 5;
  private static final EventSerdes SERDES = EventSerdes.singleObject();

  private DslFold() {}

  /** Starts it; it counts what it folds. */
  static KafkaStreams start(FreshBroker broker, AtomicLong folded) {
    Properties settings = new Properties();
    settings.putAll(broker.clients());
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "dsl");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, broker.state().toString());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, FreshBroker.THREADS);
    // The one setting that is not a default: what is measured is hidden in a transaction at first.
    settings.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_committed");
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    StreamsBuilder builder = new StreamsBuilder();
    Serde<MarketClaim> claim = SERDES.of(MarketClaim.class);
    Serde<List<MarketClaim>> group = listOf(claim);
    builder.stream(Topics.MARKET_CLAIMS.name(), Consumed.with(Serdes.String(), claim))
        .groupBy((id, one) -> point(one), Grouped.with(Serdes.String(), claim))
        .aggregate(
            List::<MarketClaim>of,
            (point, one, all) -> {
              folded.incrementAndGet();
              return with(all, one);
            },
            Materialized.with(Serdes.String(), group))
        .toStream()
        .flatMapValues(all -> PointFold.fold(PointKey.of(all.get(0)), all).values())
        .to(OUT, Produced.with(Serdes.String(), SERDES.of(SeriesPoint.class)));
    KafkaStreams streams = new KafkaStreams(builder.build(), settings);
    streams.start();
    return streams;
  }

  /** Returns when so many claims are folded. */
  static void await(AtomicLong folded, long claims) throws InterruptedException {
    long begun = System.nanoTime();
    while (folded.get() < claims) {
      if (System.nanoTime() - begun > BOUND.toNanos()) {
        throw new IllegalStateException(folded + " of " + claims + " are folded");
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  @SuppressWarnings("unchecked") // A class has no type arguments.
  private static Serde<List<MarketClaim>> listOf(Serde<MarketClaim> claim) {
    return Serdes.ListSerde((Class<List<MarketClaim>>) (Class<?>) ArrayList.class, claim);
  }

  private static String point(MarketClaim claim) {
    PointKey key = PointKey.of(claim);
    return RowKey.of(key.subject(), key.metric().name(), key.unit(), key.kind(), key.date());
  }

  private static List<MarketClaim> with(List<MarketClaim> all, MarketClaim claim) {
    List<MarketClaim> with = new ArrayList<>(all);
    with.removeIf(one -> one.getId().equals(claim.getId()));
    with.add(claim);
    return with;
  }
}
