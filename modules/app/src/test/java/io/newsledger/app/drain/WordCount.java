package io.newsledger.app.drain;

import static org.awaitility.Awaitility.await;

import io.newsledger.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Two applications in a row: lines to words, and words, by way of a repartition topic, to a store
 * with their counts.
 */
final class WordCount implements AutoCloseable {
  private static final String STORE = "counts";
  private final String name;
  private final KafkaStreams splitting;
  private final KafkaStreams counting;

  private WordCount(String name, KafkaStreams splitting, KafkaStreams counting) {
    this.name = name;
    this.splitting = splitting;
    this.counting = counting;
  }

  static WordCount start(String name, EmbeddedBroker broker, Path folder) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(name + "-lines", 3, (short) 1),
                  new NewTopic(name + "-words", 3, (short) 1)))
          .all()
          .get(30, TimeUnit.SECONDS);
    }
    StreamsBuilder lines = new StreamsBuilder();
    lines.stream(name + "-lines", Consumed.with(Serdes.String(), Serdes.String()))
        .flatMapValues(line -> Arrays.asList(line.split(" ", -1)))
        .to(name + "-words", Produced.with(Serdes.String(), Serdes.String()));
    StreamsBuilder words = new StreamsBuilder();
    words.stream(name + "-words", Consumed.with(Serdes.String(), Serdes.String()))
        .groupBy((key, word) -> word, Grouped.with("by-word", Serdes.String(), Serdes.String()))
        .count(Materialized.<String, Long, KeyValueStore<Bytes, byte[]>>as(STORE));
    KafkaStreams splitting =
        new KafkaStreams(lines.build(), settings(name + "-splitting", broker, folder));
    KafkaStreams counting =
        new KafkaStreams(words.build(), settings(name + "-counting", broker, folder));
    splitting.start();
    counting.start();
    return new WordCount(name, splitting, counting);
  }

  private static Properties settings(String application, EmbeddedBroker broker, Path folder) {
    Properties settings = new Properties();
    settings.put("application.id", application);
    settings.put("bootstrap.servers", broker.bootstrapServers());
    settings.put("state.dir", folder.resolve("state").toString());
    settings.put("processing.guarantee", "exactly_once_v2");
    settings.put("statestore.cache.max.bytes", "0");
    settings.put("consumer.auto.offset.reset", "earliest");
    return settings;
  }

  String input() {
    return name + "-lines";
  }

  List<Stage> stages() {
    return List.of(
        new Stage(name + "-splitting", Set.of(name + "-lines")),
        new Stage(name + "-counting", Set.of(name + "-words")));
  }

  /**
   * How many words the store holds, once it can be read: what is drained is folded, but a rebalance
   * may be under way. It is not waited for more words.
   */
  long counted() {
    AtomicLong counted = new AtomicLong();
    await()
        .atMost(30, TimeUnit.SECONDS)
        .ignoreException(InvalidStateStoreException.class)
        .untilAsserted(() -> counted.set(sum()));
    return counted.get();
  }

  private long sum() {
    ReadOnlyKeyValueStore<String, Long> store =
        counting.store(
            StoreQueryParameters.fromNameAndType(STORE, QueryableStoreTypes.keyValueStore()));
    long sum = 0;
    try (KeyValueIterator<String, Long> rows = store.all()) {
      while (rows.hasNext()) {
        sum += rows.next().value;
      }
    }
    return sum;
  }

  @Override
  public void close() {
    splitting.close(Duration.ofSeconds(30));
    counting.close(Duration.ofSeconds(30));
  }
}
