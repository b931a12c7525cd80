package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.connection.Connection;
import io.newsledger.events.topic.Topic;
import io.newsledger.events.topic.Topics;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Follows a topic. */
@Command(
    name = "tail",
    description = {
      "Follow a topic, decoded: one JSON object a line, with topic, partition, offset, key and value"
          + " (null where the key's record was taken away). Transactions that are not committed are"
          + " not shown.",
      "Runs until Ctrl-C, or until --max records are printed."
    })
public final class TailCommand implements Callable<Integer> {
  private final Context context;
  @Spec private CommandSpec spec;
  @Mixin private BrokerOption broker;

  @Parameters(
      paramLabel = "TOPIC",
      description = "A topic of the catalogue; a wrong name lists them all.")
  private String topic;

  @Option(names = "--from-beginning", description = "Print what already stands on the topic, too.")
  private boolean fromBeginning;

  @Option(names = "--max", paramLabel = "N", description = "End after N records; default: never.")
  private Long max;

  public TailCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Topic<?> followed = Topics.named(topic).orElseThrow(this::unknown);
    if (max != null && max < 1) {
      throw new ParameterException(spec.commandLine(), "--max must be 1 or more, not " + max);
    }
    PrintWriter out = spec.commandLine().getOut();
    Connection connection = broker.connection();
    try (TopicReading reading = TopicReading.open(connection, followed, fromBeginning)) {
      context.stop().onStop(reading::stop);
      context.progress().say("following " + topic + " at " + connection + "; Ctrl-C ends");
      reading.printTo(out, max == null ? Long.MAX_VALUE : max);
      return 0;
    } catch (KafkaException e) {
      throw new CommandFailure(
          "cannot read " + topic + " at " + connection + ": " + e.getMessage(), e);
    }
  }

  private ParameterException unknown() {
    return new ParameterException(
        spec.commandLine(),
        "there is no topic '"
            + topic
            + "'; choose one of "
            + Topics.ALL.stream().map(Topic::name).collect(Collectors.joining(", ")));
  }
}
