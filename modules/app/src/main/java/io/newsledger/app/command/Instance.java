package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.connection.ClientSettings;
import io.newsledger.app.instance.DataFolder;
import io.newsledger.app.instance.LogFile;
import io.newsledger.app.instance.RunningInstance;
import io.newsledger.app.pipeline.Ending;
import io.newsledger.app.pipeline.Ingestion;
import io.newsledger.app.pipeline.Intake;
import io.newsledger.app.pipeline.Pipeline;
import io.newsledger.app.pipeline.PipelineSettings;
import io.newsledger.app.pipeline.Progress;
import io.newsledger.broker.BrokerException;
import io.newsledger.events.registry.RegistryAccess;
import io.newsledger.events.topic.TopicException;
import io.newsledger.query.http.Access;
import io.newsledger.query.http.ServerException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;

/** A pipeline on a data folder that Ctrl-C ends, and that other commands can find. */
final class Instance implements AutoCloseable {
  /** How often it is looked for a new generation. */
  private static final long LOOK_SECONDS = 2;

  private final DataFolder folder;
  private final ClientSettings clients;
  private final Ending ending;
  private final Progress progress;
  private final Pipeline pipeline;

  private Instance(
      DataFolder folder,
      ClientSettings clients,
      Ending ending,
      Progress progress,
      Pipeline pipeline) {
    this.folder = folder;
    this.clients = clients;
    this.ending = ending;
    this.progress = progress;
    this.pipeline = pipeline;
  }

  /**
   * Starts.
   *
   * @param data folder to keep everything in
   * @param settings of its applications, and which brokers
   * @throws CommandFailure if it cannot start; nothing runs then
   */
  static Instance start(Path data, PipelineSettings settings, Context context)
      throws InterruptedException {
    DataFolder folder = DataFolder.open(data);
    boolean started = false;
    try {
      RunningInstance.withdraw(folder);
      LogFile.open(folder);
      Ending ending = new Ending();
      context.stop().onStop(ending::stop);
      Pipeline pipeline = Pipeline.start(folder, settings, ending, context.progress());
      started = true;
      return new Instance(folder, settings.clients(), ending, context.progress(), pipeline);
    } catch (BrokerException | TopicException e) {
      throw new CommandFailure(e.getMessage(), e);
    } catch (KafkaException e) {
      throw new CommandFailure("Kafka cannot start: " + e.getMessage(), e);
    } finally {
      if (!started) {
        folder.close();
      }
    }
  }

  Pipeline pipeline() {
    return pipeline;
  }

  /** Where articles go in. */
  Ingestion ingestion() {
    return new Ingestion(pipeline.connection(), ending, progress);
  }

  /**
   * Answers questions from now on, and lets other commands find it.
   *
   * @return address of API and page
   */
  URI serve(String host, int port) {
    return serve(host, port, Optional.empty(), Access.OPEN, Set.of());
  }

  /**
   * Answers questions and takes articles from now on, and lets other commands find it.
   *
   * @param intake takes articles, if that is wished
   * @param access who may ask
   * @param origins whose pages may ask from a browser
   * @return address of API and page
   */
  URI serve(String host, int port, Optional<Intake> intake, Access access, Set<String> origins) {
    try {
      URI api = pipeline.serve(host, port, intake, access, origins);
      new RunningInstance(
              ProcessHandle.current().pid(),
              pipeline.connection().bootstrapServers(),
              api,
              clients.file(),
              clients.registry().map(RegistryAccess::toString))
          .announce(folder);
      return api;
    } catch (ServerException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  /**
   * Returns when it has to end because somebody wants it to; goes over to new generations until
   * then.
   *
   * @throws CommandFailure if it has to end because a part broke
   */
  void awaitEnd() throws InterruptedException {
    while (!ending.within(LOOK_SECONDS, TimeUnit.SECONDS)) {
      pipeline.followGenerations();
    }
    Optional<CommandFailure> failure = ending.failure();
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  @Override
  public void close() {
    progress.at("stopping");
    try {
      RunningInstance.withdraw(folder);
      pipeline.close();
    } finally {
      folder.close();
      progress.done();
    }
  }
}
