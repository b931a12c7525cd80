package io.newsledger.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.app.CommandFailure;
import io.newsledger.app.connection.Connection;
import io.newsledger.app.pipeline.Ending;
import io.newsledger.app.pipeline.Ingestion;
import io.newsledger.events.RejectReason;
import io.newsledger.producer.writing.IngestException;
import io.newsledger.producer.writing.RejectLog;
import io.newsledger.producer.writing.Rejected;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What was refused: shows it, and offers it again. */
@Command(
    name = "rejects",
    description = {
      "List what was refused and still is: why, where it came from, and what to do about it.",
      "With --retry it is read again from the bytes that were kept, as after an update that reads"
          + " more, or with --published for what says no day of its own. What is read now is no"
          + " longer listed; the log keeps it all the same."
    })
public final class RejectsCommand implements Callable<Integer> {
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Context context;
  @Spec private CommandSpec spec;
  @Mixin private BrokerOption broker;
  @Mixin private PublishedOption published;

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = "Only those of this reason: ${COMPLETION-CANDIDATES}. May be given again.")
  private List<RejectReason> reasons = List.of();

  @Option(
      names = "--origin",
      paramLabel = "TEXT",
      description = "Only those whose origin has this text in it.")
  private String origin = "";

  @Option(names = "--retry", description = "Read them again and write what can be read now.")
  private boolean retry;

  @Option(names = "--all", description = "List those too that were read in the meantime.")
  private boolean all;

  @Option(names = "--json", description = "Print a JSON object for each.")
  private boolean json;

  public RejectsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (retry && (all || json)) {
      throw new ParameterException(spec.commandLine(), "--retry lists nothing");
    } else if (published.time().isPresent() && !retry) {
      throw new ParameterException(spec.commandLine(), "--published is for --retry");
    }
    Connection connection = broker.connection();
    try (RejectLog log =
        RejectLog.open(connection.properties(Map.of()), connection.serdes(), ANSWER)) {
      if (retry) {
        retry(log, connection);
      } else {
        list(log);
      }
      return 0;
    } catch (IngestException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private void list(RejectLog log) {
    PrintWriter out = spec.commandLine().getOut();
    Map<RejectReason, Long> counts = new EnumMap<>(RejectReason.class);
    Set<String> listed = new HashSet<>();
    Predicate<Rejected> wanted = wanted(all);
    while (log.hasNext() && !out.checkError()) {
      Rejected one = log.next();
      if (wanted.test(one) && listed.add(one.id())) {
        counts.merge(one.reason(), 1L, Long::sum);
        out.println(json ? json(one) : line(one));
      }
    }
    out.flush();
    String told =
        counts.entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", "));
    context.progress().say(listed.isEmpty() ? "no rejects" : listed.size() + " rejects: " + told);
  }

  private void retry(RejectLog log, Connection connection) {
    Ending ending = new Ending();
    context.stop().onStop(ending::stop);
    List<String> lost = new ArrayList<>();
    Ingestion ingestion = new Ingestion(connection, ending, context.progress());
    Refusals refusals = new Refusals(List.of(), context.progress(), "");
    Ingestion.Result result =
        ingestion.retry(
            log,
            wanted(false),
            published.reader(),
            cut -> lost.add(cut.origin()),
            refused -> refusals.add(refused.origin(), refused.reason(), refused.detail()));
    refusals.finish();
    context.progress().done();
    if (!lost.isEmpty()) {
      context
          .progress()
          .say(
              lost.size()
                  + " of which not all bytes are kept must be offered again, the first: "
                  + lost.get(0));
    }
    Summary.of(result).forEach(context.progress()::say);
    if (!result.complete()) {
      throw new CommandFailure("stopped early; given again, the rest is read");
    }
  }

  private Predicate<Rejected> wanted(boolean settledToo) {
    return one ->
        (settledToo || one.open())
            && (reasons.isEmpty() || reasons.contains(one.reason()))
            && one.origin().contains(origin);
  }

  private static String line(Rejected one) {
    return one.reason()
        + (one.open() ? "" : " (read since)")
        + "  "
        + one.origin()
        + " ("
        + one.size()
        + " bytes): "
        + one.detail();
  }

  private static String json(Rejected one) {
    ObjectNode line = MAPPER.createObjectNode();
    line.put("id", one.id());
    line.put("reason", one.reason().name());
    line.put("origin", one.origin());
    line.put("size", one.size());
    line.put("kept", one.original().kept());
    line.put("detail", one.detail());
    line.put("open", one.open());
    try {
      return MAPPER.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers can be written", e);
    }
  }
}
