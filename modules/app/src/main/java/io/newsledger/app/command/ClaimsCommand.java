package io.newsledger.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsledger.client.LedgerClient;
import io.newsledger.query.text.Tables;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What single articles say. */
@Command(
    name = "claims",
    description = {
      "Show what single articles say: each claim with its words, its source and its id.",
      "Conditions hold together; without any, all claims that stand are shown."
    })
public final class ClaimsCommand implements Callable<Integer> {
  @Mixin private Question question;
  @Mixin private AtOption at;

  @Option(
      names = "--person",
      paramLabel = "NAME",
      description = "Claims on this person, the parts of the name in any order.")
  private String person;

  @Option(
      names = "--entity",
      paramLabel = "NAME",
      description = "Claims on this organisation or product.")
  private String entity;

  @Option(names = "--article", paramLabel = "ID", description = "Claims of this article.")
  private String article;

  @Option(names = "--gone", description = "Show claims too that were corrected or withdrawn since.")
  private boolean gone;

  @Override
  public Integer call() {
    return question.ask(this::answer, Tables::claims);
  }

  private JsonNode answer(LedgerClient ledger) {
    return ledger.claims(
        at.times(question)
            .with(
                "person",
                person,
                "entity",
                entity,
                "article",
                article,
                "gone",
                gone ? "true" : null));
  }
}
