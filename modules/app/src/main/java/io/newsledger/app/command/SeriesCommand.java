package io.newsledger.app.command;

import io.newsledger.client.LedgerClient;
import io.newsledger.query.text.Tables;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Figures of a company or product. */
@Command(
    name = "series",
    description = {
      "Show the figures of a company or product over time: the agreed value, and who says what.",
      "Figures of different metric, scope or unit stand in series of their own."
    })
public final class SeriesCommand implements Callable<Integer> {
  @Mixin private Question question;
  @Mixin private AtOption at;

  @Parameters(
      index = "0",
      paramLabel = "ENTITY",
      description = "Name of the company or product; in quotation marks if it has a space.")
  private String entity;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "METRIC",
      description =
          "One metric only, for instance 'market share' or MARKET_SHARE; a wrong one lists them"
              + " all.")
  private String metric;

  @Override
  public Integer call() {
    return question.ask(
        ledger ->
            ledger.get(
                LedgerClient.path("series", entity), at.times(question).with("metric", metric)),
        Tables::series);
  }
}
