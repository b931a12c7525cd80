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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
  private static final EventSerdes SERDES = EventSerdes.singleObject();

  private DslFold() {}

  /** Works until so many claims are folded; what is given back is still open. */
  static AutoCloseable run(FreshBroker broker, int claims) throws InterruptedException {
    CountDownLatch left = new CountDownLatch(claims);
    Properties settings = new Properties();
    settings.putAll(broker.clients());
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "dsl");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, broker.state().toString());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, FreshBroker.THREADS);
    StreamsBuilder builder = new StreamsBuilder();
    Serde<MarketClaim> claim = SERDES.of(MarketClaim.class);
    Serde<List<MarketClaim>> group = listOf(claim);
    builder.stream(Topics.MARKET_CLAIMS.name(), Consumed.with(Serdes.String(), claim))
        .groupBy((id, one) -> point(one), Grouped.with(Serdes.String(), claim))
        .aggregate(
            List::<MarketClaim>of,
            (point, one, all) -> {
              left.countDown();
              return with(all, one);
            },
            Materialized.with(Serdes.String(), group))
        .toStream()
        .flatMapValues(all -> PointFold.fold(PointKey.of(all.get(0)), all).values())
        .to(OUT, Produced.with(Serdes.String(), SERDES.of(SeriesPoint.class)));
    KafkaStreams streams = new KafkaStreams(builder.build(), settings);
    boolean done = false;
    try {
      streams.start();
      done = left.await(BOUND.toMinutes(), TimeUnit.MINUTES);
    } finally {
      if (!done) {
        streams.close();
      }
    }
    if (!done) {
      throw new IllegalStateException(left.getCount() + " of " + claims + " are not folded");
    }
    return streams;
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
