package io.newsledger.app.pipeline;

import io.newsledger.producer.reading.ArticleReader;
import io.newsledger.producer.watch.AddressGuard;
import io.newsledger.producer.watch.FeedVisit;
import io.newsledger.producer.watch.Fetcher;
import io.newsledger.producer.watch.Watcher;
import io.newsledger.producer.writing.IngestReport;
import io.newsledger.producer.writing.Progress.Refused;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Visits feeds and writes what is new in them, until the end.
 *
 * @param feeds their addresses
 * @param interval between two visits of a feed
 * @param anyAddress whether addresses that are not public may be asked, too
 * @param once whether to visit each once only
 */
public record Watching(List<URI> feeds, Duration interval, boolean anyAddress, boolean once) {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  public Watching {
    feeds = feeds.stream().distinct().toList();
  }

  /**
   * What a watch brought.
   *
   * @param counts by feed, in the order of the feeds
   * @param troubled feeds that could not be had when they were visited last
   */
  public record Result(List<Counted> counts, List<URI> troubled) {}

  /**
   * Watches, in the calling thread, until the instance ends; or until each feed was visited.
   *
   * @param reader of their articles
   * @param refusals hears of everything that is refused
   */
  public Result run(
      ArticleReader reader,
      Intake intake,
      Ending ending,
      Clock clock,
      Progress progress,
      Consumer<Refused> refusals)
      throws InterruptedException {
    Map<URI, IngestReport> reports = new LinkedHashMap<>();
    feeds.forEach(feed -> reports.put(feed, IngestReport.NONE));
    Map<URI, String> troubles = new HashMap<>();
    int visits = 0;
    try (Watcher watcher = new Watcher(feeds, visits(reader, clock), clock)) {
      while (!ending.isOver() && !(once && visits == feeds.size())) {
        Optional<Watcher.Brought> brought = watcher.next(LOOK);
        if (brought.isPresent()) {
          visits++;
          URI feed = brought.get().feed();
          FeedVisit.Result result = brought.get().result();
          tell(feed, result.trouble(), troubles, progress);
          IngestReport report =
              intake
                  .write(result.offers().iterator(), refusals, PATIENCE)
                  .orElseThrow(() -> new IllegalStateException("others write without an end"));
          reports.merge(feed, report, IngestReport::plus);
        }
      }
    }
    List<Counted> counts =
        reports.entrySet().stream()
            .map(feed -> new Counted(feed.getKey().toString(), feed.getValue(), 0))
            .toList();
    return new Result(counts, List.copyOf(troubles.keySet()));
  }

  /** The same trouble again is not told again. */
  private static void tell(
      URI feed, Optional<String> trouble, Map<URI, String> troubles, Progress progress) {
    if (trouble.isEmpty()) {
      troubles.remove(feed);
    } else if (!trouble.get().equals(troubles.put(feed, trouble.get()))) {
      progress.say("feed: " + trouble.get());
    }
  }

  private FeedVisit visits(ArticleReader reader, Clock clock) {
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    AddressGuard.Resolver resolver = host -> List.of(InetAddress.getAllByName(host));
    AddressGuard guard =
        anyAddress ? AddressGuard.none(resolver) : AddressGuard.publicOnly(resolver);
    return new FeedVisit(
        new Fetcher(client, guard, Fetcher.Limits.USUAL), reader, clock, interval);
  }
}
