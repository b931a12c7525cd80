package io.newsledger.benchmarks;

import io.newsledger.events.Flow;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.events.topic.Topics;
import io.newsledger.query.http.Access;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How long a change takes to a thousand who listen on loopback, from before its transaction is
 * committed until each has read it. Who listens runs on the same processors.
 */
final class StreamBenchmark {
  static final String NAME = "stream";

  private static final int LISTENERS = 1_000;
  private static final int A_ROUND = 20;
  private static final Duration BOUND = Duration.ofMillis(250);

  private StreamBenchmark() {}

  /**
   * @param folder empty one
   */
  static Comparison open(Path folder) throws Exception {
    FreshBroker broker = FreshBroker.start(folder.resolve("ledger"));
    FreshBroker.Running running = broker.pipeline();
    running.pipeline().awaitFolded();
    URI api = running.pipeline().serve("127.0.0.1", 0, Optional.empty(), Access.OPEN, Set.of());
    Told told = new Told(broker.clients(), Listeners.open(api, Topics.FLOWS.name(), LISTENERS));
    return new Comparison(
        "A change to each of " + LISTENERS + " listeners (server-sent events), one after another",
        BOUND.toMillis() + " ms a change",
        "deliveries",
        1.0,
        told,
        () -> {
          for (int i = 0; i < A_ROUND; i++) {
            TimeUnit.MILLISECONDS.sleep(BOUND.toMillis());
          }
          return (long) A_ROUND * LISTENERS;
        },
        () -> {
          System.out.printf(
              Locale.ROOT,
              "%s, from before the commit to delivery: median %.1f ms, p99 %.1f ms, most %.1f ms%n",
              NAME,
              told.millis(0.5),
              told.millis(0.99),
              told.millis(1.0));
          told.close();
          running.close();
          broker.close();
        });
  }

  /** Tells changes, each when all have the one before. */
  private static final class Told implements Contender {
    private final Listeners listeners;
    private final KafkaProducer<String, Flow> producer;
    private long[] nanos = {};
    private int number;

    Told(Map<String, Object> clients, Listeners listeners) {
      this.listeners = listeners;
      Map<String, Object> settings = new HashMap<>(clients);
      settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "bench-stream");
      this.producer =
          new KafkaProducer<>(
              settings,
              new StringSerializer(),
              EventSerdes.singleObject().of(Flow.class).serializer());
      producer.initTransactions();
    }

    @Override
    public long run() throws Exception {
      long[] all = new long[A_ROUND * LISTENERS];
      for (int i = 0; i < A_ROUND; i++) {
        Flow flow = flow(number++);
        producer.beginTransaction();
        Future<RecordMetadata> sent =
            producer.send(new ProducerRecord<>(Topics.FLOWS.name(), flow.getOrganisation(), flow));
        sent.get(BOUND.toMillis() * 100, TimeUnit.MILLISECONDS);
        long begin = System.nanoTime();
        producer.commitTransaction();
        System.arraycopy(listeners.await(begin), 0, all, i * LISTENERS, LISTENERS);
      }
      Arrays.sort(all);
      nanos = all;
      return all.length;
    }

    /** Of the last round. */
    double millis(double part) {
      return nanos.length == 0
          ? Double.NaN
          : nanos[Math.min(nanos.length - 1, (int) (nanos.length * part))] / 1e6;
    }

    private static Flow flow(int number) {
      return Flow.newBuilder()
          .setOrganisation("Bench " + number)
          .setPeriod("2026")
          .setArrivals(1)
          .setDepartures(0)
          .setDoubtfulArrivals(0)
          .setDoubtfulDepartures(0)
          .setCounterparts(List.of())
          .setMovements(List.of())
          .build();
    }

    void close() throws IOException {
      try (producer) {
        listeners.close();
      }
    }
  }
}
