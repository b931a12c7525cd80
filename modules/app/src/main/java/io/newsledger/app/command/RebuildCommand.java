package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.connection.ClientSettings;
import io.newsledger.app.instance.DataFolder;
import io.newsledger.app.instance.LogFile;
import io.newsledger.app.instance.RunningInstance;
import io.newsledger.app.pipeline.Ending;
import io.newsledger.app.pipeline.PipelineSettings;
import io.newsledger.app.pipeline.Rebuild;
import io.newsledger.broker.BrokerException;
import io.newsledger.events.topic.Generation;
import io.newsledger.events.topic.TopicException;
import io.newsledger.weighing.ThresholdChoice;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything anew from the articles. */
@Command(
    name = "rebuild",
    description = {
      "Make everything that follows from the articles anew: careers, flows, series and the claims"
          + " themselves. Needed when a new version keeps its state in another form, and the way to"
          + " weigh everything anew,"
          + " by other rules for alerts and shifts too.",
      "It is made beside what there is, in topics with a number behind their names. A running"
          + " instance goes on answering, and goes over to it when it is complete; without one, the"
          + " next start uses it. What was there before is left."
    })
public final class RebuildCommand implements Callable<Integer> {
  private final Context context;
  @Mixin private DataOption data;
  @Mixin private ClientOptions clients;
  @Mixin private ThresholdOption thresholds;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT[,…]",
      description =
          "Kafka brokers; default: those of the instance that runs on the data folder, else one in"
              + " this process.")
  private String servers;

  @Option(
      names = "--production",
      description =
          "Register no schemas: 'newsledger schemas register' has done so for the new generation.")
  private boolean production;

  public RebuildCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    ThresholdChoice choice = thresholds.choice();
    Path root = data.folder();
    Optional<RunningInstance> running =
        servers == null ? RunningInstance.on(root) : Optional.empty();
    ClientSettings settings =
        running
            .map(instance -> clients.settings(instance, production))
            .orElseGet(() -> clients.settings(production));
    Optional<String> brokers =
        Optional.ofNullable(servers)
            .or(() -> running.map(RunningInstance::bootstrapServers))
            .or(settings::servers);
    try (DataFolder work = DataFolder.open(DataFolder.generations(root));
        DataFolder broker = brokers.isPresent() ? null : DataFolder.open(root)) {
      LogFile.open(work);
      Ending ending = new Ending();
      context.stop().onStop(ending::stop);
      Generation generation =
          new Rebuild(
                  PipelineSettings.on(brokers, settings, choice),
                  broker == null ? work : broker,
                  work,
                  ending,
                  context.progress())
              .run();
      context.progress().done();
      context.progress().say("generation " + generation.number() + " is complete and live");
      return 0;
    } catch (BrokerException | TopicException e) {
      throw new CommandFailure(e.getMessage(), e);
    } catch (KafkaException e) {
      throw new CommandFailure("Kafka cannot do it: " + e.getMessage(), e);
    }
  }
}
