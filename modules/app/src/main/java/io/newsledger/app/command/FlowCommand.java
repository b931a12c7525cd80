package io.newsledger.app.command;

import io.newsledger.client.LedgerClient;
import io.newsledger.query.text.Tables;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Who came to an organisation and who left. */
@Command(
    name = "flow",
    description = {
      "Show who came to an organisation and who left, by period and with the other end where known.",
      "'2 (+1?)' counts two people, and one more whose step is rumoured."
    })
public final class FlowCommand implements Callable<Integer> {
  @Mixin private Question question;
  @Mixin private AtOption at;
  @Mixin private PeriodOption period;

  @Parameters(
      arity = "1..*",
      paramLabel = "ORGANISATION",
      description = "Name of the organisation; quotation marks are not needed.")
  private List<String> organisation;

  @Override
  public Integer call() {
    return question.ask(
        ledger ->
            ledger.get(
                LedgerClient.path("flow", String.join(" ", organisation)),
                at.times(question).with("from", period.from(), "to", period.to())),
        Tables::flow);
  }
}
