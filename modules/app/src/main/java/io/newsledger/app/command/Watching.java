package io.newsledger.app.command;

import io.newsledger.app.pipeline.Ending;
import io.newsledger.app.pipeline.Progress;
import io.newsledger.producer.watch.FeedMemory;
import io.newsledger.producer.watch.FeedState;
import io.newsledger.producer.watch.FeedVisit;
import io.newsledger.producer.watch.Watcher;
import io.newsledger.producer.writing.ArticleProducer;
import io.newsledger.producer.writing.IngestReport;
import io.newsledger.producer.writing.Progress.Refused;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Writes what visits of feeds bring, and tells of it. For one thread. */
final class Watching {
  private static final Duration LOOK = Duration.ofMillis(200);

  private final ArticleProducer producer;
  private final FeedMemory memory;
  private final Ending ending;
  private final Context context;
  private final Map<String, IngestReport> sources = new LinkedHashMap<>();

  /**
   * @param producer writes articles
   * @param memory knows the feeds
   * @param ending ends it, between two visits
   */
  Watching(ArticleProducer producer, FeedMemory memory, Ending ending, Context context) {
    this.producer = producer;
    this.memory = memory;
    this.ending = ending;
    this.context = context;
  }

  /** Watches until it is ended, all feeds are gone or, if so wished, each was visited once. */
  void run(Set<URI> feeds, FeedVisit visits, boolean once)
      throws InterruptedException, IOException {
    Instant now = context.clock().instant();
    List<FeedState> states =
        feeds.stream()
            .map(feed -> memory.of(feed, now))
            .map(state -> once && state.failures() == 0 ? state.dueAt(now) : state)
            .filter(state -> !(once && state.next().isAfter(now)) && !state.gone())
            .toList();
    Set<URI> left = new HashSet<>();
    states.forEach(state -> left.add(state.given()));
    progress().say("watching " + feeds.size() + (feeds.size() == 1 ? " feed" : " feeds"));
    try (Watcher watcher = new Watcher(states, visits, context.clock())) {
      while (!left.isEmpty() && !ending.within(0, TimeUnit.SECONDS)) {
        FeedVisit.Result result = watcher.next(LOOK).orElse(null);
        if (result != null) {
          take(result);
          if (once || result.state().gone()) {
            left.remove(result.state().given());
          }
        }
      }
    }
    progress().done();
    IngestReport all = sources.values().stream().reduce(IngestReport.NONE, IngestReport::and);
    Summary.of(sources).forEach(progress()::say);
    progress().say(Summary.of(all));
  }

  /** What is known of the feed is kept only when what it brought is written. */
  private void take(FeedVisit.Result result) throws IOException {
    URI feed = result.state().given();
    Refusals refusals = new Refusals(List.of(), progress(), "; see 'newsledger rejects'");
    IngestReport report =
        producer.write(
            result.offers().iterator(),
            step -> {
              if (step instanceof Refused refused) {
                refusals.add(refused.origin(), refused.reason(), refused.detail());
              }
            });
    refusals.finish();
    memory.keep(result.state());
    result.trouble().ifPresent(progress()::say);
    if (report.offered() > 0) {
      progress().say(feed + ": " + Summary.of(report));
    }
    sources.merge(feed.toString(), report, IngestReport::and);
  }

  private Progress progress() {
    return context.progress();
  }
}
