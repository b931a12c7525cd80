package io.newsledger.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.newsledger.app.CommandFailure;
import io.newsledger.app.pipeline.Ending;
import io.newsledger.app.pipeline.Ingestion;
import io.newsledger.events.RejectReason;
import io.newsledger.events.serde.EventSerdes;
import io.newsledger.producer.rejects.RejectLog;
import io.newsledger.producer.rejects.RejectLogException;
import io.newsledger.producer.rejects.Rejected;
import io.newsledger.producer.rejects.Retry;
import io.newsledger.producer.writing.ArticleProducer;
import io.newsledger.producer.writing.IngestException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What was refused, and a second chance for it. */
@Command(
    name = "rejects",
    description = {
      "List what was refused and why: id, reason, bytes, origin and the reason in words. What was"
          + " sent again with success is left out.",
      "With --retry, send it again as it was offered: what is read now goes to the articles and"
          + " leaves this list. Original bytes stay on the topic news.rejects in any case."
    })
public final class RejectsCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Context context;
  @Spec private CommandSpec spec;
  @Mixin private BrokerOption broker;
  @Mixin private PublishedOption published;

  @Parameters(arity = "0..*", paramLabel = "ID", description = "These only; default: all.")
  private List<String> ids = List.of();

  @Option(
      names = "--reason",
      split = ",",
      paramLabel = "REASON[,…]",
      description = "Those with this reason only: ${COMPLETION-CANDIDATES}.")
  private List<RejectReason> reasons = List.of();

  @Option(names = "--retry", description = "Send them again.")
  private boolean retry;

  @Option(names = "--json", description = "Print one JSON object a line.")
  private boolean json;

  public RejectsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Ending ending = new Ending();
    Ingestion ingestion = new Ingestion(broker.servers(), ending, context.progress());
    RejectLog log = new RejectLog(ingestion.kafka(), EventSerdes.singleObject(), PATIENCE);
    Set<String> seen = new HashSet<>();
    try (ArticleProducer producer = ingestion.producer()) {
      Retry again = new Retry(published.reader(), producer);
      Tally tally = new Tally();
      log.read(
          rejected -> {
            boolean wanted =
                (ids.isEmpty() || ids.contains(rejected.id()))
                    && (reasons.isEmpty() || reasons.contains(rejected.reason()));
            if (wanted && producer.isOpen(rejected.id()) && seen.add(rejected.id())) {
              tally.add(rejected, retry ? again.offer(rejected) : null);
            }
          });
      spec.commandLine().getOut().flush();
      tally.tell();
      return 0;
    } catch (RejectLogException | IngestException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private final class Tally {
    private final PrintWriter out = spec.commandLine().getOut();
    private long all;
    private long taken;

    private void add(Rejected rejected, Retry.Result result) {
      all++;
      if (result instanceof Retry.Result.Taken) {
        taken++;
      }
      if (json) {
        out.println(line(rejected, result));
      } else {
        out.printf(
            "%s  %-12s  %9d  %s%n    %s%n",
            rejected.id(),
            rejected.reason(),
            rejected.original().size(),
            rejected.origin(),
            result == null ? rejected.detail() : words(result));
      }
    }

    private String line(Rejected rejected, Retry.Result result) {
      ObjectNode line = MAPPER.createObjectNode();
      line.put("id", rejected.id());
      line.put("reason", rejected.reason().name());
      line.put("origin", rejected.origin());
      line.put("detail", rejected.detail());
      line.put("size", rejected.original().size());
      if (result != null) {
        line.put("retried", words(result));
      }
      try {
        return MAPPER.writeValueAsString(line);
      } catch (JsonProcessingException e) {
        throw new CommandFailure("cannot print " + rejected.id() + ": " + e, e);
      }
    }

    private void tell() {
      context
          .progress()
          .say(
              retry
                  ? all + " sent again: " + taken + " taken, " + (all - taken) + " refused still"
                  : all + " rejected");
    }
  }

  private static String words(Retry.Result result) {
    if (result instanceof Retry.Result.Taken done) {
      return "taken: " + done.articles() + (done.articles() == 1 ? " article" : " articles");
    } else if (result instanceof Retry.Result.Refused refused) {
      return "refused still: " + refused.detail();
    } else if (result instanceof Retry.Result.Settled) {
      return "taken before";
    }
    return "its bytes are not kept whole and it is no file here: offer it again where it is";
  }
}
