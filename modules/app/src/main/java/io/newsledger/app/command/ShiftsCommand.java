package io.newsledger.app.command;

import io.newsledger.query.text.Tables;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Figures that changed much from one point to the next. */
@Command(
    name = "shifts",
    description = {
      "Show figures that changed much from one point of their series to the next: percentages by five"
          + " points or more, all else by ten percent or more.",
      "What bounds or rounding alone may explain is no shift."
    })
public final class ShiftsCommand implements Callable<Integer> {
  @Mixin private Question question;
  @Mixin private AtOption at;
  @Mixin private PeriodOption period;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ENTITY",
      description = "One company or product only; in quotation marks if its name has a space.")
  private String entity;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "METRIC",
      description = "One metric only; a wrong one lists them all.")
  private String metric;

  @Override
  public Integer call() {
    return question.ask(
        ledger ->
            ledger.get(
                "/shifts",
                at.times(question)
                    .with(
                        "entity",
                        entity,
                        "metric",
                        metric,
                        "from",
                        period.from(),
                        "to",
                        period.to())),
        Tables::shifts);
  }
}
