package io.newsledger.benchmarks;

import io.newsledger.events.topic.Topics;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.apache.kafka.streams.KafkaStreams;

/**
 * The ledger's aggregation, exactly once, with all its views, against less: a loop without state
 * that writes as much, and a fold of series alone as the DSL gives it. All are up and warm when the
 * claims appear, and end with everything committed but for the DSL, which ends with everything
 * folded.
 */
final class FoldBenchmark {
  /** Against a loop with transactions. */
  static final String LOOP = "fold-loop";

  /** Against the DSL. */
  static final String DSL = "fold-dsl";

  private static final double OF_LOOP = 0.55;
  private static final double OF_DSL = 2;
  private static final int SAMPLE = 10_000;

  /** What the fold writes: its changelogs, and what subscribers read. */
  static final Predicate<String> CHANGELOG =
      topic -> topic.startsWith("newsledger-aggregation-") && topic.endsWith("-changelog");

  private static final Set<String> OUTPUTS = Set.of(Topics.SERIES.name(), Topics.SHIFTS.name());

  private FoldBenchmark() {}

  /**
   * @param name which of them
   * @param claims in each round
   * @param subjects that share them
   * @param folder empty one
   */
  static Comparison open(String name, int claims, int subjects, Path folder) throws Exception {
    Figures figures = new Figures(subjects);
    Loaded ours = new Loaded(figures, claims, folder.resolve("ours"), FoldBenchmark::ledger);
    Loaded other =
        name.equals(LOOP)
            ? loop(figures, claims, folder)
            : new Loaded(figures, claims, folder.resolve("dsl"), FoldBenchmark::dsl);
    return new Comparison(
        claims + " claims on " + subjects + " subjects folded exactly once, all views and topics",
        name.equals(LOOP)
            ? "a loop in transactions that writes as many records and bytes, without state"
            : "series alone in the Streams DSL with its default settings, at least once",
        "claims",
        name.equals(LOOP) ? OF_LOOP : OF_DSL,
        ours,
        other,
        () -> {
          ours.close();
          other.close();
        });
  }

  /** Something that works on claims as they come. */
  private interface Worker extends AutoCloseable {
    /** Returns when it is through with all of the first claims, which stand on their topic. */
    void await(long claims) throws Exception;

    @Override
    void close();
  }

  @FunctionalInterface
  private interface Start {
    Worker on(FreshBroker broker) throws Exception;
  }

  private static Worker ledger(FreshBroker broker) throws InterruptedException {
    FreshBroker.Running running = broker.pipeline();
    return new Worker() {
      @Override
      public void await(long claims) throws InterruptedException {
        running.pipeline().awaitFolded();
      }

      @Override
      public void close() {
        running.close();
      }
    };
  }

  private static Worker dsl(FreshBroker broker) throws Exception {
    broker.create(DslFold.OUT);
    AtomicLong folded = new AtomicLong();
    KafkaStreams streams = DslFold.start(broker, folded);
    return new Worker() {
      @Override
      public void await(long claims) throws InterruptedException {
        DslFold.await(folded, claims);
      }

      @Override
      public void close() {
        streams.close();
      }
    };
  }

  private static Loaded loop(Figures figures, int claims, Path folder) throws Exception {
    Written written;
    try (FreshBroker sample = FreshBroker.start(folder.resolve("sample"))) {
      figures.produce(0, SAMPLE, sample.clients());
      try (FreshBroker.Running running = sample.pipeline()) {
        running.pipeline().awaitFolded();
      }
      written = Written.read(sample.clients(), CHANGELOG.or(OUTPUTS::contains));
    }
    int records = Math.toIntExact(Math.round((double) written.records() / SAMPLE));
    int bytes = Math.toIntExact(written.bytes() / SAMPLE / Math.max(1, records));
    return new Loaded(
        figures,
        claims,
        folder.resolve("loop"),
        broker -> {
          broker.create(BareLoop.OUT);
          return new Looping(new BareLoop(broker.clients(), records, bytes));
        });
  }

  private static final class Looping implements Worker {
    private final BareLoop loop;
    private long consumed;

    private Looping(BareLoop loop) {
      this.loop = loop;
    }

    @Override
    public void await(long claims) throws Exception {
      consumed += loop.run("bare");
      if (consumed != claims) {
        throw new IllegalStateException(consumed + " consumed of " + claims);
      }
    }

    @Override
    public void close() {}
  }

  /** Works on claims that stand on a broker that nothing else is done on. */
  private static final class Loaded implements Contender {
    private final Figures figures;
    private final int claims;
    private final Path folder;
    private final Start start;
    private FreshBroker broker;
    private Worker worker;
    private Figures.Held held;
    private int round;

    private Loaded(Figures figures, int claims, Path folder, Start start) {
      this.figures = figures;
      this.claims = claims;
      this.folder = folder;
      this.start = start;
    }

    /** The worker is up and has done some: what is measured comes behind that. */
    @Override
    public void prepare() throws Exception {
      close();
      broker = FreshBroker.start(folder.resolve("round-" + round++));
      figures.produce(0, SAMPLE, broker.clients());
      worker = start.on(broker);
      worker.await(SAMPLE);
      held = figures.hold(SAMPLE, SAMPLE + claims, broker.clients());
    }

    @Override
    public long run() throws Exception {
      held.release();
      worker.await(SAMPLE + claims);
      return claims;
    }

    private void close() {
      if (worker != null) {
        worker.close();
        worker = null;
      }
      if (broker != null) {
        broker.close();
        broker = null;
      }
    }
  }
}
