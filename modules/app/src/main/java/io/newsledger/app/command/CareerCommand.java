package io.newsledger.app.command;

import io.newsledger.client.LedgerClient;
import io.newsledger.query.text.Tables;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A person's steps. */
@Command(
    name = "career",
    description = {
      "Show the career of a person: each step with its date, its certainty, how many sources tell it"
          + " and the words it stands on.",
      "A date of several lines is a spread: what the sources say differs."
    })
public final class CareerCommand implements Callable<Integer> {
  @Mixin private Question question;
  @Mixin private AtOption at;

  @Parameters(
      arity = "1..*",
      paramLabel = "NAME",
      description = "Name of the person, its parts in any order; quotation marks are not needed.")
  private List<String> name;

  @Override
  public Integer call() {
    return question.ask(
        ledger ->
            ledger.get(
                LedgerClient.path("careers", String.join(" ", name)), at.times(question).with()),
        Tables::career);
  }
}
