package io.newsledger.app.pipeline;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.instance.DataFolder;
import io.newsledger.events.topic.Generation;
import io.newsledger.extraction.NewsExtractor;
import io.newsledger.query.peer.SharedRows;
import io.newsledger.weighing.ThresholdChoice;
import io.newsledger.weighing.Thresholds;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;

/**
 * Makes a new generation from the articles, beside the live one, and makes it live when it has
 * caught up. Killed at any moment, nothing has changed for anybody, and the next one goes on.
 *
 * @param settings of the applications, and which brokers
 * @param broker where a broker in this process keeps its log
 * @param work folder of generations, held while it runs
 * @param ending ends it early
 * @param progress hears what is under way
 */
public record Rebuild(
    PipelineSettings settings,
    DataFolder broker,
    DataFolder work,
    Ending ending,
    Progress progress) {
  /** Generations that are begun and can no longer be gone on with; more is no accident. */
  private static final int MOST_UNFINISHED = 100;

  /**
   * Works until the new generation is live.
   *
   * @return the new generation
   * @throws CommandFailure if it is ended before, or cannot be made
   */
  public Generation run() throws InterruptedException {
    try (Closing closing = new Closing()) {
      progress.at(settings.bootstrapServers().isPresent() ? "connecting" : "starting the broker");
      Cluster cluster = closing.add(Cluster.open(settings, broker, ending));
      Admin admin = closing.add(cluster.admin());
      Applications.Ground ground =
          new Applications.Ground(
              cluster,
              work,
              work.root(),
              settings.threads(),
              closing.add(memory()),
              NewsExtractor.load(),
              ending,
              progress,
              Optional.empty(),
              new SharedRows());
      Thresholds thresholds =
          settings
              .thresholds()
              .over(ground.rules(cluster.generation()).made(admin).orElse(Thresholds.DEFAULT));
      Generation generation = begun(ground, admin, thresholds);
      progress.say(
          "making generation "
              + generation.number()
              + "; "
              + cluster.generation().number()
              + " stays live");
      cluster.create(admin, generation, ending);
      AtomicReference<Applications> working =
          new AtomicReference<>(ground.start(generation, ThresholdChoice.of(thresholds)));
      closing.add(() -> working.get().close());
      new Folding(cluster, ending, progress, Folding.PATIENCE)
          .await(
              working.get(),
              standing -> {
                working.set(ground.again(standing));
                return working.get();
              });
      working.get().close();
      cluster.complete(admin, generation);
      return generation;
    }
  }

  private RocksMemory memory() {
    Path folder = work.root().resolve("native");
    try {
      return RocksMemory.load(folder);
    } catch (java.io.IOException e) {
      throw new CommandFailure("cannot write " + folder + ": " + e, e);
    }
  }

  /** The first generation after the live one that is not begun, or by this version. */
  private static Generation begun(Applications.Ground ground, Admin admin, Thresholds thresholds)
      throws InterruptedException {
    Generation generation = ground.cluster().generation().next();
    for (int looked = 0; looked < MOST_UNFINISHED; looked++) {
      if (ground.fits(admin, generation, thresholds)) {
        return generation;
      }
      generation = generation.next();
    }
    throw new CommandFailure(
        MOST_UNFINISHED + " generations are begun and not complete: remove the topics of some");
  }
}
