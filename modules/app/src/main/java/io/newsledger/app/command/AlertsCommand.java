package io.newsledger.app.command;

import io.newsledger.query.text.Tables;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Where many people left within a short time. */
@Command(
    name = "alerts",
    description = {
      "Show where many people left one organisation, or one unit of it, within a short time.",
      "Three people within 30 days make an alert; it grows as more are told of and goes when a"
          + " correction undoes it."
    })
public final class AlertsCommand implements Callable<Integer> {
  @Mixin private Question question;
  @Mixin private AtOption at;
  @Mixin private PeriodOption period;

  @Parameters(
      arity = "0..1",
      paramLabel = "ORGANISATION",
      description = "One organisation only; in quotation marks if its name has a space.")
  private String organisation;

  @Override
  public Integer call() {
    return question.ask(
        ledger ->
            ledger.get(
                "/alerts",
                at.times(question)
                    .with("organisation", organisation, "from", period.from(), "to", period.to())),
        Tables::alerts);
  }
}
