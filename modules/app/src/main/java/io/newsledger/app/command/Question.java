package io.newsledger.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsledger.app.CommandFailure;
import io.newsledger.client.LedgerClient;
import io.newsledger.client.LedgerClientException;
import io.newsledger.events.json.CanonicalJson;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all questions to a running instance have in common. */
final class Question {
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int BAD_REQUEST = 400;
  private static final int WRONG_USE = 2;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private ApiOption api;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Answer with what was known by the end of this day (YYYY-MM-DD, UTC).")
  private LocalDate asOf;

  @Option(names = "--json", description = "Print the answer as JSON, with all its claims.")
  private boolean json;

  /** The day by which it was known; empty for now. */
  Optional<LocalDate> known() {
    return Optional.ofNullable(asOf);
  }

  /**
   * Asks and prints the answer.
   *
   * @param table how the answer looks to people
   * @return exit code
   */
  int ask(Function<LedgerClient, JsonNode> question, Function<JsonNode, String> table) {
    try {
      JsonNode answer = question.apply(api.client(ANSWER));
      PrintWriter out = spec.commandLine().getOut();
      out.print(json ? CanonicalJson.write(answer) : table.apply(answer));
      out.flush();
      return 0;
    } catch (LedgerClientException e) {
      CommandFailure failure = new CommandFailure(words(e), e);
      if (e.status() != BAD_REQUEST) {
        throw failure;
      }
      PrintWriter err = spec.commandLine().getErr();
      err.println("newsledger: " + failure.getMessage());
      err.flush();
      return WRONG_USE;
    }
  }

  private static String words(LedgerClientException e) {
    if (e.items().isEmpty()) {
      return e.getMessage();
    }
    String lead = e.status() == BAD_REQUEST ? "; there are: " : "; did you mean: ";
    return e.getMessage() + lead + String.join(", ", e.items());
  }
}
