package io.newsledger.app.command;

import io.newsledger.app.CommandFailure;
import io.newsledger.app.pipeline.Ending;
import io.newsledger.app.pipeline.Ingestion;
import io.newsledger.app.pipeline.Intake;
import io.newsledger.app.pipeline.Watching;
import io.newsledger.producer.writing.IngestException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Articles of feeds into a running pipeline. */
@Command(
    name = "watch",
    description = {
      "Watch feeds (RSS, Atom, JSON Feed) and write their new articles into a running pipeline,"
          + " with the full text of the linked page where the feed has only a teaser.",
      "Servers are asked whether anything changed (ETag, Last-Modified), no sooner than they say"
          + " (Retry-After), more and more seldom while they fail, and never again when they say"
          + " that a feed is gone.",
      "Runs until Ctrl-C, or with --once until each feed was visited; then it tells what each"
          + " brought. With --once the exit code is 1 if a feed could not be had."
    })
public final class WatchCommand implements Callable<Integer> {
  private final Context context;
  @Spec private CommandSpec spec;
  @Mixin private BrokerOption broker;
  @Mixin private PublishedOption published;
  @Mixin private FeedOptions feeds;

  @Parameters(arity = "0..*", paramLabel = "FEED", description = "Addresses of feeds.")
  private List<String> addresses = List.of();

  @Option(names = "--once", description = "Visit each feed once and end.")
  private boolean once;

  public WatchCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    Watching watching = feeds.watching(addresses, once);
    if (watching.feeds().isEmpty()) {
      throw new ParameterException(spec.commandLine(), "no feed: give addresses, or --opml");
    }
    Ending ending = new Ending();
    context.stop().onStop(ending::stop);
    Ingestion ingestion = new Ingestion(broker.servers(), ending, context.progress());
    List<String> none = List.of();
    Refusals refusals = new Refusals(none, context.progress(), "; see 'newsledger rejects'");
    context.progress().say("watching " + watching.feeds().size() + " feeds");
    try (Intake intake = new Intake(ingestion)) {
      Watching.Result result =
          watching.run(
              published.reader(),
              intake,
              ending,
              context.clock(),
              context.progress(),
              refused -> refusals.add(refused.origin(), refused.reason(), refused.detail()));
      context.progress().done();
      refusals.finish();
      Summary.of(result.counts()).forEach(context.progress()::say);
      return once && !result.troubled().isEmpty() ? 1 : 0;
    } catch (IngestException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }
}
