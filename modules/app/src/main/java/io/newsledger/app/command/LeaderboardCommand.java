package io.newsledger.app.command;

import io.newsledger.query.text.Tables;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who holds most of something at a date. */
@Command(
    name = "leaderboard",
    description = {
      "Show who holds most by one metric at a date, and how much of 100 %% is told.",
      "Of each company or product counts the newest figure by the date."
    })
public final class LeaderboardCommand implements Callable<Integer> {
  @Mixin private Question question;

  @Parameters(
      arity = "0..1",
      paramLabel = "METRIC",
      description =
          "For instance 'weekly active users'; a wrong one lists them all; default: market share.")
  private String metric;

  @Option(
      names = "--scope",
      paramLabel = "WORDS",
      description = "Figures of one scope only, for instance 'AI market'; default: each scope.")
  private String scope;

  @Option(
      names = "--at",
      paramLabel = "DATE",
      description = "The date, YYYY, YYYY-MM or YYYY-MM-DD; default: that of the newest figure.")
  private String at;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "By how many days a figure may be older than the date; default: 365.")
  private String days;

  @Override
  public Integer call() {
    return question.ask(
        ledger ->
            ledger.leaderboard(
                metric, scope, at, days, question.known().map(LocalDate::toString).orElse(null)),
        Tables::leaderboard);
  }
}
