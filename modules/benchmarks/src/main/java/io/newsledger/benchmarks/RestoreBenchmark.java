package io.newsledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A start without local state, until every store can be read, against one consumer that reads the
 * same changelogs as bytes. The start itself is timed too.
 */
final class RestoreBenchmark {
  static final String NAME = "restore";
  private static final double TARGET = 0.3;

  private RestoreBenchmark() {}

  /**
   * @param claims that the state is folded from
   * @param folder empty one
   */
  static Comparison open(int claims, Path folder) throws Exception {
    FreshBroker broker = FreshBroker.start(folder);
    boolean ready = false;
    try {
      new Figures(claims).produce(0, claims, broker.clients());
      try (FreshBroker.Running running = broker.pipeline()) {
        running.pipeline().awaitFolded();
      }
      Written written = Written.read(broker.clients(), FoldBenchmark.CHANGELOG);
      Restoring ours = new Restoring(broker, written.records());
      ready = true;
      return new Comparison(
          "Restoring the stores of " + claims + " claims from " + written.records() + " records",
          "a consumer of the same changelogs, as bytes",
          "records",
          TARGET,
          ours,
          () -> Written.read(broker.clients(), FoldBenchmark.CHANGELOG).records(),
          () -> {
            ours.close();
            broker.close();
          });
    } finally {
      if (!ready) {
        broker.close();
      }
    }
  }

  private static final class Restoring implements Contender {
    private final FreshBroker broker;
    private final long records;
    private FreshBroker.Running running;

    private Restoring(FreshBroker broker, long records) {
      this.broker = broker;
      this.records = records;
    }

    @Override
    public void prepare() throws IOException {
      close();
      if (Files.exists(broker.state())) {
        try (Stream<Path> all = Files.walk(broker.state())) {
          for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
    }

    @Override
    public long run() throws InterruptedException {
      running = broker.pipeline();
      running.pipeline().awaitFolded();
      return records;
    }

    private void close() {
      if (running != null) {
        running.close();
        running = null;
      }
    }
  }
}
