package io.newsledger.benchmarks;

import io.newsledger.events.topic.Topics;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The ledger's aggregation, exactly once, with all its views, against less: a loop without state
 * that writes as much, and a fold of series alone as the DSL gives it. All begin with their start,
 * and end with everything committed but for the DSL, which ends with everything folded.
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
    Loaded ours =
        new Loaded(figures, claims, folder.resolve("ours")) {
          @Override
          AutoCloseable work(FreshBroker broker) throws Exception {
            FreshBroker.Running running = broker.pipeline();
            running.pipeline().awaitFolded();
            return running;
          }
        };
    Loaded other =
        name.equals(LOOP)
            ? loop(figures, claims, folder)
            : new Loaded(figures, claims, folder.resolve("dsl")) {
              @Override
              AutoCloseable work(FreshBroker broker) throws Exception {
                broker.create(DslFold.OUT);
                return DslFold.run(broker, claims);
              }
            };
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

  private static Loaded loop(Figures figures, int claims, Path folder) throws Exception {
    Written written;
    try (FreshBroker sample = FreshBroker.start(folder.resolve("sample"))) {
      figures.produce(SAMPLE, sample.clients());
      try (FreshBroker.Running running = sample.pipeline()) {
        running.pipeline().awaitFolded();
      }
      written = Written.read(sample.clients(), CHANGELOG.or(OUTPUTS::contains));
    }
    int records = Math.toIntExact(Math.round((double) written.records() / SAMPLE));
    int bytes = Math.toIntExact(written.bytes() / SAMPLE / Math.max(1, records));
    return new Loaded(figures, claims, folder.resolve("loop")) {
      @Override
      AutoCloseable work(FreshBroker broker) throws Exception {
        broker.create(BareLoop.OUT);
        new BareLoop(broker.clients(), records, bytes).run(claims, "bare");
        return () -> {};
      }
    };
  }

  /** Works on claims that stand on a broker that nothing else was done on. */
  private abstract static class Loaded implements Contender {
    private final Figures figures;
    private final int claims;
    private final Path folder;
    private FreshBroker broker;
    private AutoCloseable left;
    private int round;

    private Loaded(Figures figures, int claims, Path folder) {
      this.figures = figures;
      this.claims = claims;
      this.folder = folder;
    }

    @Override
    public final void prepare() throws Exception {
      close();
      broker = FreshBroker.start(folder.resolve("round-" + round++));
      figures.produce(claims, broker.clients());
    }

    @Override
    public final long run() throws Exception {
      left = work(broker);
      return claims;
    }

    /** Does the work; what is still open then is closed later. */
    abstract AutoCloseable work(FreshBroker broker) throws Exception;

    final void close() throws Exception {
      if (left != null) {
        left.close();
        left = null;
      }
      if (broker != null) {
        broker.close();
        broker = null;
      }
    }
  }
}
