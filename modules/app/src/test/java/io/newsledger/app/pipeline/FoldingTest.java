package io.newsledger.app.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.GeneratedArticles;
import io.newsledger.app.connection.ClientSettings;
import io.newsledger.app.instance.DataFolder;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.extraction.NewsExtractor;
import io.newsledger.producer.input.Input;
import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.writing.ArticleProducer;
import io.newsledger.producer.writing.ProducerSettings;
import io.newsledger.query.AsOf;
import io.newsledger.query.Ledger;
import io.newsledger.query.Limits;
import io.newsledger.query.peer.SharedRows;
import io.newsledger.weighing.ThresholdChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An application that stands still without a word, as if one of its tasks had been forgotten. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
final class FoldingTest {
  private static final int ARTICLES = 6;

  @TempDir static Path temporary;
  private static final Closing closing = new Closing();
  private static final Ending ending = new Ending();
  private static final Heard heard = new Heard();
  private static final AtomicReference<Applications> working = new AtomicReference<>();
  private static Cluster cluster;
  private static Applications.Ground ground;

  private static final class Heard implements Progress {
    private final List<String> said = new ArrayList<>();

    @Override
    public void at(String activity) {}

    @Override
    public void say(String line) {
      said.add(line);
    }

    @Override
    public void done() {}
  }

  @BeforeAll
  static void start() throws Exception {
    DataFolder folder = closing.add(DataFolder.open(temporary.resolve("data")));
    PipelineSettings settings =
        PipelineSettings.on(Optional.empty(), ClientSettings.NONE, ThresholdChoice.NONE);
    cluster = closing.add(Cluster.open(settings, folder, ending));
    RocksMemory memory = closing.add(RocksMemory.load(folder.root().resolve("native")));
    ground =
        new Applications.Ground(
            cluster,
            folder,
            folder.generations(),
            settings.threads(),
            memory,
            NewsExtractor.load(),
            ending,
            heard,
            Optional.empty(),
            new SharedRows());
    working.set(ground.start(cluster.generation(), ThresholdChoice.NONE));
    closing.add(() -> working.get().close());
    try (ArticleProducer producer =
            new ArticleProducer(
                cluster.connection().properties(Map.of()),
                EventSerdes.singleObject(),
                ProducerSettings.of(ArticleReader.strict(), new Random(1)));
        Stream<Path> files =
            Files.list(new GeneratedArticles(7).write(temporary.resolve("articles"), ARTICLES))) {
      assertEquals(ARTICLES, producer.ingest(files.map(Input::file), progress -> {}).offered());
    }
  }

  @AfterAll
  static void stop() {
    closing.close();
  }

  @Test
  @Order(1)
  void whereStartingAnewDoesNotHelpItIsGivenUp() throws InterruptedException {
    working.get().running().get(0).streams().pause();
    Folding folding = folding(Duration.ofMillis(500), Duration.ofMillis(500));
    CommandFailure failure =
        assertThrows(
            CommandFailure.class, () -> folding.await(working.get(), standing -> standing));
    assertTrue(failure.getMessage().contains("stands still"), failure.getMessage());
    assertTrue(failure.getMessage().contains("started anew 1 times"), failure.getMessage());
  }

  @Test
  @Order(2)
  void whatStandsStillIsStartedAnewAndEnds() throws InterruptedException {
    Applications standing = working.get();
    standing.running().get(0).streams().pause();
    heard.said.clear();
    folding(Duration.ofSeconds(2), Duration.ofMinutes(2))
        .await(
            standing,
            old -> {
              working.set(ground.again(old));
              return working.get();
            });
    assertEquals(1, heard.said.size(), heard.said.toString());
    Ledger ledger = new Ledger(working.get().state(), Limits.DEFAULT.exportingAll());
    assertEquals(ARTICLES, ledger.export(AsOf.NOW).get("articles").size());
  }

  private static Folding folding(Duration... patience) {
    return new Folding(cluster, ending, heard, List.of(patience));
  }
}
