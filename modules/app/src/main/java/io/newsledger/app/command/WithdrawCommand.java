package io.newsledger.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.newsledger.app.CommandFailure;
import io.newsledger.app.pipeline.Ending;
import io.newsledger.app.pipeline.Ingestion;
import io.newsledger.client.LedgerClientException;
import io.newsledger.events.Article;
import io.newsledger.producer.reading.Withdrawal;
import io.newsledger.producer.writing.IngestException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes an article back. */
@Command(
    name = "withdraw",
    description = {
      "Withdraw an article: writes a revision without a text, which takes back what the article"
          + " claims. What rests on it alone goes; what was known before the withdrawal stays"
          + " answerable with --as-of.",
      "Withdrawing it again changes nothing. A later revision with a text brings it back."
    })
public final class WithdrawCommand implements Callable<Integer> {
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int NOT_KNOWN = 404;

  private final Context context;
  @Spec private CommandSpec spec;
  @Mixin private InstanceOption instance;

  @Parameters(
      paramLabel = "ARTICLE",
      description = "Its address, or its id of 32 hexadecimal digits.")
  private String article;

  @Option(
      names = "--at",
      paramLabel = "DATE",
      description = "Day of the withdrawal (YYYY-MM-DD, UTC); default: now.")
  private LocalDate at;

  public WithdrawCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    String id =
        Withdrawal.articleId(article)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "'"
                            + article
                            + "' is neither an address, as in https://host/path, nor an id of 32"
                            + " hexadecimal digits"));
    Article newest = newest(id);
    if (newest.getBody() == null) {
      context.progress().say("withdrawn already, on " + newest.getRevisedAt() + ": " + id);
      return 0;
    }
    Article withdrawn = withdrawn(newest);
    Ending ending = new Ending();
    context.stop().onStop(ending::stop);
    try {
      boolean written =
          new Ingestion(instance.connection(), ending, context.progress()).write(withdrawn);
      context
          .progress()
          .say(
              (written ? "withdrawn, as of " : "withdrawn already, on ")
                  + withdrawn.getRevisedAt()
                  + ": "
                  + id);
      return 0;
    } catch (IngestException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  /** The newest revision that the instance has taken in. */
  private Article newest(String id) {
    try {
      JsonNode revisions = instance.client(ANSWER).article(id, null).path("revisions");
      JsonNode newest = revisions.path(revisions.size() - 1);
      return Article.newBuilder()
          .setId(id)
          .setRevision(newest.path("revision").asText())
          .setRevisedAt(Instant.parse(newest.path("revisedAt").asText()))
          .setPublishedAt(Instant.parse(newest.path("publishedAt").asText()))
          .setTitle(newest.path("title").textValue())
          .setSource(newest.path("source").textValue())
          .setUrl(newest.path("url").textValue())
          .setBody(newest.path("body").textValue())
          .build();
    } catch (LedgerClientException e) {
      if (e.status() == NOT_KNOWN) {
        throw new CommandFailure(
            "there is no article "
                + (article.equals(id) ? id : article + " (its id would be " + id + ")")
                + ": nothing was withdrawn",
            e);
      }
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private Article withdrawn(Article newest) {
    Instant after = newest.getRevisedAt().plusMillis(1);
    try {
      return Withdrawal.of(
          newest, at == null ? later(context.clock().instant(), after) : on(after));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(article + ": " + e.getMessage(), e);
    }
  }

  /** Of a day only its date is known: on that of the newest revision, it came after that. */
  private Instant on(Instant after) {
    boolean sameDay = LocalDate.ofInstant(after, ZoneOffset.UTC).equals(at);
    return sameDay ? after : at.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
