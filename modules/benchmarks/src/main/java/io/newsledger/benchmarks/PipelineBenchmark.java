package io.newsledger.benchmarks;

import io.newsledger.events.serde.EventSerdes;
import io.newsledger.extraction.ArticleText;
import io.newsledger.extraction.Extractor;
import io.newsledger.extraction.NewsExtractor;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.writing.ArticleProducer;
import io.newsledger.producer.writing.ProducerSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Markdown on disk to folded state, exactly once, broker in the same process. */
final class PipelineBenchmark {
  /** Against reading alone. */
  static final String NAME = "pipeline";

  /** Against a tenth of the articles. */
  static final String GROWTH = "growth";

  private static final double OF_READING = 0.6;
  private static final double OF_A_TENTH = 1 / 1.05;
  private static final int TENTH = 10;

  private PipelineBenchmark() {}

  /**
   * @param name which of them
   * @param folder empty one
   */
  static Comparison open(String name, Articles articles, Path folder) {
    List<ArticleText> texts = articles.texts();
    Whole ours = new Whole(texts, folder.resolve("ours"));
    if (name.equals(GROWTH)) {
      Whole tenth =
          new Whole(texts.subList(0, Math.max(1, texts.size() / TENTH)), folder.resolve("tenth"));
      return new Comparison(
          "Markdown files to folded state, " + texts.size() + " articles",
          "the same with a tenth of them",
          "articles",
          OF_A_TENTH,
          ours,
          tenth,
          () -> {
            ours.close();
            tenth.close();
          });
    }
    Extractor extractor = NewsExtractor.load();
    return new Comparison(
        "Markdown files to folded state, exactly once, broker in the process",
        "reading the articles alone, " + FreshBroker.THREADS + " threads",
        "articles",
        OF_READING,
        ours,
        () -> read(extractor, texts),
        ours::close);
  }

  private static long read(Extractor extractor, List<ArticleText> texts) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(FreshBroker.THREADS);
    try {
      AtomicInteger next = new AtomicInteger();
      List<Future<Long>> parts = new ArrayList<>();
      for (int thread = 0; thread < FreshBroker.THREADS; thread++) {
        Callable<Long> part =
            () -> {
              long done = 0;
              for (int i = next.getAndIncrement(); i < texts.size(); i = next.getAndIncrement()) {
                extractor.read(texts.get(i));
                done++;
              }
              return done;
            };
        parts.add(threads.submit(part));
      }
      long done = 0;
      for (Future<Long> part : parts) {
        done += part.get();
      }
      return done;
    } finally {
      threads.shutdownNow();
    }
  }

  /** The whole way, each time into an empty ledger that is up. */
  private static final class Whole implements Contender {
    private final DocumentRounds rounds;
    private final Path folder;
    private int round;
    private FreshBroker broker;
    private FreshBroker.Running running;
    private ArticleProducer producer;
    private List<Path> files = List.of();

    private Whole(List<ArticleText> texts, Path folder) {
      this.rounds = DocumentRounds.markdown(texts, folder.resolve("files"));
      this.folder = folder;
    }

    @Override
    public void prepare() throws Exception {
      close();
      broker = FreshBroker.start(folder.resolve("ledger-" + round++));
      running = broker.pipeline();
      producer =
          new ArticleProducer(
              broker.clients(),
              EventSerdes.singleObject(),
              ProducerSettings.of(ArticleReader.strict(), new Random()));
      running.pipeline().awaitFolded();
      files = rounds.next().files();
    }

    @Override
    public long run() throws InterruptedException {
      long offered = producer.ingest(files.stream().map(Input::file), step -> {}).offered();
      running.pipeline().awaitFolded();
      return offered;
    }

    private void close() {
      if (broker != null) {
        producer.close();
        running.close();
        broker.close();
        broker = null;
      }
    }
  }
}
